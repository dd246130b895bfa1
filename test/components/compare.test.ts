import { describe, expect, it } from 'vitest';
import { compare } from '../../src/components/demos/compare.ts';
import { finish, shownWith } from '../../src/components/island/finish.ts';
import { membersOf } from '../../src/components/island/members.ts';
import { checkConfig } from '../../src/lib/config.ts';
import { decodings } from '../../src/lib/decodings/index.ts';
import { estimatorsFor } from '../../src/lib/estimators/index.ts';
import { failureText } from '../../src/lib/failures.ts';
import { families } from '../../src/lib/families/index.ts';
import { recordsOf } from '../../src/lib/recursion.ts';
import { regimes } from '../../src/lib/regimes/index.ts';
import { writeQuery } from '../../src/settings/links.ts';
import { defaultSettings, isInUse, type Settings } from '../../src/settings/fields.ts';
import type { Demo } from '../../src/components/demos/shared/demo.ts';
import { expectRelative } from '../support/relative.ts';
import { spaced } from '../support/readChart.ts';

const SIDES = ['a', 'b'] as const;
const { fields } = compare;
const QUICK = { generations: 40, replicates: 10 };
const settingsOf = (changes: Settings = {}): Settings => ({
  ...defaultSettings(fields),
  ...changes,
});
const inputOf = (changes?: Settings) => compare.input(settingsOf(changes));
const runsOf = (changes?: Settings) =>
  finish('ensembles', inputOf({ ...QUICK, ...changes })).runs.map((run) => run!);
const optionsOf = (name: string) => {
  const field = fields.find((one) => one.name === name)!;
  return field.kind === 'choice' ? field.options.map(({ value }) => value) : [];
};
const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);
/** What comes of the settings at a frame, in words. */
function said(changes: Settings, at?: number): string {
  const result = shownWith(compare, settingsOf({ ...QUICK, ...changes }));
  return spaced(compare.sentence(result, at ?? compare.openAt(result)));
}

