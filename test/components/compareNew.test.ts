import { expect, it } from 'vitest';
import { estimators } from '../../src/lib/estimators/index.ts';
import { families } from '../../src/lib/families/index.ts';
import { normal } from '../../src/lib/families/normal.ts';
import { lineStatistics, parameterStatistic } from '../../src/lib/families/statistics.ts';
import { regimes } from '../../src/lib/regimes/index.ts';
import { replace } from '../../src/lib/regimes/replace.ts';
import type {
  Estimator,
  Line,
  LineFamily,
  ParameterSpec,
  Regime,
  RunConfig,
} from '../../src/lib/types.ts';
import { isInUse, defaultSettings, type Settings } from '../../src/settings/fields.ts';

/*
 * A family, its estimator and a policy are registered before the demo is loaded, as they would be
 * in src/lib; nothing else knows them. Their numbers have names that others have already.
 */
const rate: ParameterSpec = {
  name: 'sigma',
  symbol: 'λ',
  label: 'Rate',
  domain: { min: 0, max: Infinity, open: 'min' },
  typical: { min: 0.5, max: 4 },
  default: 2,
};
type Rated = Readonly<{ sigma: number }>;
const asNormal = ({ sigma }: Rated) => ({ mu: 1 / sigma, sigma: 1 / sigma });
const line: Line<Rated> = {
  support: () => ({ min: -Infinity, max: Infinity }),
  logPdf: (x, model) => normal.line.logPdf(x, asNormal(model)),
  cdf: (x, model) => normal.line.cdf(x, asNormal(model)),
  upper: (x, model) => normal.line.upper(x, asNormal(model)),
  quantile: (p, model) => normal.line.quantile(p, asNormal(model)),
  mean: ({ sigma }) => 1 / sigma,
  variance: ({ sigma }) => 1 / (sigma * sigma),
};
/** A normal whose mean and standard deviation are one over a rate. */
const rated: LineFamily<Rated> = {
  id: 'toy-rated',
  label: 'Toy, rated',
  kind: 'line',
  needs: { values: 1, different: false },
  parameters: [rate],
  model: (params) => params as Rated,
  statistics: [parameterStatistic(rate, 'spread'), ...lineStatistics(line)],
  line,
  sample: (rng, model, n) => normal.sample(rng, asNormal(model), n),
};
const byMean: Estimator<Rated> = {
  id: 'toy-mean',
  family: rated.id,
  label: 'One over the mean',
  summary: 'Keeps the mean.',
  fit: (values) => {
    const sum = Array.from(values).reduce((a, b) => a + b, 0);
    return { ok: true, model: { sigma: values.length / sum } };
  },
};
const again: Regime = {
  ...replace,
  id: 'toy-again',
  label: 'Toy, again',
  options: [{ ...rate, name: 'share', label: 'Patience' }],
};
families.add(rated);
estimators.add(byMean);
regimes.add(again);
const { compare } = await import('../../src/components/demos/compare.ts');
const { shownWith } = await import('../../src/components/island/finish.ts');

const fieldNamed = (name: string) => compare.fields.find((field) => field.name === name);
const TOY = { bfamily: 'toy-rated', bregime: 'toy-again', generations: 10, replicates: 10 };
const settingsOf = (changes: Settings) => ({ ...defaultSettings(compare.fields), ...changes });

it('has a field for each number of a new family and policy, and leaves the others their names', () => {
  expect(fieldNamed('bsigma')).toMatchObject({ default: 30, when: { values: ['normal'] } });
  expect(fieldNamed('bsigmatoyrated')).toMatchObject({ label: 'B: original rate', default: 2 });
  expect(fieldNamed('bshare')!.when!.values).not.toContain('toy-again');
  expect(fieldNamed('bsharetoyagain')).toMatchObject({ label: 'B: patience', default: 2 });
});

it('shows them while they mean something, and no others', () => {
  const settings = settingsOf(TOY);
  const shown = compare.fields
    .filter((field) => field.name.startsWith('b') && isInUse(field, settings))
    .map(({ name }) => name);
  expect(shown.toSorted()).toEqual([
    'bfamily',
    'bn',
    'bregime',
    'bsharetoyagain',
    'bsigmatoyrated',
    'bsource',
  ]);
});

it('runs them, and says so in their words', () => {
  const result = shownWith(compare, settingsOf({ ...TOY, bsigmatoyrated: 4, bsharetoyagain: 3 }));
  expect(result.runs[1]!.config).toMatchObject({
    family: 'toy-rated',
    truth: { sigma: 4 },
    estimator: 'toy-mean',
    regimeOptions: { share: 3 },
  });
  expect(compare.sentence(result, 9)).toContain(
    'the family (“Normal”, μ = 125, σ = 30 against “Toy, rated”, λ = 4), how it is estimated (“Unbiased variance (divide by n − 1)” against “One over the mean”) and what a generation is fitted to (“Replace” against “Toy, again, λ = 3”)',
  );
  // The first generation’s standard deviation is one over its rate.
  const row = compare.figures[1]!.table(result, 0).rows[0]!;
  expect(row[1]).toBeCloseTo(1 / result.runs[1]!.values.sigma![0]!, 12);
});

it('has the options of an estimator in sight while it is chosen, and writes them into the run', () => {
  const changes = {
    bestimator: 'prior',
    btauprior: 15,
    bstrength: 3,
    generations: 10,
    replicates: 10,
  };
  const settings = settingsOf(changes);
  for (const name of ['btauprior', 'bstrength']) {
    const field = fieldNamed(name)!;
    expect(isInUse(field, settings), name).toBe(true);
    expect(isInUse(field, settingsOf({})), name).toBe(false);
    // The menu of another family is in its place.
    expect(isInUse(field, { ...settings, bfamily: 'lognormal' }), name).toBe(false);
  }
  expect(fieldNamed('btauprior')).toMatchObject({
    label: 'B: standard deviation that the prior expects',
  });
  const { runs } = compare.input(settings) as { runs: readonly RunConfig[] };
  expect(runs.map(({ estimatorOptions }) => estimatorOptions)).toEqual([
    undefined,
    { strength: 3, tau: 15 },
  ]);
  const said = (more: Settings) =>
    compare.sentence(shownWith(compare, settingsOf({ ...changes, ...more })), 0);
  expect(said({})).toContain('how it is estimated (“Unbiased variance (divide by n − 1)” against');
  expect(said({})).toContain('ν₀ = 3, τ = 15');
  expect(said({ aestimator: 'prior' })).toContain(
    'the standard deviation that the prior expects (τ = 30 against τ = 15)',
  );
});
