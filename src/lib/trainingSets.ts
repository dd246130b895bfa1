import { asIs } from './asIs.ts';
import type { CheckedConfig } from './config.ts';
import { distributionOf } from './distribution.ts';
import type {
  Batch,
  Centre,
  Distribution,
  FitFailure,
  GenerationStreams,
  Rng,
  WeightedSample,
} from './types.ts';

/** Values that a literal training set may hold: 80 megabytes. */
export const MOST_VALUES = 10_000_000;

/** A rule that keeps fewer than one value in so many ends the run. */
const MOST_DRAWS_A_VALUE = 10_000;

/** What a generation is fitted to. */
export interface TrainingSet {
  /** Rows of `width` numbers, one after the other. */
  readonly values: Float64Array;
  readonly width: number;
  /** Where the regime weighs its batches: the same values, sample by sample. */
  readonly samples?: readonly WeightedSample[];
}

/**
 * Makes the training set of generation t from the newest fit; t must rise by 1 from call to call.
 */
export type TrainingSets = (t: number, newest: unknown) => TrainingSet | FitFailure;

/** True if generation t is fitted to nothing but what it draws itself. */
export function standsAlone({ config, regime }: CheckedConfig, t: number): boolean {
  for (let before = 1; before < t; before++) {
    const settings = { t: before, n: config.n, options: config.regimeOptions ?? {} };
    if (regime.batches(settings).some(({ keep }) => keep)) return false;
  }
  return true;
}

/** The training sets of one replicate, with what the regime keeps from one to the next. */
export function openTrainingSets(checked: CheckedConfig, streams: GenerationStreams): TrainingSets {
  const { config, regime, real, family } = checked;
  const { n } = config;
  const { width } = real;
  const options = config.regimeOptions ?? {};
  const kept = growingColumn();
  return (t, newest) => {
    const rng = streams(t);
    const settings = { t, n, options };
    const batches = regime.batches(settings).filter(({ count }) => count > 0);
    const fresh = batches.reduce((sum, { count }) => sum + count, 0);
    if (!(kept.all().length + fresh * width <= MOST_VALUES)) return 'too-many-values';
    const drawn: (Batch & { readonly values: Float64Array })[] = [];
    for (const batch of batches) {
      const values = draw(checked, batch, rng, newest);
      if (!values) return 'too-few-kept';
      drawn.push({ ...batch, values });
    }
    const before = kept.all();
    for (const { keep, values } of drawn) if (keep) kept.append(values);
    // Stryker disable next-line ArrowFunction: joined, they are the same values
    const all = batches.every(({ keep }) => keep)
      ? kept.all()
      : joined([before, ...drawn.map(({ values }) => values)]);
    const rows = all.length / width;
    const fitted = regime.fitted?.(settings) ?? rows;
    if (fitted < rows) {
      const values = family.isSequence
        ? pickPassages(all, fitted, rng)
        : pickAtRandom(all, width, fitted, rng);
      return { values, width };
    }
    // Stryker disable next-line MethodExpression: all batches have a weight or none
    if (!batches.some(({ weight }) => weight !== undefined)) return { values: all, width };
    const samples = drawn.map(({ values, weight = NaN }) => ({ values, weight }));
    return { values: all, width, samples };
  };
}

/** The values of a batch; null if curation leaves next to nothing. */
function draw(
  { config, family, stream, real, reweigh }: CheckedConfig,
  { from, count, curation }: Batch,
  rng: Rng,
  newest: unknown,
): Float64Array | null {
  if (from === 'synthetic' && !newest) {
    throw new Error('there is no model before generation 1 is fitted');
  }
  const sample = () =>
    from === 'real' ? real.sample(rng, count) : family.sample(rng, newest, count, reweigh);
  const { record } = stream;
  if (!curation) {
    const values = sample();
    // Stryker disable next-line ConditionalExpression: asIs changes nothing
    if (record !== asIs) values.forEach((value, i) => (values[i] = record(value)));
    return values;
  }
  const options = config.regimeOptions ?? {};
  const between = {
    model: centreOf(from === 'real' ? real : distributionOf(family, newest)),
    original: centreOf(real),
    options,
  };
  const taken = new Float64Array(count);
  let filled = 0;
  for (let left = MOST_DRAWS_A_VALUE; filled < count; left--) {
    if (left === 0) return null;
    for (const x of sample()) {
      if (filled === count) break;
      const value = curation.take(x, between, curation.chance ? rng.uniform() : 0);
      if (!Number.isNaN(value)) taken[filled++] = record(value);
    }
  }
  return taken;
}

