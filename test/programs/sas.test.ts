// There is no SAS here, so its programs are never run: these tests read them as SAS's tokenizer
// would and check their structure. What they compute is checked only by their twins in R, Python
// and TypeScript.
import { describe, expect, it } from 'vitest';
import { sas } from '../../src/programs/sas.ts';
import type { RunConfig } from '../../src/lib/types.ts';
import { ensemble, allEstimatorIds, firstGraph, keyed, nastySeeds } from './configs.ts';
import {
  code,
  count,
  expectClosed,
  expectInOrder,
  expectKnownNames,
  expectMacroNames,
  expectSafeComments,
  expectSemicolons,
} from './sasText.ts';

const casesOf = <Config extends RunConfig>(base: Config, what: string) =>
  allEstimatorIds.map((estimator) => ({
    config: { ...base, estimator },
    name: `${what}, ${estimator}`,
  }));

const runs = [...casesOf(firstGraph, 'source'), ...casesOf(keyed, 'keyed')];
const ensembles = casesOf(ensemble, 'ensemble');
const cases = [...runs, ...ensembles];

describe('the SAS program', () => {
  it.each(cases)('closes everything that it opens: $name', ({ config }) => {
    expectClosed(sas.write(config));
  });

  it.each(cases)('ends every statement with a semicolon: $name', ({ config }) => {
    expectSemicolons(sas.write(config));
  });

  it.each(cases)('uses no macro variable that it does not set: $name', ({ config }) => {
    const names = ['n', 'generations', 'true_mean', 'true_sd', 'seed'];
    expectMacroNames(sas.write(config), names);
  });

  it.each(runs)('simulates, fits, and keeps the fit, in this order: $name', ({ config }) => {
    const text = sas.write(config);
    const keyed = config.stream === 'keyed';
    const loop = [
      'streaminit(',
      'do i = 1 to n;',
      "rand('Normal', mean, sd)",
      'mean = mean(of x[*]);',
    ];
    const rest = [
      'sd <= 0',
      'stop;',
      keyed ? '\n    output;' : 'proc append base = runs data = model;',
    ];
    const places = [
      ...loop,
      '\n',
      'sd = ',
      ...rest,
      'data _null_;',
      "put 't,n,mean,sd'",
      'put t n mean',
    ];
    expectInOrder(text, places);
  });

  it('keeps its comments free of what SAS would act on, whatever the seed', () => {
    for (const { config: base } of cases) {
      for (const seed of base.stream === 'keyed' ? nastySeeds : [base.seed]) {
        expectSafeComments(sas.write({ ...base, seed }));
      }
    }
  });

  it('starts the source’s stream from seed + t in generation t, and any other stream once', () => {
    const source = sas.write(firstGraph);
    expect(source).toContain('call streaminit(%eval(&seed + &t));');
    expect(source).toContain("x[i] = round(rand('Normal', mean, sd), 1e-5);");
    const bare = code(sas.write(keyed));
    expect(bare.indexOf('call streaminit(&seed);')).toBeLessThan(bare.indexOf('do t = 1'));
    expect(count(bare, /streaminit/g)).toBe(1);
  });
});

describe('the SAS program of an ensemble', () => {
  /** What stands between `proc iml;` and `quit;`. */
  const iml = (config: (typeof ensembles)[number]['config']) =>
    code(sas.write(config)).split('proc iml;')[1]!.split('quit;')[0]!;

  it.each(ensembles)('takes all runs a generation on, and drops the ended: $name', ({ config }) => {
    const text = sas.write(config);
    const places = [
      'proc iml;',
      'correction = ',
      'call randseed(&seed);',
      'm = j(survivors, 1, &true_mean);',
      's = j(survivors, 1, &true_sd);',
      'do t = 1 to &generations while (survivors > 0);',
      "call randgen(z, 'Normal');",
      "call randgen(chi_square, 'ChiSquare', n - 1);",
      // The mean moves by the spread before it.
      'm = m + s # z / sqrt(n);',
      's = correction # s # sqrt(chi_square / (n - 1));',
      "alive = loc(s >= constant('small'));",
      'survivors = ncol(alive);',
      'm = m[alive, ];',
      's = s[alive, ];',
      'row = loc(print_at = t);',
      'results[row, ] = t || survivors || means || q;',
      "names = {'t' 'survivors' 'mean_m' 'mean_s' 'mean_s2'}",
      'create ensemble from results[colname = names];',
      'append from results;',
      'quit;',
      'proc export data = ensemble',
    ];
    expectInOrder(text, places);
  });

  it.each(ensembles)('reads no name before it has a value: $name', ({ config }) => {
    expectKnownNames(iml(config));
  });

  it('writes each way of correcting s as its twins do', () => {
    const corrections = {
      'unbiased-variance': '1',
      'maximum-likelihood': 'sqrt((n - 1) / n)',
      'unbiased-standard-deviation': '1 / c4',
      'unbiased-log': 'exp(log_bias)',
      prior: 'sqrt((n - 1) / (n - 1 + &strength))',
    };
    for (const { config } of ensembles) {
      expect(iml(config)).toContain(`correction = ${corrections[config.estimator]};`);
    }
    const single = (estimator: string) => sas.write({ ...keyed, estimator });
    for (const [estimator, start] of [
      ['unbiased-standard-deviation', 'c4 = '],
      ['unbiased-log', 'log_bias = '],
    ] as const) {
      const line = single(estimator)
        .split('\n')
        .find((text) => text.trim().startsWith(start))!;
      expect(sas.write({ ...ensemble, estimator })).toContain(line.trim());
    }
  });
});
