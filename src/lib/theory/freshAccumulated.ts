/** Of n values that come new in each generation, and stay, a share is real. */
export interface FreshAccumulated {
  /** 0 to 1. */
  readonly share: number;
  /** Generation, from 1. */
  readonly t: number;
}

/**
 * n Var m_t / sigma^2 for large n under the regime accumulate-fresh: the variance of the fitted
 * mean in units of that of one fit to n real values.
 *
 * The batch of generation t has the mean (1 - share) m + noise of variance sigma^2 / n, m being the
 * newest model's, and t batches are fitted: m' = (1 - share / t) m + noise / t. Source: one step of
 * that recursion at a time; amin2026 has the setting.
 */
export function freshAccumulated({ share, t }: FreshAccumulated): number {
  checkShare(share);
  let variance = 0;
  for (let i = 1; i <= t; i++) {
    const kept = i === 1 ? 0 : 1 - share / i;
    variance = kept * kept * variance + 1 / (i * i);
  }
  return variance;
}

/**
 * The power p with which that falls in the long run, like t^-p: 2 share below one half, 1 above. At
 * one half it falls like log t / t. The factors 1 - share / i take t^-2 share from what is old; the
 * noise that comes in leaves a part of order 1 / t whatever the share is.
 */
export function rateOfFreshAccumulated(share: number): number {
  checkShare(share);
  return Math.min(1, 2 * share);
}

function checkShare(share: number): void {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`a share must be 0 to 1, got ${share}`);
}
