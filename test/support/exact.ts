/** A fraction of two whole numbers of any size. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

const bytes = new DataView(new ArrayBuffer(8));

/** 2^1074: every double is a whole number of these parts. */
const PARTS = 1n << 1074n;

/** How many 2^-1074 parts make up this finite double, exactly. */
function inParts(value: number): bigint {
  bytes.setFloat64(0, value);
  const bits = bytes.getBigUint64(0);
  const exponent = (bits >> 52n) & 0x7ffn;
  const digits = bits & ((1n << 52n) - 1n);
  const size = exponent === 0n ? digits : (digits | (1n << 52n)) << (exponent - 1n);
  return bits >> 63n ? -size : size;
}

/** Mean and sum of squares about the mean of these doubles, with no rounding at all. */
export function exactMoments(values: ArrayLike<number>): {
  readonly mean: Fraction;
  readonly sumOfSquares: Fraction;
} {
  const parts = Array.from(values, inParts);
  const n = BigInt(parts.length);
  const sum = parts.reduce((total, part) => total + part, 0n);
  const squares = parts.reduce((total, part) => total + part * part, 0n);
  return {
    mean: { top: sum, bottom: n * PARTS },
    sumOfSquares: { top: n * squares - sum * sum, bottom: n * PARTS * PARTS },
  };
}

/** Relative distance of `value` x `scale`^2 (both doubles) from an exact fraction that is not 0. */
export function relativeError(value: number, exact: Fraction, scale = 1): number {
  const unit = inParts(scale);
  const top = inParts(value) * unit * unit;
  const bottom = PARTS * PARTS * PARTS;
  // value * scale^2 / exact - 1, as a whole number of 1e-20.
  const difference = top * exact.bottom - exact.top * bottom;
  const size = exact.top * bottom;
  return Math.abs(Number((difference * 10n ** 20n) / size)) / 1e20;
}
