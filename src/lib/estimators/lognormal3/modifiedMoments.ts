import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { expm1 } from '../../special/log1pExpm1.ts';
import { expectedMinimum } from '../../theory/expectedMinimum.ts';
import { lognormal3Estimator } from './estimator.ts';

const LARGEST_SDLOG = 12;

/**
 * Mean and variance (divisor n - 1) are the sample's, and the smallest value is where the smallest
 * of n is expected on the scale of logarithms (Cohen & Whitten 1980).
 */
export const modifiedMoments = lognormal3Estimator({
  id: 'modified-moments',
  work: 4,
  label: 'Modified moments',
  summary:
    'Matches mean, variance and smallest value, which says more of a threshold than skewness.',
  rough: true,
  fit({ n, mean, sd, lowest }) {
    const centre = expectedMinimum(n);
    const corrected = Math.sqrt(n / (n - 1));
    // s / (mean - smallest), in which the unknown is sdlog alone.
    const wanted = -corrected / lowest;
    const ratio = (sdlog: number) => {
      const square = sdlog * sdlog;
      const rise = expm1(square);
      const root = exp(square / 2);
      return (Math.sqrt(rise) * root) / (expm1(square / 2) - expm1(sdlog * centre));
    };
    // The ratio rises from -1 / centre, the normal limit.
    if (!(wanted > -1 / centre)) return { ok: false, reason: 'no-solution' };
    let low = 0;
    let high = 0.5;
    while (ratio(high) < wanted) {
      low = high;
      high *= 2;
      if (high > LARGEST_SDLOG) return { ok: false, reason: 'no-solution' };
    }
    while (high - low > 1e-15 * high) {
      const middle = (low + high) / 2;
      if (middle <= low || middle >= high) break;
      if (ratio(middle) < wanted) low = middle;
      else high = middle;
    }
    const sdlog = (low + high) / 2;
    const square = sdlog * sdlog;
    const e = Math.sqrt(expm1(square)) / corrected;
    const model = {
      threshold: mean - sd / e,
      meanlog: ln(sd) - ln(e) - square / 2,
      sdlog,
    };
    return Number.isFinite(model.threshold) && sdlog > 0
      ? { ok: true, model }
      : { ok: false, reason: 'overflow' };
  },
});
