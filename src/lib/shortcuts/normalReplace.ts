import { asIs } from '../asIs.ts';
import type { NormalEstimator } from '../estimators/normalEstimator.ts';
import { chiSquareSampler } from './chiSquareSampler.ts';
import { rootOfSquares } from '../special/rootOfSquares.ts';
import { SMALLEST_NORMAL } from '../special/smallestNormal.ts';
import { keyedConstants, normalKeyed } from './normalKeyed.ts';
import type { Normal } from '../types.ts';
import { normalState } from './normalState.ts';
import type { Shortcut, ShortcutSteps } from './shortcut.ts';

/**
 * The normal model refitted to n of its own values. Their mean and their variance are independent,
 * the one normal and the other chi-square with n - 1 degrees of freedom (cochran1934), so that one
 * draw of each is enough:
 *
 *     m' = m + (s / sqrt(n)) Z,   s' = s c(n) sqrt(C / (n - 1))
 *
 * with c(n) the estimator's factor on the standard deviation with divisor n - 1; where it has a
 * least spread, squares add up. Generation t draws Z first, then C.
 *
 * A run ends with `underflow` as the literal recursion's does, or with `overflow`. It does not end
 * with `all-equal`: m and s are numbers of their own here, where the n values of the literal
 * recursion are rounded to the last bit of m. Its law is that of real numbers to the end; the
 * literal recursion departs from it once s is within some sqrt(n) units of that last bit, about
 * 1e-15 m, and ends there.
 */
export const normalReplace: Shortcut = {
  id: 'normal-replace',
  label: 'Mean and variance of n normal values',
  summary:
    'Draws the mean and the variance of the n values, which decide the fit, and not the values.',
  reference: 'cochran1934',
  open({ config, family, regime, estimator, stream, original }) {
    const { scale, least } = estimator as Partial<NormalEstimator>;
    if (family.id !== 'normal' || config.source !== undefined || regime.id !== 'replace' || !scale)
      return null;
    // A stream that rounds what it simulates has another law.
    if (stream.record !== asIs) return null;
    const { n } = config;
    const { mu, sigma } = original as Normal;
    const degrees = n - 1;
    const standardError = 1 / Math.sqrt(n);
    const perDegree = scale(n) / Math.sqrt(degrees);
    const floor = least?.(n) ?? 0;
    const chiSquare = chiSquareSampler(degrees);
    const constants = keyedConstants(degrees, {
      standardError,
      perDegree,
      count: n,
      after: n,
      gapWeight: 0,
      perSquares: 0,
    });
    const step: ShortcutSteps['step'] = (state, rng) => {
      const s = state[1]!;
      const mean = state[0]! + s * standardError * rng.normal();
      const own = s * (perDegree * Math.sqrt(chiSquare(rng)));
      const spread = floor === 0 ? own : rootOfSquares(own, floor);
      state[0] = mean;
      state[1] = spread;
      if (spread < SMALLEST_NORMAL) return 'underflow';
      return spread < Infinity && mean - mean === 0 ? null : 'overflow';
    };
    return {
      size: 2,
      ...normalState,
      start(state) {
        state[0] = mu;
        state[1] = sigma;
      },
      step,
      ...(degrees >= 2 &&
        floor === 0 && {
          walkKeyed: normalKeyed(step, false, () => constants),
        }),
    };
  },
};
