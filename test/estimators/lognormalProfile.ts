/*
 * The profile likelihood of the threshold, written for the tests alone and with the logarithms of
 * Math: what the engine's Newton method finds is compared with a search of every place.
 */

/** A sample less its mean in units of its standard deviation (divisor n). */
export interface Profile {
  readonly mean: number;
  readonly sd: number;
  readonly z: Float64Array;
  readonly skewness: number;
  /** The e = sd / (mean - threshold) that puts the threshold at the smallest value. */
  readonly end: number;
}

export function profileOf(values: Float64Array): Profile {
  const n = values.length;
  const average = (f: (x: number) => number) => values.reduce((sum, x) => sum + f(x), 0) / n;
  const mean = average((x) => x);
  const sd = Math.sqrt(average((x) => (x - mean) ** 2));
  const z = values.map((x) => (x - mean) / sd);
  return {
    mean,
    sd,
    z,
    skewness: average((x) => ((x - mean) / sd) ** 3),
    end: -1 / Math.min(...z),
  };
}

/**
 * Log-likelihood of one value at this threshold, maximised over meanlog and sdlog, above that of
 * the normal (e = 0).
 */
export function height({ z }: Profile, e: number): number {
  const n = z.length;
  const logs = new Float64Array(n);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    logs[i] = Math.log1p(e * z[i]!) / e;
    sum += logs[i]!;
  }
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (logs[i]! - sum / n) ** 2;
  return (-e * sum) / n - Math.log(squares / n) / 2;
}

/**
 * Cohen's equation times (mean - threshold) / n: mean 1/w + cov(log w, 1/w) / s^2 with w = 1 + e z.
 * It is positive where the profile rises with e. The divisor of s^2 is n, or n - 1.
 */
export function cohen({ z }: Profile, e: number, divisor: 'n' | 'n - 1' = 'n'): number {
  const n = z.length;
  // 1/w = 1 - u/w with u = e z: the 1 is of no consequence to a covariance, and would cost digits.
  const u = z.map((one) => e * one);
  const logs = u.map(Math.log1p);
  const mean = logs.reduce((sum, one) => sum + one, 0) / n;
  let first = 0;
  let second = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const share = u[i]! / (1 + u[i]!);
    const d = logs[i]! - mean;
    first += share;
    second += d * share;
    squares += d * d;
  }
  return 1 - first / n - second / (divisor === 'n' ? squares : (squares * n) / (n - 1));
}

/** `count` places between the normal and the smallest value, dense at both. */
export function places({ end }: Profile, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => {
    const t = (i + 1) / (count + 1);
    return end * t * t * (3 - 2 * t);
  });
}

/**
 * The height of the highest of these places that is higher than its neighbours, null if there is
 * none.
 */
export function highestInside(profile: Profile, count: number): number | null {
  // The normal limit has height 0.
  let before = 0;
  let here = NaN;
  let highest: number | null = null;
  for (const e of places(profile, count)) {
    const next = height(profile, e);
    if (here > before && here >= next && here > (highest ?? -Infinity)) highest = here;
    if (!Number.isNaN(here)) before = here;
    here = next;
  }
  return highest;
}