describe.each(SIDES)('the settings of side %s', (side) => {
  it('offer every family, estimator and policy that is registered', () => {
    expect(optionsOf(`${side}family`)).toEqual(ids(families.all));
    expect(optionsOf(`${side}regime`)).toEqual(ids(regimes.all));
    const offered = fields.filter(({ name }) => name.startsWith(`${side}estimator`));
    expect(offered.map(({ name }) => optionsOf(name))).toEqual(
      families.all.map(({ id }) => ids(estimatorsFor(id))).filter((menu) => menu.length > 1),
    );
  });

  it.each(ids(families.all))(
    'show of the family %s its parameters, estimators and, of types, decodings',
    (id) => {
      const settings = settingsOf({ [`${side}family`]: id });
      const shown = fields.filter(
        (field) => field.when?.fields.includes(`${side}family`) && isInUse(field, settings),
      );
      const names = shown.map(({ name }) => name);
      const menus = names.filter((name) => name.startsWith(`${side}estimator`));
      const estimators = ids(estimatorsFor(id));
      expect(menus.map(optionsOf)).toEqual(estimators.length > 1 ? [estimators] : []);
      const others = names.filter((name) => !menus.includes(name));
      const { kind, parameters } = families.get(id);
      const own = [
        ...parameters.map(({ name }) => name),
        ...(kind === 'categories' ? ['decoding'] : []),
      ];
      expect(others.toSorted()).toEqual(own.map((name) => side + name).toSorted());
    },
  );

  it.each(ids(decodings.all))(
    'show of the decoding %s its options, for a family of types',
    (id) => {
      const shown = (family: string) =>
        fields
          .filter((field) => field.when?.fields.includes(`${side}decoding`))
          .filter((field) =>
            isInUse(field, settingsOf({ [`${side}family`]: family, [`${side}decoding`]: id })),
          )
          .map(({ name }) => name);
      expect(shown('ngram-2')).toEqual(decodings.get(id).options.map(({ name }) => side + name));
      expect(shown('normal')).toEqual([]);
      const which = SIDES.indexOf(side);
      const run = (family: string) =>
        inputOf({ [`${side}family`]: family, [`${side}decoding`]: id }).runs![which]!;
      expect(run('categorical').decoding).toBe(id);
      expect(run('normal').decoding).toBeUndefined();
    },
  );

  it.each(ids(regimes.all))('show of the policy %s its options only', (id) => {
    const settings = settingsOf({ [`${side}regime`]: id });
    const shown = fields.filter(
      (field) => field.when?.fields.includes(`${side}regime`) && isInUse(field, settings),
    );
    expect(shown.map(({ name }) => name).toSorted()).toEqual(
      regimes
        .get(id)
        .options.map(({ name }) => side + name)
        .toSorted(),
    );
  });

  it.each([
    ['column', 'normal', '3\n4\n9\n', { column: [3, 4, 9] }],
    ['text', 'ngram-2', 'a rose is a rose', { text: 'a rose is a rose' }],
  ])(
    'take what is the reader’s own for the source %s, of a family of its kind',
    (source, family, text, given) => {
      const chosen = {
        ...{ afamily: family, bfamily: family, show: family === 'normal' ? 'spread' : 'types' },
        [`${side}source`]: source,
      };
      const which = SIDES.indexOf(side);
      const run = (own: string) => {
        const { settings, notes } = compare.repair(settingsOf({ ...chosen, [side + source]: own }));
        return { run: compare.input(settings).runs![which]!, notes, settings };
      };
      const field = fields.find(({ name }) => name === side + source)!;
      expect(isInUse(field, settingsOf(chosen))).toBe(true);
      expect(isInUse(field, settingsOf({ ...chosen, [`${side}source`]: 'family' }))).toBe(false);
      expect(run(text)).toMatchObject({ notes: [], run: { source, truth: {}, ...given } });
      // Until there is enough of it the choice stands, and the family's own data are used.
      for (const [own, said] of [
        ['', /^[AB]: your own .*paste or type at least two/],
        ['?', /^[AB]: your own .*: fewer than two/],
      ] as const) {
        const without = run(own);
        expect(without.run.source).toBeUndefined();
        expect(without.settings[`${side}source`]).toBe(source);
        expect(without.notes).toEqual([expect.stringMatching(said)]);
      }
      expect(
        writeQuery('', 'compare', fields, settingsOf({ ...chosen, [side + source]: text })),
      ).not.toContain('rose');
    },
  );

  it('each decide its own run, and not the other', () => {
    const which = SIDES.indexOf(side);
    const before = inputOf().runs!;
    const after = inputOf({ [`${side}n`]: 7, [`${side}sigma`]: 2 }).runs!;
    expect(after[which]).toMatchObject({ n: 7, truth: { mu: 125, sigma: 2 } });
    expect(after[1 - which]).toEqual(before[1 - which]);
  });
});