/** Where a distribution of one variable lies, and how far it spreads. */
function centreOf({ line }: Distribution): Centre {
  if (!line) throw new Error('values without a place on a line cannot be curated');
  return { mean: line.mean, sd: Math.sqrt(line.variance) };
}

/** A column that only grows; what was handed out before stays as it was. */
function growingColumn() {
  let room = new Float64Array(0);
  let size = 0;
  return {
    all: () => room.subarray(0, size),
    append(values: Float64Array) {
      // Stryker disable next-line ConditionalExpression,EqualityOperator: moves what it keeps
      if (size + values.length > room.length) {
        const larger = new Float64Array(Math.max(2 * room.length, size + values.length));
        larger.set(room.subarray(0, size));
        room = larger;
      }
      room.set(values, size);
      size += values.length;
    },
  };
}

function joined(parts: readonly Float64Array[]): Float64Array {
  // Stryker disable next-line all: a copy has the same values
  const [only] = parts.filter(({ length }) => length > 0);
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  if (only && only.length === length) return only;
  const all = new Float64Array(length);
  let filled = 0;
  for (const part of parts) {
    all.set(part, filled);
    filled += part.length;
  }
  return all;
}

/**
 * `count` of the rows at random without replacement, each as likely as any other: the first steps
 * of a shuffle (durstenfeld1964), which leaves `all` in another order.
 */
function pickAtRandom(all: Float64Array, width: number, count: number, rng: Rng): Float64Array {
  const rows = all.length / width;
  // Stryker disable next-line EqualityOperator: a step more moves no row before count
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(rng.uniform() * (rows - i));
    for (let k = 0; k < width; k++) {
      const value = all[j * width + k]!;
      all[j * width + k] = all[i * width + k]!;
      all[i * width + k] = value;
    }
  }
  return all.slice(0, count * width);
}

/** A passage has at most so many tokens, and a training set at least so many passages. */
const PASSAGE = { most: 100, parts: 20 } as const;

/**
 * `count` tokens of a text, in passages picked at random without replacement, as single tokens
 * would not follow each other. The last one picked is cut where the count is reached.
 */
function pickPassages(all: Float64Array, count: number, rng: Rng): Float64Array {
  const length = Math.max(1, Math.min(PASSAGE.most, Math.floor(count / PASSAGE.parts)));
  const passages = Math.ceil(all.length / length);
  const picked = new Float64Array(count);
  /** Where a shuffle of all passages would have another than the one of this number. */
  const moved = new Map<number, number>();
  let filled = 0;
  for (let i = 0; filled < count; i++) {
    const j = i + Math.floor(rng.uniform() * (passages - i));
    const place = moved.get(j) ?? j;
    moved.set(j, moved.get(i) ?? i);
    const passage = all.subarray(place * length, (place + 1) * length);
    const part = passage.subarray(0, count - filled);
    picked.set(part, filled);
    filled += part.length;
  }
  return picked;
}

/** The fit of a training set. */
export function fitOf({ estimator }: CheckedConfig, { values, width, samples }: TrainingSet) {
  if (!samples) return estimator.fit(values, width);
  if (!estimator.fitWeighted) throw new Error(`${estimator.id} cannot weigh its samples`);
  return estimator.fitWeighted(samples, width);
}
