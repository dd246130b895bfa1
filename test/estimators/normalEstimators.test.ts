import { describe, expect, it } from 'vitest';
import { estimatorFor } from '../../src/lib/estimators/index.ts';
import { c4 } from '../../src/lib/special/c4.ts';
import { logBias } from '../../src/lib/special/logSd.ts';
import type { Values } from '../../src/lib/types.ts';
import { expectRelative } from '../support/relative.ts';
import { paramsOf } from '../support/models.ts';

function sigmaOf(id: string, values: Values): number {
  const fit = estimatorFor('normal', id).fit(values);
  if (!fit.ok) throw new Error(`no fit: ${fit.reason}`);
  return paramsOf(fit).sigma!;
}

const data = [2, 4, 4, 4, 5, 5, 7, 9]; // mean 5, sum of squares about it 32

describe('the estimators of the normal family', () => {
  it('all estimate mu by the mean', () => {
    for (const id of ['unbiased-variance', 'mle', 'unbiased-sd', 'log-unbiased']) {
      expect(estimatorFor('normal', id).fit(data)).toMatchObject({ ok: true, model: { mu: 5 } });
    }
  });

  it('divide the sum of squares by n - 1, by n, by c4 beside, or multiply by exp d', () => {
    const s = Math.sqrt(32 / 7);
    expectRelative(sigmaOf('unbiased-variance', data), s, 1e-15);
    expectRelative(sigmaOf('maximum-likelihood', data), 2, 1e-15);
    expectRelative(sigmaOf('unbiased-standard-deviation', data), s / c4(8), 1e-15);
    expectRelative(sigmaOf('unbiased-log', data), s * Math.exp(logBias(8)), 1e-15);
  });

  it('use the factor of the n at hand when n changes from fit to fit', () => {
    const c4Estimator = estimatorFor('normal', 'c4');
    for (const n of [3, 8, 3, 200, 2, 8]) {
      const values = Array.from({ length: n }, (_, i) => (i * 7) % n);
      expectRelative(
        sigmaOf(c4Estimator.id, values),
        sigmaOf('unbiased-variance', values) / c4(n),
        1e-15,
      );
    }
  });

  it('tell a spread below full precision from values that are all equal', () => {
    const failure = (values: Values) => estimatorFor('normal', 'unbiased-variance').fit(values);
    expect(failure([0, 1e-308])).toEqual({ ok: false, reason: 'underflow' });
    expect(failure([0, 5e-324])).toEqual({ ok: false, reason: 'underflow' });
    expect(failure([5e-324, 5e-324])).toEqual({ ok: false, reason: 'all-equal' });
    expect(failure([0, 4e-308])).toMatchObject({ ok: true });
  });

  it('report a spread beyond the largest double as overflow', () => {
    const far = [-1.7e308, 1.7e308];
    const largest = estimatorFor('normal', 'unbiased-variance').fit(far);
    expect(largest).toEqual({ ok: false, reason: 'overflow' });
    expectRelative(sigmaOf('mle', far), 1.7e308, 1e-15);
  });
});
