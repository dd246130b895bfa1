import { entryAt } from '../../entryAt.ts';
import { moments, standardDeviation } from '../../moments.ts';
import { SMALLEST_NORMAL } from '../../special/smallestNormal.ts';
import type { Vectors } from '../../families/vectors/model.ts';
import type { Estimator, Fit, Values } from '../../types.ts';

/**
 * A direction in which values spread less than this share of their spread along an axis cannot be
 * told from none.
 */
const SMALLEST_SHARE = 1e-13;

/**
 * The triangle R of X = Q R for the rows about their mean, by modified Gram-Schmidt: then RᵀR / ν
 * is their covariance, and Rᵀ / √ν its factor, which keeps its digits where the covariance would
 * lose half of them. Source: Björck 1967, BIT 7, 1-21.
 */
function fitRows(values: Values, d: number, divisor: (n: number) => number): Fit<Vectors> {
  const n = values.length / d;
  if (n < 2) return { ok: false, reason: 'too-few-values' };
  const columns = Array.from({ length: d }, (_, j) =>
    Float64Array.from({ length: n }, (__, row) => values[row * d + j]!),
  );
  const mean = new Float64Array(d);
  const lengths = new Float64Array(d);
  for (const [j, column] of columns.entries()) {
    const found = moments(column);
    if (Number.isNaN(found.mean)) return { ok: false, reason: 'not-finite' };
    if (!Number.isFinite(found.mean)) return { ok: false, reason: 'overflow' };
    mean[j] = found.mean;
    for (const [row, x] of column.entries()) column[row] = x - found.mean;
    lengths[j] = standardDeviation(found, 1);
  }
  if (lengths.every((length) => length === 0)) return { ok: false, reason: 'all-equal' };
  if (n - 1 < d) return { ok: false, reason: 'singular' };
  const factor = new Float64Array(d * d);
  const scale = Math.sqrt(divisor(n));
  for (const [j, column] of columns.entries()) {
    const length = lengthOf(column);
    if (!Number.isFinite(length)) return { ok: false, reason: 'overflow' };
    if (!(length > SMALLEST_SHARE * entryAt(lengths, j))) return { ok: false, reason: 'singular' };
    if (length / scale < SMALLEST_NORMAL) return { ok: false, reason: 'underflow' };
    factor[j * d + j] = length / scale;
    for (let row = 0; row < n; row++) column[row]! /= length;
    for (let k = j + 1; k < d; k++) {
      const other = entryAt(columns, k);
      let along = 0;
      for (let row = 0; row < n; row++) along += column[row]! * other[row]!;
      factor[k * d + j] = along / scale;
      for (let row = 0; row < n; row++) other[row]! -= along * column[row]!;
    }
  }
  return { ok: true, model: { mean, factor } };
}

/** The Euclidean length, without overflow or underflow on the way. */
function lengthOf(column: Float64Array): number {
  let most = 0;
  for (const x of column) if (Math.abs(x) > most) most = Math.abs(x);
  if (most === 0 || most === Infinity) return most;
  let sum = 0;
  for (const x of column) sum += (x / most) * (x / most);
  return most * Math.sqrt(sum);
}

function described(
  entry: Pick<Estimator, 'id' | 'aliases' | 'label' | 'summary'>,
  divisor: (n: number) => number,
): Estimator<Vectors> {
  return {
    ...entry,
    family: 'normal-d',
    work: 3,
    fit: (values, width = 1) => fitRows(values, width, divisor),
  };
}

/** Covariance with divisor n - 1: each of its entries is right on average. */
export const unbiasedCovariance = described(
  {
    id: 'unbiased-covariance',
    aliases: ['unbiased-variance'],
    label: 'Unbiased covariance (divide by n − 1)',
    summary:
      'Keeps every variance and covariance right on average; the directions come out uneven.',
  },
  (n) => n - 1,
);

export const vectorsMaximumLikelihood = described(
  {
    id: 'maximum-likelihood',
    aliases: ['mle'],
    label: 'Maximum likelihood (divide by n)',
    summary: 'Takes the most likely mean and covariance; every variance comes out a little low.',
  },
  (n) => n,
);
