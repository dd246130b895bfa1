import { fastLog } from '../../special/fastLog.ts';

/*
 * The profile likelihood of the threshold theta, in a form that reaches its limit. With
 * standardised values z and
 *
 *     e = sd / (mean - theta),   w_i = 1 + e z_i,   L_i = log w_i,
 *
 * x_i - theta = (sd / e) w_i, so the log-likelihood of one value, maximised over meanlog and sdlog,
 * is up to constants
 *
 *     l(e) = log e - mean L - log(var L) / 2,   dl/de = g(e) / e,   g(e) = mean(1/w) + cov(L, 1/w)
 *     / var(L).
 *
 * e = 0 is the normal; e = 1 / |lowest z| puts theta at the smallest value, where l tends to
 * infinity (Hill 1963). A local maximum is a change of sign of g from + to - (Cohen 1951 has it as
 * an equation for theta). With `share` = (n - 1) / n before the second term it is the equation
 * whose sdlog has divisor n - 1.
 */

/** h(e) = g(e) / e, and its derivative. h(0) is half the skewness if `share` is 1. */
export type Score = readonly [h: number, slope: number];

/** For e that is not too small: one logarithm and one division a value. */
export function profileScore(z: Float64Array, e: number, share: number): Score {
  const n = z.length;
  let sumL = 0;
  let sumLL = 0;
  let sumV = 0;
  let sumVV = 0;
  let sumLV = 0;
  let sumLVV = 0;
  for (let i = 0; i < n; i++) {
    const w = 1 + e * z[i]!;
    const v = 1 / w;
    const l = fastLog(w);
    const lv = l * v;
    sumL += l;
    sumLL += l * l;
    sumV += v;
    sumVV += v * v;
    sumLV += lv;
    sumLVV += lv * v;
  }
  const L = sumL / n;
  const v = sumV / n;
  const vv = sumVV / n;
  const variance = sumLL / n - L * L;
  const covariance = sumLV / n - L * v;
  const g = v + (share * covariance) / variance;
  // d(1/w)/de = -(v - v^2)/e and dL/de = (1 - v)/e, value by value.
  const dV = -(v - vv);
  const dCovariance = v - vv - sumLV / n + sumLVV / n - (1 - v) * v - L * dV;
  const dVariance = -2 * covariance;
  const eSlope = dV + (share * (dCovariance - (covariance / variance) * dVariance)) / variance;
  return [g / e, (eSlope - g) / (e * e)];
}

/** l(e): the profile log-likelihood of one value, less that of the normal limit. */
export function profileHeight(z: Float64Array, e: number): number {
  const n = z.length;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const l = fastLog(1 + e * z[i]!);
    sum += l;
    squares += l * l;
  }
  const mean = sum / n;
  return fastLog(e) - mean - 0.5 * fastLog(squares / n - mean * mean);
}

/**
 * h(e) where g nearly cancels, for e below about a tenth. Since mean z = 0, with u = e z and q =
 * log(1 + u) - u / (1 + u)
 *
 *     g = mean(u^2 / (1 + u)) + cov(L, q) / var(L) + (1 - share) cov(L, u / (1 + u)) / var(L)
 *
 * and every term is computed without cancellation.
 */
export function carefulScore(z: Float64Array, e: number, share: number): number {
  const n = z.length;
  let L = 0;
  let q = 0;
  let r = 0;
  let first = 0;
  const logs = new Float64Array(n);
  const rests = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const u = e * z[i]!;
    const rest = restOf(u);
    const share1 = u / (1 + u);
    const log = share1 + rest;
    logs[i] = log;
    rests[i] = rest;
    L += log;
    q += rest;
    r += share1;
    first += u * share1;
  }
  L /= n;
  q /= n;
  r /= n;
  let variance = 0;
  let withRest = 0;
  let withShare = 0;
  for (let i = 0; i < n; i++) {
    const log = logs[i]!;
    const rest = rests[i]!;
    const d = log - L;
    variance += d * d;
    withRest += d * (rest - q);
    withShare += d * (log - rest - r);
  }
  return (first / n + (withRest + (1 - share) * withShare) / variance) / e;
}

/** log(1 + u) - u / (1 + u) = sum over j >= 2 of (-1)^j (j - 1) / j u^j. */
function restOf(u: number): number {
  if (Math.abs(u) > 0.1) return fastLog(1 + u) - u / (1 + u);
  let sum = 0;
  for (let j = 18; j >= 2; j--) sum = ((j - 1) / j) * (j % 2 ? -1 : 1) + u * sum;
  return u * u * sum;
}
