import exp from '@stdlib/math-base-special-exp';
import { log1p } from '../special/log1pExpm1.ts';

/*
 * Diversity is the chance that two draws differ, 1 - sum p². Two tokens of a sample of n are the
 * same one with chance 1/n, and else differ as two draws of the model did; so the expectation falls
 * by 1 - 1/n with every sample, exactly, as the variance of a normal with divisor n does.
 */

/** The expected diversity of sample k as a share of the real one's, each sample copied alone. */
export const diversityKept = (n: number, k: number): number => exp(k * log1p(-1 / n));

/**
 * The same where all samples are kept and fitted together: p_t = ((t - 1) p + q) / t with q of n
 * new tokens, so that E (1 - sum p_t²) falls by 1 - 1 / (n t²). The product over all t is sin(π /
 * √n) / (π / √n), by Euler's product for the sine.
 */
export function diversityKeptByAll(n: number, t: number): number {
  let kept = 1;
  for (let j = 1; j <= t; j++) kept *= 1 - 1 / (n * j * j);
  return kept;
}

/** A sample of which some tokens are real, as counts. */
export interface Mixed {
  readonly real: number;
  readonly synthetic: number;
}

/**
 * The expected diversity of sample k as a share of the real one's, where each has so many real
 * tokens and so many of the newest model, and nothing is kept. Two tokens of a sample are the same
 * one with chance 1/n. Else they differ as two real draws do, unless both come from the model, as
 * on average the model has the real shares: E sum p q = sum q². Sample 1 is real.
 */
export function diversityMixed({ real, synthetic }: Mixed, k: number): number {
  const n = real + synthetic;
  const { slope, rest } = stepOfMixed({ real, synthetic });
  let kept = 1 - 1 / n;
  for (let t = 2; t <= k; t++) kept = rest + slope * kept;
  return kept;
}

/** What that tends to: the point at rest of a linear map. */
export function diversityMixedAtRest(mixed: Mixed): number {
  const { slope, rest } = stepOfMixed(mixed);
  return rest / (1 - slope);
}

function stepOfMixed({ real, synthetic }: Mixed) {
  const n = real + synthetic;
  const slope = (synthetic * (synthetic - 1)) / (n * n);
  return { slope, rest: (n - 1) / n - slope };
}
