/**
 * Writes what the engine's own runs came to, to normalRuns.json: `node
 * test/reference/normalRuns.ts`. These numbers are right only in that they do not change: readers'
 * links and figures depend on them. Run it again only for a change that the changelog calls
 * **Value-breaking**.
 */
import { writeFileSync } from 'node:fs';
import { estimatorsFor } from '../../src/lib/estimators/index.ts';
import { recordsOf } from '../../src/lib/recursion.ts';
import type { RunConfig } from '../../src/lib/types.ts';

const base = { family: 'normal', regime: 'replace', stream: 'keyed' } as const;
const truth = { mu: 125, sigma: 30 };

const cases: readonly (readonly [RunConfig, number])[] = [
  ...estimatorsFor('normal').map(
    ({ id }) =>
      [{ ...base, truth, estimator: id, n: 200, generations: 500, seed: '12345' }, 0] as const,
  ),
  [{ ...base, truth, estimator: 'unbiased-variance', n: 10, generations: 200, seed: 'glass' }, 7],
  [{ ...base, truth, estimator: 'unbiased-log', n: 3, generations: 100, seed: 'été' }, 9999],
  [
    {
      ...base,
      truth: { mu: -0.001, sigma: 1e-6 },
      estimator: 'unbiased-standard-deviation',
      n: 1001,
      generations: 20,
      seed: '0',
    },
    1,
  ],
];

const frozen = cases.map(([config, replicate]) => {
  const records = recordsOf(config, replicate);
  const shown = records.filter(({ t }) => [1, 2, 10, 100].includes(t) || t === records.length);
  return { config, replicate, records: shown };
});

const text = JSON.stringify({ script: 'test/reference/normalRuns.ts', frozen }, null, 1);
writeFileSync(new URL('normalRuns.json', import.meta.url), `${text}\n`);
