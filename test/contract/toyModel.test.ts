import { describe, expect, it } from 'vitest';
import { simulateHelp } from '../../src/cli/simulateHelp.ts';
import { readConfig } from '../../src/cli/runConfig.ts';
import { shownNumbers, shownOf } from '../../src/cli/shown.ts';
import type { Demo } from '../../src/components/demos/shared/demo.ts';
import { checkConfig, ConfigError } from '../../src/lib/config.ts';
import { estimators } from '../../src/lib/estimators/index.ts';
import { families } from '../../src/lib/families/index.ts';
import { lineStatistics, parameterStatistic } from '../../src/lib/families/statistics.ts';
import { laws } from '../../src/lib/laws/index.ts';
import type { Law } from '../../src/lib/laws/law.ts';
import { recordsOf } from '../../src/lib/recursion.ts';
import { regimes } from '../../src/lib/regimes/index.ts';
import { sources } from '../../src/lib/sources/index.ts';
import type {
  Estimator,
  Line,
  LineFamily,
  ParameterSpec,
  Source,
  Statistic,
} from '../../src/lib/types.ts';
import { defaultSettings, isInUse, type Settings } from '../../src/settings/fields.ts';
import { readQuery, writeQuery } from '../../src/settings/links.ts';
import { expectSoundDrawings, expectSoundWords } from '../components/sound.ts';
import { legendOf } from '../support/readChart.ts';
import { describeEstimator } from './estimatorContract.ts';
import { describeFamily } from './familyContract.ts';
import { describeSource } from './sourceContract.ts';

/*
 * A family with its estimator and a statistic of its own, a source and a law: a file each and a
 * line in their registries. The lines are written here, before the demos are loaded, as they would
 * be in src/lib; nothing else knows these entries.
 */
type Uniform = Readonly<{ highest: number }>;

const highest: ParameterSpec = {
  name: 'highest',
  symbol: 'h',
  label: 'Highest value',
  domain: { min: 0, max: Infinity, open: 'min' },
  typical: { min: 0.5, max: 50 },
  default: 8,
  scale: 'log',
};

const line: Line<Uniform> = {
  support: (model) => ({ min: 0, max: model.highest }),
  logPdf: (x, model) => (x >= 0 && x <= model.highest ? -Math.log(model.highest) : -Infinity),
  cdf: (x, model) => Math.min(1, Math.max(0, x / model.highest)),
  upper: (x, model) => Math.min(1, Math.max(0, (model.highest - x) / model.highest)),
  quantile: (p, model) => (p >= 0 && p <= 1 ? p * model.highest : NaN),
  mean: (model) => model.highest / 2,
  variance: (model) => model.highest ** 2 / 12,
};

const reach: Statistic<Uniform> = {
  name: 'reach',
  symbol: 'reach',
  label: 'Reach of the original',
  role: 'share',
  scale: 'linear',
  of: (model, original) => (original ? Math.min(1, model.highest / original.highest) : NaN),
};

const uniform: LineFamily<Uniform> = {
  id: 'toy-uniform',
  label: 'Toy, uniform from 0',
  kind: 'line',
  needs: { values: 1, different: false },
  parameters: [highest],
  model: (params) => params as Uniform,
  statistics: [parameterStatistic(highest, 'spread'), reach, ...lineStatistics(line)],
  line,
  // What `byMean` tends to.
  nearest: (real) => (real.line && real.line.mean > 0 ? { highest: 2 * real.line.mean } : null),
  sample: (rng, model, n) => Float64Array.from({ length: n }, () => model.highest * rng.uniform()),
};

/** Twice the mean: moves and stretches as the values do. */
const byMean: Estimator<Uniform> = {
  id: 'toy-mean',
  family: uniform.id,
  label: 'Twice the mean',
  summary: 'Keeps the highest value right on average.',
  fit(values) {
    if (values.length === 0) return { ok: false, reason: 'too-few-values' };
    const all = Float64Array.from(values);
    if (!all.every(Number.isFinite)) return { ok: false, reason: 'not-finite' };
    const mean = all.reduce((sum, x) => sum + x / all.length, 0);
    if (!(mean > 0)) return { ok: false, reason: 'negative' };
    return Number.isFinite(2 * mean)
      ? { ok: true, model: { highest: 2 * mean } }
      : { ok: false, reason: 'overflow' };
  },
  rough: true,
};

const spike: Source = {
  id: 'toy-spike',
  label: 'Toy, one value and a little',
  summary: 'Nearly always the same.',
  kind: 'line',
  options: [{ ...highest, name: 'around', label: 'Around', default: 3 }],
  open: ({ around = NaN }) => ({
    kind: 'line',
    width: 1,
    sample: (rng, n) => Float64Array.from({ length: n }, () => around + rng.uniform() / 10),
  }),
};

/** Its options, each of them legal, may be none together. */
const between: Source = {
  id: 'toy-between',
  label: 'Toy, anything between',
  summary: 'Every value between two is as likely as any other.',
  kind: 'line',
  options: ['low', 'high'].map((name, i) => ({ ...highest, name, label: name, default: 2 + i })),
  open({ low = NaN, high = NaN }) {
    if (low >= high) throw new ConfigError(`low must be less than high, got ${low}`);
    const share = (x: number) => Math.min(1, Math.max(0, (x - low) / (high - low)));
    return {
      kind: 'line',
      width: 1,
      sample: (rng, n) =>
        Float64Array.from({ length: n }, () => low + (high - low) * rng.uniform()),
      line: {
        support: { min: low, max: high },
        logPdf: (x) => (x >= low && x <= high ? -Math.log(high - low) : -Infinity),
        cdf: share,
        upper: (x) => Math.min(1, Math.max(0, (high - x) / (high - low))),
        quantile: (p) => (p >= 0 && p <= 1 ? low + p * (high - low) : NaN),
        mean: (low + high) / 2,
        variance: (high - low) ** 2 / 12,
      },
    };
  },
};

