import { entry, type Vectors } from './model.ts';

/** Rounds after which every pair of columns is at right angles, many times over. */
const MOST_ROUNDS = 60;

/** Columns count as at right angles below this cosine. */
const RIGHT_ANGLE = 1e-15;

const known = new WeakMap<Vectors, Float64Array>();

/**
 * The standard deviations in the principal directions, the largest first: the singular values of
 * the factor, with full relative precision however far apart they are. Source: Hestenes 1958,
 * one-sided Jacobi rotations of the columns; Demmel & Veselić 1992 for the precision.
 */
export function principalDeviations(model: Vectors): Float64Array {
  const found = known.get(model) ?? singularValues(model.factor, model.mean.length);
  known.set(model, found);
  return found;
}

function singularValues(factor: Float64Array, d: number): Float64Array {
  const columns = Array.from({ length: d }, (_, j) =>
    Float64Array.from({ length: d }, (__, i) => entry(factor, d, i, j)),
  );
  // Stryker disable next-line EqualityOperator: ends long before
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let turned = false;
    for (const [i, a] of columns.entries()) {
      for (const b of columns.slice(i + 1)) turned = turn(a, b) || turned;
    }
    // Stryker disable next-line ConditionalExpression: further rounds turn nothing
    if (!turned) break;
  }
  return Float64Array.from(columns, (column) => Math.sqrt(dot(column, column)))
    .sort()
    .reverse();
}

/** Turns two columns in their plane until they are at right angles; false if they were. */
function turn(a: Float64Array, b: Float64Array): boolean {
  const [aa, bb, ab] = [dot(a, a), dot(b, b), dot(a, b)];
  if (Math.abs(ab) <= RIGHT_ANGLE * Math.sqrt(aa) * Math.sqrt(bb)) return false;
  const zeta = (bb - aa) / (2 * ab);
  // Stryker disable next-line EqualityOperator: columns of one length turn either way
  const t = (zeta >= 0 ? 1 : -1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
  const c = 1 / Math.sqrt(1 + t * t);
  const s = c * t;
  for (const [i, x] of a.entries()) {
    const y = b[i] ?? NaN;
    a[i] = c * x - s * y;
    b[i] = s * x + c * y;
  }
  return true;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (const [i, x] of a.entries()) sum += x * (b[i] ?? NaN);
  return sum;
}
