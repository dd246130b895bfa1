import { describe, expect, it } from 'vitest';
import { programs } from '../../src/programs/index.ts';
import { regimes } from '../../src/lib/regimes/index.ts';
import {
  ensemble,
  allEstimatorIds,
  firstGraph,
  keyed,
  lognormalRegimeIds,
  lognormalRun,
  nastySeeds,
  regimeCases,
} from './configs.ts';
import {
  code,
  expectClosed,
  expectInOrder,
  expectKnownNames,
  expectMacroNames,
  expectSafeComments,
  expectSemicolons,
} from './sasText.ts';
import { languages } from './languages.ts';

const lognormal = { ...lognormalRun, stream: 'keyed' };
const bases = [keyed, ensemble];
/** With an option that no other number of a program is, by regime and option. */
const strange = regimeCases.map(({ regime, regimeOptions }) => ({
  regime,
  regimeOptions: Object.fromEntries(
    Object.keys(regimeOptions).map((name, i) => [
      name,
      0.5309 + 0.1 * i + (name === 'ratio' ? 1 : 0),
    ]),
  ),
}));

describe('every regime', () => {
  it('is among the cases of these tests, or every language says that it has no program yet', () => {
    const cases = ['replace', ...regimeCases.map(({ regime }) => regime)];
    for (const { id } of regimes.all) {
      if (cases.includes(id)) continue;
      for (const { write } of languages) {
        expect(() => write({ ...bases[0]!, regime: id })).toThrow(/^there is no .* program for/);
      }
    }
    for (const { regime, regimeOptions } of regimeCases) {
      const names = regimes.get(regime).options.map(({ name }) => name);
      expect(Object.keys(regimeOptions)).toEqual(names);
    }
  });

  it.each(languages)('has its options among the settings of the $label program', (writer) => {
    for (const { regime, regimeOptions } of strange) {
      const families = lognormalRegimeIds.some((id) => id === regime)
        ? [...bases, lognormal]
        : bases;
      for (const base of families) {
        const text = writer.write({ ...base, regime, regimeOptions });
        const end = text.indexOf('a whole number');
        const settings = text.slice(text.indexOf('- Settings'), end);
        const rest = text.slice(end);
        for (const [name, value] of Object.entries(regimeOptions)) {
          const constant = writer.id === 'python' ? name.toUpperCase() : name;
          expect(settings).toMatch(new RegExp(`\\b${constant} *(=|<-) ${value}\\b`));
          expect(rest).toMatch(new RegExp(`${writer.id === 'sas' ? '&' : '\\b'}${constant}\\b`));
          expect(rest).not.toContain(String(value));
        }
        expect(text).toContain(`regime ${regime}.`);
      }
    }
  });

  it.each(languages)('makes a $label program in plain ASCII with every estimator', (writer) => {
    for (const change of regimeCases) {
      const texts = bases.flatMap((base) =>
        allEstimatorIds.map((estimator) => writer.write({ ...base, ...change, estimator })),
      );
      expect(new Set(texts).size).toBe(texts.length);
      for (const text of texts) {
        expect(text).toMatch(/^[\n\x20-\x7e]*$/);
        expect(text).not.toMatch(
          /undefined|\[object|\$\{\w+\(|\{(fit|regime|setup|most|start|alive)\}| $/m,
        );
        const lines = text.split('\n').filter((line) => !line.includes('Run it:'));
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
      }
    }
  });
});

describe('a program that there is not', () => {
  it.each(languages)('is refused by the $label writer in one clear sentence', (writer) => {
    const remove = regimes.add({ ...regimes.get('accumulate'), id: 'hoard', aliases: [] });
    try {
      for (const base of [...bases, lognormal, firstGraph]) {
        expect(() => writer.write({ ...base, regime: 'hoard' })).toThrow(
          `there is no ${writer.label} program for the regime hoard yet`,
        );
      }
    } finally {
      remove();
    }
    for (const regime of ['sharpened', 'soft-selection']) {
      expect(() => writer.write({ ...lognormal, regime })).toThrow(
        `there is no ${writer.label} program for the regime ${regime} with the family lognormal3 yet`,
      );
    }
    for (const { regime } of regimeCases) {
      expect(() => writer.write({ ...firstGraph, regime })).toThrow(
        `there is no ${writer.label} program for the regime ${regime} with the stream source yet`,
      );
    }
  });
});

// There is no SAS here: see sas.test.ts.
describe('the SAS program', () => {
  const { write } = programs.get('sas');
  /** What each has to do, in this order: of one run in a DATA step, of many in PROC IML. */
  const steps: Record<(typeof regimeCases)[number]['regime'], [run: string[], many: string[]]> = {
    'fresh-real': [
      ['if i <= real then', '&true_mean', 'else x[i]'],
      ['batch(survivors, n - real, m, s)', 'batch(survivors, real, &true_mean, &true_sd)'],
    ],
    'fixed-real': [
      ['if t = 1 or i > real then'],
      [
        'kept = batch(survivors, real, &true_mean, &true_sd)',
        'pool(kept, batch(survivors, n - real, m, s))',
      ],
    ],
    accumulate: [
      ["symputx('most', min(1e7, &n * &generations))", 'n = &n * t;', 'do i = n - &n + 1 to n;'],
      ['pool(kept, batch(survivors, n, m, s))', 'kept = both;', 'correction((n # t))'],
    ],
    'accumulate-fresh': [
      [
        "symputx('most', min(1e7, &n * &generations))",
        'n = &n * t;',
        'if i <= n - real then',
        'else x[i]',
        '&true_mean',
      ],
      [
        'pool(batch(survivors, n - real, m, s), batch(survivors, real, &true_mean, &true_sd))',
        'pool(kept, new)',
        'kept = both;',
        'correction((n # t))',
      ],
    ],
    'accumulate-subsample': [
      [
        'do i = n * (t - 1) + 1 to n * t;',
        'pool[i] = rand(',
        'x[i] = pool[j];',
        'pool[j] = pool[i];',
      ],
      [
        'kept[, (n # (t - 1) + 1):(n # t)] = m + s # z;',
        "kept[i, sample(1:(n # t), n, 'WOR')]",
        'm = x[, :];',
      ],
    ],
    weighted: [
      [
        'do part = 1 to 2;',
        'w = 1 - weight;',
        'model_mean, model_sd',
        '&true_mean, &true_sd',
        'if range(of x[*]) = 0 then leave;',
        'w * sd ** 2',
      ],
      [
        '(1 - w) # old[, 2] + w # new[, 2]',
        'share_of_variance(old, 1 - w) + share_of_variance(new, w)',
      ],
    ],
    growing: [
      ['n = floor(&n * t ** &power + 0.5);', 'if n > &most'],
      [
        'floor(n # t ## &power + 0.5)',
        'm = sample_mean(count, m, s);',
        'correction(count) # sample_sd(count, s)',
      ],
    ],
    'growing-geometric': [
      ['(t - 1) * log(&ratio)', 'if n > &most'],
      [
        '(t - 1) # log(&ratio)',
        'm = sample_mean(count, m, s);',
        'correction(count) # sample_sd(count, s)',
      ],
    ],
    truncated: [
      ['do until (t = 1 or abs(x[i] - mean) < &cut * sd);'],
      ['if t > 1', 'far = loc(abs(z) >= &cut);', 'z[far] = again;', 'm = m + s # center;'],
    ],
    'soft-selection': [
      ["do until (t = 1 or rand('Uniform') < exp(-z ** 2 / 2));", '&target', '&width'],
      ['a = 1 / (1 + (s / taste_sd) ## 2);', 'taste_mean + a # (m - taste_mean), sqrt(a) # s)'],
    ],
    sharpened: [
      ['if t > 1 then sd = sqrt(&lambda) * sd;'],
      ['sampled_sd = sqrt(&lambda) # s;', 'm = sample_mean(n, m, sampled_sd);'],
    ],
  };

  it.each(regimeCases)('has the structure of SAS under $regime', (change) => {
    const of = ([base, places]: [typeof keyed, string[]], names: string[]) => {
      for (const estimator of base.family === 'normal' ? allEstimatorIds : ['mle']) {
        const text = write({ ...base, ...change, estimator });
        expectClosed(text);
        expectSemicolons(text);
        expectMacroNames(text, [...names, ...Object.keys(change.regimeOptions)]);
        expectInOrder(text, places);
        for (const seed of nastySeeds) expectSafeComments(write({ ...base, ...change, seed }));
      }
    };
    const names = ['n', 'generations', 'seed', 'true_mean', 'true_sd'];
    of(
      [
        keyed,
        ['Settings', ...steps[change.regime][0], 'if range(of x[*]) = 0 or sd <= 0', 'output;'],
      ],
      names,
    );
    of([ensemble, ['proc iml;', ...steps[change.regime][1], 'survivors = ncol(alive);']], names);
    if (lognormalRegimeIds.some((id) => id === change.regime))
      of([lognormal, ['data runs']], ['seed']);
    const many = code(write({ ...ensemble, ...change, estimator: 'unbiased-log' }));
    expectKnownNames(many.split('proc iml;')[1]!.split('quit;')[0]!);
  });
});
