import ln from '@stdlib/math-base-special-ln';
import { fastLog } from '../../special/fastLog.ts';
import { log1p } from '../../special/log1pExpm1.ts';
import type { Lognormal3 } from '../../families/lognormal3.ts';
import type { Fit, FitFailure } from '../../types.ts';
import type { Standardised } from './standardised.ts';

/** Below this e the logarithms are small and need their last digits. */
const SMALL = 0.03;

/**
 * The fit whose threshold is mean - sd / e: mean and standard deviation of the logarithms above it,
 * the latter with divisor n - 1 or n.
 */
export function fromThreshold(
  { n, mean, sd, z }: Standardised,
  e: number,
  divisor: 'n' | 'n - 1',
): Fit<Lognormal3> {
  let sum = 0;
  const logs = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const u = e * z[i]!;
    const log = e < SMALL ? log1p(u) : fastLog(1 + u);
    logs[i] = log;
    sum += log;
  }
  const centre = sum / n;
  let squares = 0;
  for (const log of logs) squares += (log - centre) * (log - centre);
  const model = {
    threshold: mean - sd / e,
    meanlog: centre + ln(sd) - ln(e),
    sdlog: Math.sqrt(squares / (divisor === 'n' ? n : n - 1)),
  };
  const legal = Number.isFinite(model.threshold) && model.sdlog > 0 && model.sdlog < Infinity;
  return legal ? { ok: true, model } : { ok: false, reason: 'overflow' };
}

/**
 * No fit, with the normal that is the limit of all lognormals as the threshold goes to minus
 * infinity.
 */
export function onlyTheLimit({ mean, sd }: Standardised, reason: FitFailure): Fit<Lognormal3> {
  return { ok: false, reason, normalLimit: { mu: mean, sigma: sd } };
}
