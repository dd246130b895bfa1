import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recordsOf } from '../src/lib/recursion.ts';
import type { RunConfig } from '../src/lib/types.ts';
import { asPrinted } from './support/models.ts';

interface Frozen {
  readonly config: RunConfig;
  readonly replicate: number;
  readonly records: ReturnType<typeof asPrinted>;
}

const file = new URL('reference/normalRuns.json', import.meta.url);
const { frozen } = JSON.parse(readFileSync(file, 'utf8')) as { frozen: readonly Frozen[] };

describe('a run that a link names', () => {
  it.each(
    frozen.map((entry) => {
      const { estimator, n, seed } = entry.config;
      return [`${estimator}, n = ${n}, seed ${seed}, replicate ${entry.replicate}`, entry] as const;
    }),
  )(
    'is the same to the last bit as when it was frozen: %s',
    (_, { config, replicate, records }) => {
      const now = asPrinted(recordsOf(config, replicate));
      expect(now.length).toBe(records.at(-1)!.t);
      for (const record of records) expect(now[record.t - 1]).toEqual(record);
    },
  );
});
