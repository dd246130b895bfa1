import { entryAt } from '../entryAt.ts';
import { checkParams, families } from '../families/index.ts';
import { roomFor } from '../ensemble/orderStatistics.ts';
import { quantilesOf } from '../ensemble/quantiles.ts';
import { cutInto } from '../ensemble/slice.ts';
import { streams } from '../random/index.ts';
import { sampleShape } from '../sampleShape.ts';
import type { Params } from '../types.ts';
import { sumOf } from './cost.ts';
import { progressOf, type Job } from './job.ts';

/** What the job is asked for: the shapes of many samples of each size, on common random numbers. */
export interface ShapesInput {
  readonly family: string;
  readonly params: Params;
  /** Sample sizes, at least 3. */
  readonly sizes: readonly number[];
  /** Samples of each size. */
  readonly replicates: number;
  readonly seed: string;
}

/** One statistic over the samples of one size. */
export interface Shape {
  readonly mean: number;
  /** Standard error of that mean. */
  readonly error: number;
  /** The quantiles at 5, 50 and 95 %. */
  readonly quantiles: readonly [number, number, number];
}

export interface ShapesResult {
  readonly input: ShapesInput;
  /** Samples of each size that were made. */
  readonly made: number;
  /** One for each size. */
  readonly skewness: readonly Shape[];
  readonly kurtosis: readonly Shape[];
}

interface Piece {
  readonly input: ShapesInput;
  readonly from: number;
  readonly to: number;
}

interface Made {
  readonly from: number;
  readonly to: number;
  /** By size, then by replicate. */
  readonly skewness: Float64Array;
  readonly kurtosis: Float64Array;
}

/** Values drawn in one piece: some 20 ms. */
const VALUES_A_PIECE = 400_000;

/** How skewness and kurtosis of samples depend on their size. */
export const shapes: Job<ShapesInput, Piece, Made, ShapesResult> = {
  pieces(input) {
    checkParams(families.get(input.family), input.params);
    const size = Math.max(1, Math.floor(VALUES_A_PIECE / sumOf(input.sizes)));
    return cutInto(size, input.replicates).map((cut) => ({ input, ...cut }));
  },

  *make({ input: { family, params, sizes, seed }, from, to }) {
    const drawn = families.get(family);
    const model = drawn.model(params);
    const count = to - from;
    const skewness = new Float64Array(sizes.length * count);
    const kurtosis = new Float64Array(sizes.length * count);
    const { open } = streams.get('keyed');
    for (let i = 0; i < count; i++) {
      const generations = open(seed, from + i);
      for (const [row, n] of sizes.entries()) {
        // A smaller sample is the beginning of a larger one.
        const shape = sampleShape(drawn.sample(generations(1), model, n));
        skewness[row * count + i] = shape[0];
        kurtosis[row * count + i] = shape[1];
      }
      yield (i + 1) / count;
    }
    return { from, to, skewness, kurtosis };
  },

  // eslint-disable-next-line require-yield
  *join(input, made) {
    const ordered = [...made].sort((a, b) => a.from - b.from);
    const count = ordered.reduce((sum, { from, to }) => sum + to - from, 0);
    if (count === 0) return null;
    const room = roomFor(count);
    const shapesOf = (name: 'skewness' | 'kurtosis') =>
      input.sizes.map((_, row) => {
        const all = new Float64Array(count);
        let filled = 0;
        for (const part of ordered) {
          const own = part.to - part.from;
          all.set(part[name].subarray(row * own, (row + 1) * own), filled);
          filled += own;
        }
        return shapeOf(all, room);
      });
    return { input, made: count, skewness: shapesOf('skewness'), kurtosis: shapesOf('kurtosis') };
  },

  cost: (input) => input.replicates * costOfSamples(input),
  beginning(input, draws) {
    const affordable = Math.max(1, Math.floor(draws / costOfSamples(input)));
    return { ...input, replicates: Math.min(input.replicates, affordable) };
  },
  progress: ({ replicates }, share) => progressOf('sample', replicates, share),
};

/** What a value and its part in two moments cost, in draws of a normal value. */
const COST_OF_A_VALUE = 3;

/** What one sample of each size costs. */
const costOfSamples = ({ sizes }: ShapesInput) => COST_OF_A_VALUE * sumOf(sizes);

function shapeOf(values: Float64Array, room: ReturnType<typeof roomFor>): Shape {
  const n = values.length;
  const mean = values.reduce((sum, x) => sum + x, 0) / n;
  const squares = values.reduce((sum, x) => sum + (x - mean) * (x - mean), 0);
  const found = quantilesOf(values, [0.05, 0.5, 0.95], room);
  const quantiles = [entryAt(found, 0), entryAt(found, 1), entryAt(found, 2)] as const;
  return { mean, error: Math.sqrt(squares / n / n), quantiles };
}
