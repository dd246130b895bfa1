/**
 * What the engine makes of fixed questions, every digit, as lines of text. The same file runs in
 * Node and in each browser: it is bundled for them (engineBundle.ts). In Node,
 * test/frozenRuns.test.ts and test/random/valueStability.test.ts hold the runs and the draws to
 * what they have ever been.
 */
import { fitAll } from '../../src/lib/fitAll.ts';
import { gamma, chiSquare } from '../../src/lib/random/gamma.ts';
import { streams } from '../../src/lib/random/index.ts';
import { keyWords } from '../../src/lib/random/keyWords.ts';
import { recordsOf, valuesOf } from '../../src/lib/recursion.ts';
import { regimes } from '../../src/lib/regimes/index.ts';
import { estimatorsFor } from '../../src/lib/estimators/index.ts';
import { checkConfig } from '../../src/lib/config.ts';
import { decodings } from '../../src/lib/decodings/index.ts';
import { drain } from '../../src/lib/drain.ts';
import { ensembleSlice } from '../../src/lib/ensemble/slice.ts';
import { families, hasLine } from '../../src/lib/families/index.ts';
import { defaultsOf } from '../../src/lib/parameters.ts';
import { measured } from '../../src/lib/statistics.ts';
import type { GenerationRecord, Params, RunConfig } from '../../src/lib/types.ts';
import '../../src/lib/withModels.ts';
import '../../src/lib/withRegimes.ts';
import '../../src/lib/withWords.ts';
import frozenRuns from '../reference/normalRuns.json' with { type: 'json' };
import { laws } from './lawDigits.ts';
import { byName } from '../support/models.ts';

const { frozen } = frozenRuns as unknown as {
  readonly frozen: readonly { readonly config: RunConfig; readonly replicate: number }[];
};

const TRUTH: Readonly<Record<string, Params>> = {
  normal: { mu: 125, sigma: 30 },
  lognormal: { meanlog: 2, sdlog: 0.5 },
  lognormal3: { threshold: 10, meanlog: 2, sdlog: 0.5 },
};

