/**
 * A normal model refitted to n of its own values, its variance pulled towards a guess each time.
 */
export interface WithPrior {
  readonly n: number;
  /** Values that the prior counts for, ν₀. */
  readonly strength: number;
  /** Standard deviation that the prior expects. */
  readonly tau: number;
}

/** What is known of s_t^2 over all runs. */
export interface PriorLaw {
  readonly mean: number;
  /** Infinity where it has none. */
  readonly variance: number;
}

/**
 * E and Var of s^2 in generation t under replace with the estimator `prior`, exactly. With r = nu /
 * (nu + strength), nu = n - 1, and C chi-square with nu degrees of freedom (cochran1934)
 *
 *     s'^2 = r s^2 C / nu + (1 - r) tau^2,
 *
 * so that E s'^2 = r E s^2 + (1 - r) tau^2, and Var s'^2 is r^2 times E s^4 (1 + 2 / nu) less (E
 * s^2)^2, which is (1 + 2 / nu) Var s^2 + (2 / nu) (E s^2)^2.
 */
export function priorLaw({ n, strength, tau, sigma, t }: WithPrior & { sigma: number; t: number }) {
  const nu = n - 1;
  const r = nu / (nu + strength);
  let mean = sigma * sigma;
  let variance = 0;
  for (let i = 1; i <= t; i++) {
    variance = r * r * (variance + (2 / nu) * (variance + mean * mean));
    mean = r * mean + (1 - r) * tau * tau;
  }
  return { mean, variance } satisfies PriorLaw;
}

/**
 * The same at rest, from any start: the mean is tau^2, and Var s^2 is tau^4 (2 r^2 / nu) / (1 - r^2
 * (1 + 2 / nu)) where that is positive. A prior that counts for little, below about one value,
 * leaves runs so wide that there is no variance. Without a prior nothing rests: mean NaN.
 */
export function priorRest({ n, strength, tau }: WithPrior): PriorLaw {
  if (strength === 0) return { mean: NaN, variance: NaN };
  const nu = n - 1;
  const r = nu / (nu + strength);
  const left = 1 - r * r * (1 + 2 / nu);
  const square = tau * tau;
  return {
    mean: square,
    variance: left > 0 ? (square * square * 2 * r * r) / nu / left : Infinity,
  };
}
