import { entryAt } from '../entryAt.ts';
import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { growing } from '../regimes/growing.ts';
import { growingGeometric } from '../regimes/growingGeometric.ts';
import { sumOverSizes, type Left } from './sumOverSizes.ts';

/**
 * The sum of 1 / n_t is infinite, s falls to 0 with probability 1, and Var m grows without end
 * (xu2025).
 */
const NOTHING: Left = {
  meanOfLogSd: -Infinity,
  varianceOfLogSd: Infinity,
  varianceOfMean: Infinity,
  error: 0,
};

/**
 * What is left for t -> Infinity of samples of n t^power values (the regime growing): nothing
 * unless power is above 1. Throws a RangeError for n < 2 or power < 0.
 *
 * The sum of t^-p over t > T is T^(1-p) / (p - 1) - T^-p / 2 + p T^(-p-1) / 12 - … (DLMF 25.2.9:
 * the zeta function by Euler and Maclaurin).
 */
export function limitOfPower({ n, power }: { readonly n: number; readonly power: number }): Left {
  if (!(n >= 2 && power >= 0)) throw new RangeError(`no such growth: ${n} t^${power}`);
  if (power <= 1) return NOTHING;
  const sizeOf = (t: number) => entryAt(growing.batches({ t, n, options: { power } }), 0).count;
  return sumOverSizes(sizeOf, (T, times) => {
    const p = times * power;
    const sum = T / (p - 1) - 1 / 2 + p / (12 * T) - (p * (p + 1) * (p + 2)) / (720 * T * T * T);
    return exp(-p * ln(T) - times * ln(n)) * sum;
  });
}

/**
 * The same of samples of n ratio^(t - 1) values (the regime growing-geometric): nothing unless
 * ratio is above 1. Throws a RangeError for n < 2 or ratio < 1.
 */
export function limitOfRatio({ n, ratio }: { readonly n: number; readonly ratio: number }): Left {
  if (!(n >= 2 && ratio >= 1)) throw new RangeError(`no such growth: ${n} times ${ratio}^(t - 1)`);
  if (ratio === 1) return NOTHING;
  const sizeOf = (t: number) =>
    entryAt(growingGeometric.batches({ t, n, options: { ratio } }), 0).count;
  return sumOverSizes(sizeOf, (T, times) => {
    const next = exp(-times * (T * ln(ratio) + ln(n)));
    return next / (1 - exp(-times * ln(ratio)));
  });
}
