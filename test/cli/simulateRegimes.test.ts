import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { simulateHelp } from '../../src/cli/simulateHelp.ts';
import { recordsOf as runEngine } from '../../src/lib/recursion.ts';
import { regimes } from '../../src/lib/regimes/index.ts';
import { regimeMoments } from '../../src/lib/theory/regimeMoments.ts';
import type { Params } from '../../src/lib/types.ts';
import { ROOT } from '../support/root.ts';
import { run } from '../support/run.ts';
import { asPrinted } from '../support/models.ts';

const SCRIPT = join(ROOT, 'src/cli/simulate.ts');
const simulate = (args: string) => run(process.execPath, [SCRIPT, ...args.split(' ')]);

/** The options that the configuration of a run shows, and its records. */
async function printed(args: string) {
  const { code, stdout, stderr } = await simulate(`--n 30 --generations 8 ${args} --json`);
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}

describe('the command simulate with --regime', () => {
  it.concurrent.each(regimes.all.map(({ id }) => id))(
    'makes the engine’s run of %s, and prints every option with its default',
    async (id) => {
      const { config, records } = await printed(`--regime ${id}`);
      const { options } = regimes.get(id);
      const defaults = options.map((option) => [option.name, option.default]);
      expect(config.regime).toBe(id);
      expect(config.regimeOptions).toEqual(
        options.length > 0 ? Object.fromEntries(defaults) : undefined,
      );
      expect(records).toEqual(asPrinted(runEngine(config)));
    },
  );

  it('takes options one by one or in one list, and completes what is left out', async () => {
    const share = '--regime weighted --regime-option share=0.2';
    const [apart, together, one] = await Promise.all([
      printed(`${share} --regime-option=weight=.25`),
      printed(`${share},weight=2.5e-1`),
      printed(share),
    ]);
    expect(apart.config.regimeOptions).toEqual({ share: 0.2, weight: 0.25 });
    expect(apart).toEqual(together);
    expect(one.config.regimeOptions).toEqual({ share: 0.2, weight: 0.618 });
  });

  it('takes the options of an estimator in the same way, under any of them', async () => {
    const prior = '--estimator prior --regime weighted --estimator-option';
    const [{ config, records }, one] = await Promise.all([
      printed(`${prior} strength=5 --estimator-option tau=12`),
      printed(`${prior} tau=12`),
    ]);
    expect(config.estimatorOptions).toEqual({ strength: 5, tau: 12 });
    expect(records).toEqual(asPrinted(runEngine(config)));
    expect(one.config.estimatorOptions).toEqual({ strength: 10, tau: 12 });
    expect(one.records).not.toEqual(records);
  });

  it('names the regime by its id where an alias asked for it, and prints CSV with the same digits', async () => {
    const args = '--regime mix --regime-option share=1 --n 30 --generations 8';
    const [csv, { config, records }] = await Promise.all([simulate(args), printed(args)]);
    expect(config.regime).toBe('fresh-real');
    expect(config.regimeOptions).toEqual({ share: 1 });
    const rows = records.map(
      ({ t, trainingSize, fit }: { t: number; trainingSize: number; fit: { params: Params } }) =>
        [t, trainingSize, ...Object.values(fit.params), true, ''].join(','),
    );
    expect(csv.stdout).toBe(['t,trainingSize,mu,sigma,ok,reason', ...rows, ''].join('\n'));
  });

  it('shows training sets that grow where everything is kept', async () => {
    const { records } = await printed('--regime accumulate');
    const sizes = records.map(({ trainingSize }: { trainingSize: number }) => trainingSize);
    expect(sizes).toEqual([30, 60, 90, 120, 150, 180, 210, 240]);
  });

  it('prints the complete configuration of an ensemble too', async () => {
    const { config } = await printed(
      '--regime soft-selection --regime-option target=-1 --replicates 20',
    );
    expect(config).toMatchObject({
      regime: 'soft-selection',
      regimeOptions: { target: -1, width: 3 },
      replicates: 20,
    });
  });

  it.concurrent.each([
    ['--regime hoard', 'unknown regime: hoard (known: replace, fresh-real, '],
    ['--regime-option share=0.1', 'unknown parameter of replace: share (known: none)'],
    [
      '--regime accumulate --regime-option share=1',
      'unknown parameter of accumulate: share (known: none)',
    ],
    [
      '--regime weighted --regime-option shares=1',
      'unknown parameter of weighted: shares (known: share, weight)',
    ],
    ['--regime mix --regime-option __proto__=1', 'unknown parameter of fresh-real: __proto__'],
    ['--regime mix --regime-option share=2', 'share must be at least 0 and at most 1, got 2'],
    ['--regime mix --regime-option share=NaN', 'share must be a finite number, got NaN'],
    [
      '--regime mix --regime-option share=some',
      '--regime-option must look like share=0.1,weight=0.5, got share=some',
    ],
    [
      '--regime mix --regime-option share',
      '--regime-option must look like share=0.1,weight=0.5, got share',
    ],
    [
      '--regime mix --regime-option share=0.1,',
      '--regime-option must look like share=0.1,weight=0.5, got share=0.1,',
    ],
    ['--regime mix --regime-option share=0.1,share=0.2', '--regime-option gives share twice'],
    [
      '--regime mix --regime-option share=0.1 --regime-option share=0.1',
      '--regime-option gives share twice',
    ],
    ['--regime mix --regime-option', 'missing value: --regime-option'],
    [
      '--regime sharpened --regime-option lambda=0 --replicates 9',
      'lambda must be greater than 0 and at most 1, got 0',
    ],
    [
      '--regime weighted --family lognormal3',
      'the regime weighted weighs its samples, which the lognormal3 estimator mle cannot',
    ],
  ])('refuses %s in one line on stderr, with exit status 2', async (args, expected) => {
    const estimator = args.includes('lognormal3') ? ' --estimator mle' : '';
    const { code, stdout, stderr } = await simulate(args + estimator);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`simulate: ${expected}`);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('the printed ensemble', () => {
  /**
   * So many runs that the levels k / (RUNS - 1) of type 7 are the order statistics: all values, by
   * what is printed.
   */
  const RUNS = 2001;
  const ORDER = Array.from({ length: RUNS }, (_, k) => k / (RUNS - 1)).join();
  const at = [1, 2, 10, 60];

  /** Fails unless the mean of `values` is `expected` within four standard errors. */
  function expectMean(values: readonly number[], expected: number, what: string): void {
    const mean = values.reduce((sum, x) => sum + x, 0) / RUNS;
    const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (RUNS - 1);
    // 16 comparisons at 4 standard errors: one in a thousand seeds would fail.
    expect(Math.abs(mean - expected) / Math.sqrt(variance / RUNS), what).toBeLessThan(4);
  }

  it.each([
    ['accumulate', ''],
    ['weighted', ' --regime-option share=0.4,weight=0.3'],
  ])('has under %s the variance of m and the mean of s² that theory says', async (id, option) => {
    const { code, stdout } = await simulate(
      `--regime ${id}${option} --n 20 --generations 60 --replicates ${RUNS} --at ${at.join()} --quantiles ${ORDER} --json`,
    );
    expect(code).toBe(0);
    const { config, bands } = JSON.parse(stdout);
    const { varianceOfMean, meanOfVariance } = regimeMoments(config)!;
    const { mu: mean } = config.truth;
    for (const [row, t] of at.entries()) {
      const { mu, sigma } = bands[row].parameters;
      const all = (quantiles: Params) => Object.values(quantiles);
      const squares = all(mu.quantiles).map((m) => (m - mean) ** 2);
      expectMean(squares, varianceOfMean[t - 1]!, `${id}, Var m, generation ${t}`);
      const variances = all(sigma.quantiles).map((s) => s * s);
      expectMean(variances, meanOfVariance[t - 1]!, `${id}, E s², generation ${t}`);
    }
  });
});

describe('the help of simulate', () => {
  it('lists every regime with its aliases, and each option with its range and default', () => {
    const help = simulateHelp();
    for (const { id, aliases = [], label, options } of regimes.all) {
      expect(help).toContain(`  ${id}`);
      for (const text of [label, ...aliases]) expect(help).toContain(text);
      for (const option of options)
        expect(help).toMatch(new RegExp(`\n {4}${option.name}: .*\\[${option.default}\\]\n`));
    }
    expect(help).toContain('    share: Share of real values; 0 to 1 [0.1]\n');
    expect(help).toMatch(/\n {4}lambda: .*; above 0, at most 1 \[0\.95\]\n/);
  });

  it('lists a regime that was added, and leaves it out once it is taken away', () => {
    const option = { symbol: 'k', label: 'How many', typical: { min: 1, max: 9 }, default: 3 };
    const takeAway = regimes.add({
      ...regimes.get('replace'),
      id: 'hoard',
      aliases: ['magpie'],
      label: 'Hoard',
      options: [
        { ...option, name: 'nests', domain: { min: 1, max: Infinity }, integer: true },
        { ...option, name: 'luck', domain: { min: -Infinity, max: Infinity } },
        { ...option, name: 'greed', domain: { min: 0, max: 1, open: 'both' } },
      ],
    });
    try {
      expect(simulateHelp()).toContain(
        `  hoard (or magpie): Hoard
    nests: How many; whole, at least 1 [3]
    luck: How many; any number [3]
    greed: How many; above 0, below 1 [3]
`,
      );
    } finally {
      takeAway();
    }
    expect(simulateHelp()).not.toContain('hoard');
  });
});
