import { checkConfig, checkReplicate, type CheckedConfig } from './config.ts';
import { fitOf, openTrainingSets, standsAlone } from './trainingSets.ts';
import type { Generation, GenerationRecord, GenerationStreams, RunConfig } from './types.ts';

const NO_VALUES = new Float64Array(0);

/**
 * One run, a generation at a time: values from the truth are fitted, values from the fit are
 * fitted, and so on, as the regime has it. Ends after `config.generations`, or earlier with the
 * first fit that has no answer, which is yielded. `replicate` is which of the seed's runs it is.
 * Throws a ConfigError at the first step if the run cannot be made.
 */
export function* generations(
  config: RunConfig,
  replicate = config.replicate ?? 0,
): Generator<Generation> {
  yield* generationsOf(checkConfig(config), replicate);
}

/** The same of settings that have been checked, once for many runs. */
export function* generationsOf(
  checked: CheckedConfig,
  replicate = checked.config.replicate ?? 0,
): Generator<Generation> {
  const { config } = checked;
  const trainingSet = openTrainingSets(checked, openStreams(checked, replicate));
  let newest: unknown = null;
  for (let t = 1; t <= config.generations; t++) {
    const set = trainingSet(t, newest);
    if (typeof set === 'string') {
      yield { t, trainingSize: 0, fit: { ok: false, reason: set }, values: NO_VALUES };
      return;
    }
    const { values, width } = set;
    const fit = fitOf(checked, set);
    yield { t, trainingSize: values.length / width, fit, values };
    if (!fit.ok) return;
    newest = fit.model;
  }
}

/** The records of one run, without the values. */
export function recordsOf(
  config: RunConfig,
  replicate = config.replicate ?? 0,
): GenerationRecord[] {
  const records: GenerationRecord[] = [];
  for (const { t, trainingSize, fit } of generations(config, replicate)) {
    records.push({ t, trainingSize, fit });
  }
  return records;
}

/**
 * The values to which generation t of a run was fitted, made again: from the fit of generation t -
 * 1 alone (`before`; for t = 1 it is not looked at), or, where the regime keeps values, by making
 * the run again. Empty if there were none to be had. Throws a RangeError if there is no such
 * generation.
 */
export function valuesOf(
  config: RunConfig,
  t: number,
  before: unknown,
  replicate = config.replicate ?? 0,
): Float64Array {
  const checked = checkConfig(config);
  if (!Number.isInteger(t) || t < 1 || (t > 1 && !before)) {
    throw new RangeError(`no values can be made for generation ${t}`);
  }
  if (standsAlone(checked, t)) {
    const set = openTrainingSets(checked, openStreams(checked, replicate))(t, before);
    return typeof set === 'string' ? NO_VALUES : set.values;
  }
  const upTo = { ...checked, config: { ...checked.config, generations: t } };
  for (const generation of generationsOf(upTo, replicate)) {
    if (generation.t === t) return generation.values;
  }
  throw new RangeError(`no values can be made for generation ${t}`);
}

function openStreams({ config, stream }: CheckedConfig, replicate: number): GenerationStreams {
  checkReplicate(replicate, stream);
  return stream.open(config.seed, replicate);
}