/** E of twice the mean of n uniform values is the highest of them. */
const highestStays: Law = {
  id: 'toy-stays',
  label: 'The highest value stays, on average',
  reference: 'cochran1934',
  exact: true,
  statistics: ['highest'],
  open: ({ config, family, original }) =>
    family.id === uniform.id && config.source === undefined
      ? { mean: () => (original as Uniform).highest }
      : null,
};

families.add(uniform);
estimators.add(byMean);
sources.add(spike);
sources.add(between);
laws.add(highestStays);
const { compare } = await import('../../src/components/demos/compare.ts');
const { shownWith } = await import('../../src/components/island/finish.ts');

const QUICK = { generations: 12, replicates: 20, an: 30, bn: 30 };
const settingsOf = (changes: Settings) => ({
  ...defaultSettings(compare.fields),
  ...QUICK,
  bfamily: uniform.id,
  show: 'highest',
  ...changes,
});
const both = (changes: Settings = {}) => settingsOf({ afamily: uniform.id, ...changes });
const optionsOf = (name: string) => {
  const field = compare.fields.find((one) => one.name === name);
  return field?.kind === 'choice' ? field.options.map(({ value }) => value) : [];
};

describeFamily(uniform);
describeEstimator(byMean);
describeSource(spike);
describeSource(between);

describe('a new family, source, statistic and law', () => {
  it('are in the menus of the lab, with their numbers while they mean something', () => {
    expect(optionsOf('bfamily')).toContain(uniform.id);
    expect(optionsOf('bsource')).toContain(spike.id);
    expect(optionsOf('show')).toContain('reach');
    const shown = (changes: Settings) =>
      compare.fields
        .filter((field) => isInUse(field, settingsOf(changes)))
        .map(({ name }) => name)
        .filter((name) => /^b(highest|around)$/.test(name));
    expect(shown({})).toEqual(['bhighest']);
    expect(shown({ bsource: spike.id })).toEqual(['baround']);
  });

  it('come back from a link', () => {
    const asked = both({ bsource: spike.id, baround: 5, ahighest: 20 });
    const query = writeQuery('', 'compare', compare.fields, asked);
    const { settings } = readQuery(
      query,
      'compare',
      compare.fields,
      defaultSettings(compare.fields),
    );
    expect(compare.input(settings).runs).toEqual(compare.input(asked).runs);
    expect(compare.input(settings).runs![1]).toMatchObject({
      family: uniform.id,
      source: spike.id,
      truth: { around: 5 },
    });
  });

  it('are run, drawn, said and put into tables, with the law where there is one', () => {
    for (const show of ['highest', 'reach', 'mean']) {
      const result = shownWith(compare, both({ show, bsource: spike.id }));
      expectSoundWords(compare as unknown as Demo, result, [0, 11]);
      for (const figure of compare.figures) {
        const { svg } = expectSoundDrawings(figure, result, [0, 11], 'one');
        const legend = legendOf(svg);
        // Of a spike no family has a model that comes nearest.
        expect(legend.some((item) => /original$/.test(item))).toBe(figure.id === 'side-a');
        const isLaw = legend.some((item) => /by law$/.test(item));
        expect(isLaw, `${figure.id} of ${show}`).toBe(show === 'highest' && figure.id === 'side-a');
        if (show === 'reach') expect(svg.querySelector('[stroke="var(--count)"]')).not.toBeNull();
        const label = families.get(uniform.id).statistics.find(({ name }) => name === show)!.label;
        expect(figure.table(result, 0).columns[1]).toBe(`${label.toLowerCase()} of the run`);
      }
    }
    const words = compare.sentence(shownWith(compare, both({ bsource: spike.id })), 11);
    expect(words).toContain('where real data come from (');
    expect(words).toContain(`“${spike.label}”`);
  });

  it('are on the command line', () => {
    const help = simulateHelp();
    for (const name of [uniform.id, spike.id, byMean.id, 'reach']) expect(help).toContain(name);
    const config = readConfig({
      values: { family: uniform.id, source: spike.id, n: '10', generations: '3' },
      all: { 'source-option': ['around=4'] },
    });
    expect(config).toMatchObject({ estimator: byMean.id, source: spike.id, truth: { around: 4 } });
    const { family, original } = checkConfig(config);
    const shown = shownOf(family, 'reach,sd');
    const [first] = recordsOf(config);
    const numbers = first!.fit.ok ? shownNumbers(first!.fit.model, shown, original) : {};
    expect(Object.keys(numbers)).toEqual(['params', 'statistics']);
  });

  it('say by themselves which of their numbers they refuse', () => {
    const refused = both({ bsource: between.id, blow: 5, bhigh: 4 });
    const { settings, notes } = compare.repair(refused);
    expect(settings.bsource).toBe('family');
    expect(notes).toEqual([
      `B: “${between.label}” cannot be had as it is set (low must be less than high, got 5), so “The family itself” is used.`,
    ]);
    // Numbers on a line are nothing for a table of types, whatever they are.
    const unlike = compare.repair({ ...refused, blow: 3, bfamily: 'categorical' });
    expect(unlike.notes[0]).toMatch(/ do not go together \(the source toy-between gives numbers/);
  });

  it('go with every policy, or say why not', () => {
    for (const { id } of regimes.all) {
      const { settings, notes } = compare.repair(both({ bregime: id }));
      for (const run of compare.input(settings).runs!) expect(() => checkConfig(run)).not.toThrow();
      for (const note of notes) expect(note).toMatch(/do not go together \(.*\), so “Replace”/);
    }
  });
});