/** FNV-1a of the exact bits of many draws: one changed bit anywhere shows. */
function fingerprint(count: number, draw: () => number): number {
  let hash = 0x811c9dc5;
  for (const byte of new Uint8Array(Float64Array.from({ length: count }, draw).buffer))
    hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

const lineOf = (record: GenerationRecord) => JSON.stringify(record);

/** Short runs under every regime, and with every estimator of every family. */
function shortRuns(): string[] {
  const base = { n: 40, generations: 12, seed: 'été 模型/👍', stream: 'keyed' } as const;
  const configs: RunConfig[] = [
    ...regimes.all.flatMap(({ id: regime, options }) =>
      estimatorsFor('normal').map(({ id: estimator }) => ({
        ...base,
        family: 'normal',
        truth: TRUTH['normal']!,
        regime,
        regimeOptions: Object.fromEntries(options.map((option) => [option.name, option.default])),
        estimator,
      })),
    ),
    ...['lognormal', 'lognormal3'].flatMap((family) =>
      estimatorsFor(family).map(({ id: estimator }) => ({
        ...base,
        n: 100,
        family,
        truth: TRUTH[family]!,
        regime: 'replace',
        estimator,
      })),
    ),
  ];
  return configs.flatMap((config) => [
    `${config.family} ${config.estimator} ${config.regime}`,
    ...recordsOf(config).map(lineOf),
  ]);
}

function draws(): string[] {
  const keyed = streams.get('keyed').open('many')(1);
  const source = streams.get('source').open('12345')(1);
  return [
    `key words: ${[...keyWords('12345', 0), ...keyWords('模型/👍', 9999)].join(' ')}`,
    `keyed uniforms: ${fingerprint(200_000, keyed.uniform)}`,
    `keyed normals: ${fingerprint(200_000, keyed.normal)}`,
    `gamma 0.3: ${fingerprint(50_000, () => gamma(keyed, 0.3))}`,
    `chi-square 9: ${fingerprint(50_000, () => chiSquare(keyed, 9))}`,
    `the source’s normals: ${fingerprint(50_000, source.normal)}`,
    `the source’s uniforms: ${fingerprint(50_000, source.uniform)}`,
  ];
}

/**
 * Densities, probabilities, quantiles; and every fit of a sample with its likelihood and standard
 * errors.
 */
function fits(): string[] {
  return families.all.flatMap((family) => {
    const truth = TRUTH[family.id] ?? defaultsOf(family.parameters);
    const line = hasLine(family) ? byName(family).line : null;
    const config = { family: family.id, truth, n: 150, generations: 1, seed: 'fits' } as const;
    const estimator = estimatorsFor(family.id)[0]!.id;
    const values = valuesOf({ ...config, estimator, regime: 'replace', stream: 'keyed' }, 1, null);
    const shares = Array.from({ length: 99 }, (_, i) => (i + 1) / 100);
    return [
      ...(line
        ? [
            ...[...values].map(
              (x) => `${family.id} at ${x}: ${line.logPdf(x, truth)} ${line.cdf(x, truth)}`,
            ),
            ...[1e-12, ...shares, 1 - 1e-12].map(
              (p) => `${family.id} quantile ${p}: ${line.quantile(p, truth)}`,
            ),
          ]
        : []),
      ...fitAll(family.id, values).map(({ estimator: by, ...answer }) =>
        [by.id, JSON.stringify(answer)].join(': '),
      ),
    ];
  });
}

/** Words with accents, apostrophes and another script, which has spaces. */
const VERSE =
  'Ô rage! Ô désespoir! Ô vieillesse ennemie! The whale’s a whale: мир и война, и мир, и кит.';

/**
 * Families and sources beside the lognormals, value by value and by shortcut, in every statistic.
 */
function models(): string[] {
  const base = { n: 60, generations: 8, seed: 'models', stream: 'keyed', regime: 'replace' };
  const zipf = { source: 'zipf', truth: { size: 12, a: 1.1, b: 2.7 } };
  const runs = [
    { family: 'exponential', truth: { mean: 10 }, estimator: 'unbiased-rate' },
    { family: 'categorical', ...zipf, estimator: 'maximum-likelihood' },
    { family: 'normal-d', truth: { d: 4, sd: 2 }, estimator: 'unbiased-covariance' },
    { family: 'normal', source: 'two-humps', truth: {}, estimator: 'unbiased-variance' },
    { family: 'ngram-2', ...zipf, estimator: 'mle' },
    ...decodings.all.flatMap(({ id: decoding }) =>
      ['categorical', 'ngram-3'].map((family) => ({
        ...{ family, source: 'text', text: VERSE, truth: {}, estimator: 'mle' },
        ...{ decoding, regime: 'accumulate-subsample' },
      })),
    ),
    { family: 'normal', source: 'column', column: [1, 4, 9], truth: {}, estimator: 'unbiased-log' },
  ].map((changes) => ({ ...base, ...changes }) as RunConfig);
  return runs.flatMap((config) => {
    const { family, original, real } = checkConfig(config);
    const statistics = family.statistics.map(({ name }) => name);
    const many = { ...config, replicates: 6, at: [1, 8], statistics };
    const slice = drain(ensembleSlice(many, 0, 6));
    return [
      `${config.family} ${config.source} ${real.line?.quantile(0.3)} ${slice.how}`,
      ...recordsOf(config).map(({ fit }) =>
        fit.ok ? JSON.stringify(measured(family.statistics, fit.model, original)) : fit.reason,
      ),
      ...statistics.map((name) => `${name}: ${slice.values[name]!.join(' ')}`),
      ...(config.source === 'zipf' ? [...real.shares!].map(String) : []),
    ];
  });
}

/** Each gives lines that must be the same wherever they are made. */
export const engineDigits: Readonly<Record<string, () => string[]>> = {
  'the frozen runs': () =>
    frozen.flatMap(({ config, replicate }) => recordsOf(config, replicate).map(lineOf)),
  'the frozen draws': draws,
  'runs under every regime and of every estimator': shortRuns,
  'densities, quantiles, likelihoods and standard errors': fits,
  'models, sources and their shortcuts': models,
  'laws and special functions': laws,
};
