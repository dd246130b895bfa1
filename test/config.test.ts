import { describe, expect, it } from 'vitest';
import { checkConfig, ConfigError } from '../src/lib/config.ts';
import { regimes } from '../src/lib/regimes/index.ts';
import { replace } from '../src/lib/regimes/replace.ts';
import type { RunConfig } from '../src/lib/types.ts';

const fine: RunConfig = {
  family: 'normal',
  truth: { mu: 125, sigma: 30 },
  estimator: 'mle',
  regime: 'replace',
  n: 200,
  generations: 500,
  seed: 'word',
  stream: 'keyed',
};

function message(change: Partial<RunConfig>): string {
  try {
    checkConfig({ ...fine, ...change });
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'no error';
}

describe('checkConfig', () => {
  it('finds what the settings name and replaces aliases by ids', () => {
    const { config, family, estimator, regime, stream } = checkConfig(fine);
    expect(config).toEqual({ ...fine, estimator: 'maximum-likelihood' });
    const ids = [family.id, estimator.id, regime.id, stream.id];
    expect(ids).toEqual(['normal', 'maximum-likelihood', 'replace', 'keyed']);
  });

  it.each<[string, Partial<RunConfig>]>([
    ['unknown family: cauchy (known: normal', { family: 'cauchy' }],
    ['unknown normal estimator: median (known: unbiased-variance, ', { estimator: 'median' }],
    ['unknown regime: hoard (known: replace', { regime: 'hoard' }],
    ['unknown stream: dice (known: keyed, source', { stream: 'dice' }],
    ['sigma must be greater than 0, got -3', { truth: { mu: 1, sigma: -3 } }],
    ['sigma must be greater than 0, got 0', { truth: { mu: 1, sigma: 0 } }],
    ['mu must be a finite number, got NaN', { truth: { mu: NaN, sigma: 1 } }],
    ['missing parameter of normal: mu', { truth: { sigma: 1 } }],
    ['unknown parameter of normal: tau (known: mu, sigma)', { truth: { mu: 1, sigma: 1, tau: 2 } }],
    ['n must be at least 2, got 1', { n: 1 }],
    ['n must be at most 1000000, got 1000001', { n: 1_000_001 }],
    ['n must be a whole number, got 2.5', { n: 2.5 }],
    ['n must be a whole number, got NaN', { n: NaN }],
    ['generations must be at least 1, got 0', { generations: 0 }],
    ['generations must be at most 100000, got 100001', { generations: 100_001 }],
    ['unusable seed: word (', { stream: 'source' }],
    ['unusable seed:  (', { seed: '' }],
    ['generation', { stream: 'source', seed: '4294962295', generations: 5001 }],
    ['unknown parameter of replace: share (known: none)', { regimeOptions: { share: 1 } }],
    ['replicate must be a whole number of at least 0, got -1', { replicate: -1 }],
    ['replicate must be a whole number of at least 0, got 0.5', { replicate: 0.5 }],
    ['replicate must be a whole number of at least 0, got NaN', { replicate: NaN }],
    [
      'replicate must be a whole number of at least 0, got 9007199254740992',
      { replicate: 2 ** 53 },
    ],
    [
      'the stream source has one run for each seed: replicate must be 0',
      { stream: 'source', seed: '12345', replicate: 1 },
    ],
  ])('says in one line: %s …', (expected, change) => {
    const said = message(change);
    expect(said).toContain(expected);
    expect(said).not.toContain('\n');
  });

  it.each<Partial<RunConfig>>([
    { n: 2 },
    { n: 1_000_000 },
    { generations: 1 },
    { generations: 100_000 },
    { truth: { mu: -1e300, sigma: 5e-324 } },
    { regimeOptions: {} },
    { replicate: 0 },
    { replicate: 2 ** 53 - 1 },
    { stream: 'source', seed: '12345', replicate: 0 },
  ])('takes the ends of what is legal: %o', (change) => {
    expect(message(change)).toBe('no error');
  });

  it('keeps the replicate that is asked for, and says nothing of one that is not', () => {
    expect(checkConfig({ ...fine, replicate: 7 }).config.replicate).toBe(7);
    expect(checkConfig(fine).config).not.toHaveProperty('replicate');
  });

  it('fills in the options of a regime and checks them', () => {
    const share = {
      name: 'share',
      symbol: 'p',
      label: 'Share',
      domain: { min: 0, max: 1, open: 'max' },
      typical: { min: 0, max: 0.5 },
      default: 0.1,
    } as const;
    const remove = regimes.add({ ...replace, id: 'toy-mix', options: [share] });
    try {
      const toy = { ...fine, regime: 'toy-mix' };
      expect(checkConfig(toy).config.regimeOptions).toEqual({ share: 0.1 });
      const options = { regime: 'toy-mix', regimeOptions: { share: 1 } };
      expect(message(options)).toBe('share must be at least 0 and less than 1, got 1');
      expect(message({ ...options, regimeOptions: { share: 0 } })).toBe('no error');
    } finally {
      remove();
    }
  });
});
