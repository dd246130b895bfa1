/**
 * pi / 2 in two parts: the first ends in 26 zeros, so that its products with whole numbers below
 * 2^26 are exact.
 */
const HALF_PI_HIGH = 1.570796325802803;
const HALF_PI_LOW = 9.920935796805404e-10;

/**
 * [cos(x), sin(x)], each to about 1e-16 in absolute terms for |x| up to 1e4. By quadrant and
 * Taylor's series.
 */
export function cosSin(x: number): readonly [cos: number, sin: number] {
  const turns = Math.round(x / (HALF_PI_HIGH + HALF_PI_LOW));
  const r = x - turns * HALF_PI_HIGH - turns * HALF_PI_LOW;
  const y = -r * r;
  let cos = 1;
  let sin = 1;
  for (let m = 18; m > 0; m -= 2) {
    cos = 1 + (y / (m * (m - 1))) * cos;
    sin = 1 + (y / (m * (m + 1))) * sin;
  }
  sin *= r;
  switch (((turns % 4) + 4) % 4) {
    case 0:
      return [cos, sin];
    case 1:
      return [-sin, cos];
    case 2:
      return [-cos, -sin];
    default:
      return [sin, -cos];
  }
}

/**
 * atan(x) - x, to about 1e-16 of |x|, and of itself for |x| below 0.2, where the two nearly cancel.
 * The half angle has the tangent x / (1 + sqrt(1 + x^2)), which is taken until Gregory's series is
 * short.
 */
export function atanExcess(x: number): number {
  if (Math.abs(x) <= 0.2) return gregoryTail(x);
  let reduced = x;
  let doublings = 1;
  for (; Math.abs(reduced) > 0.2; doublings *= 2) reduced /= 1 + Math.sqrt(1 + reduced * reduced);
  return doublings * (reduced + gregoryTail(reduced)) - x;
}

/** -x^3/3 + x^5/5 - …, for |x| up to 0.2. */
function gregoryTail(x: number): number {
  const y = -x * x;
  let sum = 0;
  for (let odd = 25; odd >= 3; odd -= 2) sum = 1 / odd + y * sum;
  return x * y * sum;
}
