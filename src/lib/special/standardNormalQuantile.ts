import ln from '@stdlib/math-base-special-ln';

/**
 * The z with P(Z <= z) = p: -Infinity at 0, Infinity at 1, NaN outside. Relative error about 1e-16.
 * Source: wichura1988, Algorithm AS 241, routine PPND16: three rational functions, by distance from
 * the centre.
 */
export function standardQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return NaN;
  const fromHalf = p - 0.5;
  if (Math.abs(fromHalf) <= 0.425) {
    return fromHalf * ratio(CENTRE, 0.180625 - fromHalf * fromHalf);
  }
  const tail = fromHalf < 0 ? p : 1 - p;
  if (tail === 0) return fromHalf < 0 ? -Infinity : Infinity;
  const r = Math.sqrt(-ln(tail));
  const z = r <= 5 ? ratio(MIDDLE, r - 1.6) : ratio(FAR_OUT, r - 5);
  return fromHalf < 0 ? -z : z;
}

/**
 * Coefficients of numerator and denominator, highest power first, to the digits that a double
 * holds.
 */
interface Rational {
  readonly above: readonly number[];
  readonly below: readonly number[];
}

function ratio({ above, below }: Rational, x: number): number {
  return polynomial(above, x) / polynomial(below, x);
}

function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (const coefficient of coefficients) value = value * x + coefficient;
  return value;
}

const CENTRE: Rational = {
  above: [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
    1971.5909503065513, 133.14166789178438, 3.3871328727963665,
  ],
  below: [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
    687.1870074920579, 42.31333070160091, 1,
  ],
};
const MIDDLE: Rational = {
  above: [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
    3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  below: [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008,
    0.6897673349851, 1.6763848301838038, 2.053191626637759, 1,
  ],
};
const FAR_OUT: Rational = {
  above: [
    2.0103343992922881e-7, 0.000027115555687434876, 0.0012426609473880784, 0.026532189526576124,
    0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  below: [
    2.0442631033899397e-15, 1.421511758316446e-7, 0.000018463183175100548, 0.0007868691311456133,
    0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
  ],
};