describe('the two runs', () => {
  it('are those that the engine makes of the settings', () => {
    const { runs: asked } = inputOf({ ...QUICK, bfamily: 'lognormal' });
    for (const [which, run] of runsOf({ bfamily: 'lognormal' }).entries()) {
      const records = recordsOf(asked![which]!);
      const { statistics } = families.get(run.config.family);
      expect(Object.keys(run.values)).toEqual(statistics.map(({ name }) => name));
      for (const { name, of } of statistics)
        expect([...run.values[name]!]).toEqual(
          records.map(({ fit }) => fit.ok && of(fit.model, null)),
        );
    }
  });

  it('are the same where nothing differs, and others with other random numbers', () => {
    const [a, b] = runsOf({ bregime: 'replace' });
    expect(b!.values).toEqual(a!.values);
    const [c, d] = runsOf({ bregime: 'replace', numbers: 'separate' });
    expect(c!.values).toEqual(a!.values);
    expect(d!.values.sigma![0]).not.toBe(c!.values.sigma![0]);
  });

  it('differ by the divisors alone where the estimators do: a factor in each generation', () => {
    // s with divisor n is s with divisor n − 1 times the root of (n − 1) / n.
    const n = 20;
    const changes = { an: n, bn: n, bregime: 'replace', bestimator: 'maximum-likelihood' };
    const [a, b] = runsOf(changes);
    for (let t = 1; t <= QUICK.generations; t++) {
      const wanted = a!.values.sigma![t - 1]! * ((n - 1) / n) ** (t / 2);
      expectRelative(b!.values.sigma![t - 1]!, wanted, 1e-12);
    }
  });

  it('are one run where the one is the logarithm of the other', () => {
    // log X is normal: the same random numbers and the same divisor give the same shares.
    const changes = { aestimator: 'maximum-likelihood', bfamily: 'lognormal', bregime: 'replace' };
    const [a, b] = runsOf(changes);
    for (let row = 0; row < QUICK.generations; row++)
      expectRelative(b!.values.sdlog![row]! / 0.5, a!.values.sigma![row]! / 30, 1e-9);
  });
});

const FRESH = 'what a generation is fitted to (“Replace” against “Fresh real share, α = 0.1”)';

