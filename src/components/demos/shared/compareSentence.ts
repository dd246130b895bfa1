import { entryAt } from '../../../lib/entryAt.ts';
import { estimatorFor } from '../../../lib/estimators/index.ts';
import { failureText } from '../../../lib/failures.ts';
import { families } from '../../../lib/families/index.ts';
import { regimes } from '../../../lib/regimes/index.ts';
import { sources } from '../../../lib/sources/index.ts';
import type { ParameterSpec, Params, RunConfig } from '../../../lib/types.ts';
import { decodingName } from '../../charts/captions.ts';
import { generationAt } from '../../charts/ensemble.ts';
import { estimatorName } from '../../charts/estimator.ts';
import { policyName } from '../../charts/policy.ts';
import { ofPath } from '../../charts/measured.ts';
import { ofOriginal } from '../../charts/statistic.ts';
import { BEYOND, count, enumerated, percent, short, uncapitalised } from '../../charts/words.ts';
import { shownMeasure, type Compared } from '../../figures/side.ts';
import { nameOfSide, SIDES } from './sides.ts';

/** Something that two runs may differ in, and what it is in one of them. */
interface Thing {
  readonly what: string;
  readonly is: string;
}

type Config = Omit<RunConfig, 'generations' | 'replicate' | 'stream'>;

/** Numbers by their symbols, in all their digits: "μ = 125, σ = 30". */
const valuesOf = (specs: readonly ParameterSpec[], values: Params = {}) =>
  specs.map(({ name, symbol }) => `${symbol} = ${count(values[name] ?? NaN)}`).join(', ');

/** Each number by itself. */
const each = (specs: readonly ParameterSpec[], values: Params = {}, before = ''): Thing[] =>
  specs.map((spec) => ({
    what: `the ${before}${uncapitalised(spec.label)}`,
    is: valuesOf([spec], values),
  }));

/** The family of a run and its original: one thing where they differ, else each number. */
function origins(config: Config, other: Config): Thing[] {
  const family = families.get(config.family);
  const source = config.source === undefined ? null : sources.get(config.source);
  const specs = source ? source.options : family.parameters;
  const alike = config.family === other.family;
  if (config.source !== other.source) {
    const from = source ? `“${source.label}”` : 'the family itself';
    return [
      ...(alike ? [] : [{ what: 'the family', is: `“${family.label}”` }]),
      { what: 'where real data come from', is: `${from}, ${valuesOf(specs, config.truth)}` },
    ];
  }
  if (alike || source)
    return [
      ...(alike ? [] : [{ what: 'the family', is: `“${family.label}”` }]),
      ...each(specs, config.truth, source ? '' : 'original '),
    ];
  return [{ what: 'the family', is: `“${family.label}”, ${valuesOf(specs, config.truth)}` }];
}

/** All that decides a run but its random numbers, in the words of the registries. */
function thingsOf(config: Config, other: Config): Thing[] {
  const regime = regimes.get(config.regime);
  const fit = estimatorFor(config.family, config.estimator);
  const alike = config.family === other.family && config.estimator === other.estimator;
  return [
    ...origins(config, other),
    { what: 'how it is estimated', is: `“${alike ? fit.label : estimatorName(config)}”` },
    ...(alike ? each(fit.options ?? [], config.estimatorOptions) : []),
    ...(config.regime === other.regime
      ? each(regime.options, config.regimeOptions)
      : [{ what: 'what a generation is fitted to', is: `“${policyName({ config })}”` }]),
    { what: 'how the next type is picked', is: decodingName(config) ?? 'as the model has it' },
    { what: 'the sample size', is: `n = ${count(config.n)}` },
  ];
}

/** What two runs differ in, in one sentence. */
function differenceOf(a: Config, b: Config): string {
  const others = thingsOf(b, a);
  const differing = thingsOf(a, b).flatMap(({ what, is }, i) => {
    const other = entryAt(others, i).is;
    return is === other ? [] : [`${what} (${is} against ${other})`];
  });
  const alike = a.seed === b.seed;
  if (differing.length === 0)
    return alike
      ? 'Nothing differs: A and B are the same run, to the last digit.'
      : 'Only the random numbers differ: where A and B part, it is by chance.';
  const rest = alike
    ? 'all else is the same, the random numbers too'
    : 'all else is the same but the random numbers, of which each has its own';
  return `A and B differ in ${enumerated(differing)}; ${rest}.`;
}

/** What became of the two runs by a frame: one number of both, or how they ended. */
function outcomeOf(result: Compared, frame: number): string {
  const measure = shownMeasure(result);
  const reached: string[] = [];
  const other: string[] = [];
  for (const [which, ensemble] of result.ensembles.entries()) {
    const name = nameOfSide(entryAt(SIDES, which));
    const run = result.runs[which];
    const t = generationAt(ensemble, frame);
    if (!run) other.push(`${name} is still being made`);
    else if (run.ended && run.ended.t <= t) {
      const why = uncapitalised(failureText(run.ended.reason)).replace(/\.$/, '');
      other.push(`${name} ended in generation ${count(run.ended.t)} (${why})`);
    } else {
      const value = ofPath(run, measure, frame);
      const original = ofOriginal(ensemble, measure);
      const from =
        measure.scale === 'log'
          ? ` (${percent(value / original)} of its original’s)`
          : ` (from an original ${short(original)})`;
      const is = Number.isFinite(value) ? short(value) : BEYOND;
      reached.push(`${is} in ${name}${Number.isFinite(value / original) ? from : ''}`);
    }
  }
  const numbers =
    reached.length > 0 ? [`the ${uncapitalised(measure.label)} is ${reached.join(' and ')}`] : [];
  return [...numbers, ...other].join('; ');
}

/** What differs between the two runs, and what came of it. */
export function compareSentence(result: Compared, frame: number): string {
  const [a, b] = [entryAt(result.ensembles, 0), entryAt(result.ensembles, 1)];
  const t = generationAt(a, frame);
  return `${differenceOf(a.config, b.config)} By generation ${count(t)} ${outcomeOf(result, frame)}.`;
}
