import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';

/**
 * The entropy in bits of types by Zipf's law, p_i proportional to 1 / i, after so many rounds in
 * which a model is fitted to endless data that were drawn with temperature tau, that is with
 * chances proportional to p^(1 / tau): those of round k go as i to the power -tau^(-k).
 */
export function temperedEntropy(types: number, tau: number, rounds: number): number {
  const slope = exp(-rounds * ln(tau));
  let sum = 0;
  let logs = 0;
  for (let rank = 1; rank <= types; rank++) {
    const weight = exp(-slope * ln(rank));
    sum += weight;
    logs += weight * slope * ln(rank);
  }
  return (ln(sum) + logs / sum) / Math.LN2;
}