describe('the sentence', () => {
  it.each([
    [{}, `A and B differ in ${FRESH}; all else is the same, the random numbers too.`],
    [
      { numbers: 'separate' },
      `A and B differ in ${FRESH}; all else is the same but the random numbers, of which each has its own.`,
    ],
    [{ bregime: 'replace' }, 'Nothing differs: A and B are the same run, to the last digit.'],
    [
      { bregime: 'replace', numbers: 'separate' },
      'Only the random numbers differ: where A and B part, it is by chance.',
    ],
    [
      { bregime: 'replace', numbers: 'separate', bseed: 'compare' },
      'Nothing differs: A and B are the same run, to the last digit.',
    ],
    [
      { bregime: 'replace', bn: 1_000, bsigma: 12.345678 },
      'A and B differ in the original standard deviation (σ = 30 against σ = 12.345678) and the sample size (n = 100 against n = 1,000); all else is the same, the random numbers too.',
    ],
    [
      { aregime: 'fresh-real', bshare: 0.2 },
      'A and B differ in the share of real values (α = 0.1 against α = 0.2); all else is the same, the random numbers too.',
    ],
    [
      { bregime: 'replace', bfamily: 'lognormal' },
      'A and B differ in the family (“Normal”, μ = 125, σ = 30 against “Lognormal”, ζ = 2, σ = 0.5) and how it is estimated (“Unbiased variance (divide by n − 1)” against “Maximum likelihood (divide by n)”); all else is the same, the random numbers too.',
    ],
    [
      { an: 50, bmu: 1, bregime: 'replace', bestimator: 'unbiased-log' },
      /^A and B differ in the original mean \(.*\), how it is estimated \(.*\) and the sample size \(.*\); all/,
    ],
  ] as [Settings, string | RegExp][])('says what differs with %j', (changes, words) => {
    const [difference] = said({ ...changes, generations: 2 }).split(' By generation 2 ');
    if (typeof words === 'string') expect(difference).toBe(words);
    else expect(difference).toMatch(words);
  });

  it('does not tell apart what has no effect: settings that are out of sight', () => {
    expect(said({ bregime: 'replace', bshare: 0.7, bsdlog: 1, bseed: 'x' })).toMatch(/^Nothing/);
  });

  it('says what came of it, as a share of each side’s own original', () => {
    const changes = { bsigma: 3 };
    const [a, b] = runsOf(changes).map(({ values }) => values.sigma![29]!);
    const words = said(changes, 29).split(' By generation 30 ')[1]!;
    const found = /^the standard deviation is (\S+) in A \((\S+) % .*\) and (\S+) in B \((\S+) %/;
    const numbers = found.exec(words)!.slice(1).map(Number);
    [a!, a! / 0.3, b!, b! / 0.03].forEach((wanted, i) =>
      // Three digits of a value, two of a share.
      expectRelative(numbers[i]!, wanted, i % 2 === 0 ? 0.006 : 0.06),
    );
    expect(said({ show: 'mean' }, 29)).toMatch(
      /the mean is \S+ in A \(from an original 125\) and \S+ in B \(from an original 125\)\.$/,
    );
  });

  it('says of a run that ended when and why, from then on', () => {
    const changes = { bfamily: 'lognormal3', bregime: 'replace', bn: 20, generations: 100 };
    const ended = recordsOf(inputOf(changes).runs![1]!).at(-1)!;
    if (ended.fit.ok) throw new Error('the run was to end early');
    const why = failureText(ended.fit.reason).slice(1, -1);
    expect(said(changes, ended.t - 2)).toMatch(/ in B \(\S+ % of its original’s\)\.$/);
    for (const frame of [ended.t - 1, 99]) {
      const words = said(changes, frame);
      expect(words).toMatch(
        /the standard deviation is \S+ in A \(\S+ % of its original’s\); B ended/,
      );
      expect(words).toContain(`; B ended in generation ${ended.t} (`);
      expect(words).toContain(`${why}).`);
    }
  });

  it('says what is not there yet', () => {
    const result = shownWith(compare, settingsOf(QUICK));
    const words = compare.sentence({ ...result, runs: [result.runs[0]!, null] }, 3);
    expect(words).toMatch(/in A \(.*\); B is still being made\.$/);
  });
});

describe('settings that do not go together', () => {
  it('are mended, with a note: a policy that the estimator cannot serve', () => {
    for (const side of SIDES) {
      const asked = settingsOf({ [`${side}family`]: 'lognormal3', [`${side}regime`]: 'weighted' });
      const { settings, notes } = compare.repair(asked);
      expect(settings).toEqual({ ...asked, [`${side}regime`]: 'replace' });
      expect(notes).toEqual([expect.stringMatching(/“Weighted mix” .* so “Replace” is used\.$/)]);
      expect(notes[0]!.startsWith(`${side.toUpperCase()}: `)).toBe(true);
    }
  });

  it('are mended, with a note: a number that one side has not', () => {
    const { settings, notes } = compare.repair(
      settingsOf({ bfamily: 'lognormal', show: 'meanlog' }),
    );
    expect([settings.show, notes.length]).toEqual(['spread', 1]);
    const both = settingsOf({ afamily: 'lognormal3', bfamily: 'lognormal', show: 'meanlog' });
    expect(compare.repair(both)).toEqual({ settings: both, notes: [] });
  });

  it('are not left: every family goes with every policy', () => {
    for (const bfamily of ids(families.all)) {
      for (const bregime of ids(regimes.all)) {
        const { settings } = compare.repair(settingsOf({ bfamily, bregime }));
        for (const run of compare.input(settings).runs!)
          expect(() => checkConfig(run)).not.toThrow();
      }
    }
  });
});

it('offers three presets, which say each of itself what differs', () => {
  const words = compare.presets.map(({ settings }) => said({ ...settings, ...QUICK }));
  expect(words[0]).toContain(FRESH);
  expect(words[1]).toMatch(/^Only the random numbers differ/);
  expect(words[2]).toContain('the sample size (n = 100 against n = 1,000)');
});

it('gives the program of A or of B, with the family, the original and the seed of each', () => {
  const settings = settingsOf({ bfamily: 'lognormal3', bthreshold: 4, numbers: 'separate' });
  const { members, usual } = membersOf(compare as unknown as Demo, settings);
  expect(members.map(({ config }) => config)).toEqual(compare.input(settings).runs);
  expect(usual).toBe(0);
  expect(members.map(({ name }) => name.slice(0, 3))).toEqual(['A: ', 'B: ']);
  expect(members[1]!.name).toContain('Lognormal with threshold');
});
