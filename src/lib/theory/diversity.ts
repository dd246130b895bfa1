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
