import { asIs } from './asIs.ts';
import { checkConfig, checkReplicate, type CheckedConfig } from './config.ts';
import type {
  Generation,
  GenerationRecord,
  GenerationStreams,
  Params,
  RunConfig,
} from './types.ts';

/**
 * One run, a generation at a time: values from the truth are fitted, values from the fit are fitted,
 * and so on. Ends after `config.generations`, or earlier with the first fit that has no answer, which is
 * yielded. `replicate` is which of the seed's runs it is. Throws a ConfigError at the first step if the run
 * cannot be made.
 */
export function* generations(
  config: RunConfig,
  replicate = config.replicate ?? 0,
): Generator<Generation> {
  const checked = checkConfig(config);
  const streams = openStreams(checked, replicate);
  let newest: Params | null = null;
  for (let t = 1; t <= config.generations; t++) {
    const values = trainingSet(checked, streams, t, newest);
    const fit = checked.estimator.fit(values);
    yield { t, trainingSize: values.length, fit, values };
    if (!fit.ok) return;
    newest = fit.params;
  }
}

/** The records of one run, without the values. */
export function run(config: RunConfig, replicate = config.replicate ?? 0): GenerationRecord[] {
  const records: GenerationRecord[] = [];
  for (const { t, trainingSize, fit } of generations(config, replicate)) {
    records.push({ t, trainingSize, fit });
  }
  return records;
}

/**
 * The values to which generation t of a run was fitted, made again from the fit of generation t - 1 alone (`before`;
 * for t = 1 it is not looked at). Throws a RangeError if there is no such generation.
 */
export function valuesOf(
  config: RunConfig,
  t: number,
  before: Params | null,
  replicate = config.replicate ?? 0,
): Float64Array {
  const checked = checkConfig(config);
  if (!Number.isInteger(t) || t < 1 || (t > 1 && !before)) {
    throw new RangeError(`no values can be made for generation ${t}`);
  }
  return trainingSet(checked, openStreams(checked, replicate), t, before);
}

function openStreams({ config, stream }: CheckedConfig, replicate: number): GenerationStreams {
  checkReplicate(replicate, stream);
  return stream.open(config.seed, replicate);
}

/** What the regime gives generation t to learn from, `newest` being the fit of generation t - 1. */
function trainingSet(
  { config, family, regime, stream }: CheckedConfig,
  streams: GenerationStreams,
  t: number,
  newest: Params | null,
): Float64Array {
  const rng = streams(t);
  const draw = (params: Params, count: number) => {
    const values = family.sample(rng, params, count);
    const { record } = stream;
    if (record !== asIs) for (let i = 0; i < count; i++) values[i] = record(values[i]!);
    return values;
  };
  return regime.trainingSet({
    t,
    n: config.n,
    options: config.regimeOptions ?? {},
    real: (count) => draw(config.truth, count),
    synthetic: (count) => {
      if (!newest) throw new Error('there is no model before generation 1 is fitted');
      return draw(newest, count);
    },
  });
}
