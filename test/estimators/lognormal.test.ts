import { describe, expect, it } from 'vitest';
import { estimatorFor, estimatorsFor } from '../../src/lib/estimators/index.ts';
import { lognormal } from '../../src/lib/families/lognormal.ts';
import { logLikelihood } from '../../src/lib/logLikelihood.ts';
import type { Params, Values } from '../../src/lib/types.ts';
import { expectRelative } from '../support/relative.ts';
import { byName } from '../support/models.ts';

const mle = estimatorFor('lognormal', 'maximum-likelihood');
const unbiased = estimatorFor('lognormal', 'mle-unbiased-scale');

function paramsOf(estimator: typeof mle, values: Values): Params {
  const fit = estimator.fit(values);
  if (!fit.ok) throw new Error(`no fit: ${fit.reason}`);
  return fit.model as Params;
}

// Logarithms to base 2: 1, 2, 2, 2, 3, 3, 4, 7; mean 3, sum of squares about it 24.
const data = [2, 4, 4, 4, 8, 8, 16, 128];

describe('the estimators of the lognormal without a threshold', () => {
  it('take mean and standard deviation of the logarithms, with divisor n and n - 1', () => {
    for (const estimator of estimatorsFor('lognormal')) {
      expectRelative(paramsOf(estimator, data).meanlog!, 3 * Math.LN2, 1e-15);
    }
    expectRelative(paramsOf(mle, data).sdlog!, Math.sqrt(24 / 8) * Math.LN2, 1e-15);
    expectRelative(paramsOf(unbiased, data).sdlog!, Math.sqrt(24 / 7) * Math.LN2, 1e-15);
  });

  it('has its maximum of the likelihood where the divisor is n', () => {
    const best = paramsOf(mle, data);
    const top = logLikelihood(byName(lognormal).line, best, data);
    for (const [a, b] of [
      [1e-4, 0],
      [-1e-4, 0],
      [0, 1e-4],
      [0, -1e-4],
    ] as const) {
      const nearby = { meanlog: best.meanlog! + a, sdlog: best.sdlog! + b };
      expect(logLikelihood(byName(lognormal).line, nearby, data)).toBeLessThan(top);
    }
  });

  it('say how uncertain they are: sdlog over the root of n, and of 2 n', () => {
    for (const estimator of estimatorsFor('lognormal')) {
      const { meanlog, sdlog } = estimator.standardErrors!({ meanlog: 3, sdlog: 0.8 }, 50);
      expectRelative(meanlog!, 0.8 / Math.sqrt(50), 1e-15);
      expectRelative(sdlog!, 0.08, 1e-15);
    }
  });

  it('refuse a value that is not positive, unless all are equal or one is not finite', () => {
    for (const estimator of estimatorsFor('lognormal')) {
      for (const values of [
        [1, 2, 0],
        [3, -1, 5],
        [-1, -2],
        [0, -0, 1],
      ]) {
        expect(estimator.fit(values)).toEqual({ ok: false, reason: 'not-positive' });
      }
      expect(estimator.fit([-2, -2])).toEqual({ ok: false, reason: 'all-equal' });
      expect(estimator.fit([-2, Infinity])).toEqual({ ok: false, reason: 'not-finite' });
      expect(estimator.fit([-2])).toEqual({ ok: false, reason: 'too-few-values' });
    }
  });

  it('fit values from one end of the number range to the other', () => {
    const { meanlog, sdlog } = paramsOf(mle, [5e-324, 1, 1.7e308]);
    const logs = [Math.log(5e-324), 0, Math.log(1.7e308)];
    expectRelative(meanlog!, (logs[0]! + logs[2]!) / 3, 1e-14);
    expect(sdlog).toBeGreaterThan(500);
  });
});
