import ln from '@stdlib/math-base-special-ln';

/** From here on the series below are exact to the last digit. */
const SERIES_FROM = 16;

/**
 * log(x) - digamma(x) for x > 0, to about 1e-14 of its value also where x is large and the two
 * nearly cancel. Source: DLMF 5.11.2, reached by digamma(x + 1) = digamma(x) + 1/x.
 */
export function logMinusDigamma(x: number): number {
  let top = x;
  let sum = 0;
  for (; top < SERIES_FROM; top++) sum += 1 / top;
  if (top > x) sum += ln(x / top);
  const y = 1 / (top * top);
  const inner = 1 / 252 + y * (-1 / 240 + y * (1 / 132 + y * (-691 / 32760)));
  return sum + 1 / (2 * top) + y * (1 / 12 + y * (-1 / 120 + y * inner));
}

/**
 * trigamma(x), the derivative of digamma, for x > 0; relative error about 1e-15.
 * Source: DLMF 5.15.8, reached by trigamma(x + 1) = trigamma(x) - 1/x^2.
 */
export function trigamma(x: number): number {
  let top = x;
  let sum = 0;
  for (; top < SERIES_FROM; top++) sum += 1 / (top * top);
  const y = 1 / (top * top);
  const inner = -1 / 30 + y * (1 / 42 + y * (-1 / 30 + y * (5 / 66 + y * (-691 / 2730))));
  return sum + y / 2 + (1 + y * (1 / 6 + y * inner)) / top;
}
