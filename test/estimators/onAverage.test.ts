import { describe, expect, it } from 'vitest';
import { estimatorFor } from '../../src/lib/estimators/index.ts';
import { lognormal } from '../../src/lib/families/lognormal.ts';
import { streams } from '../../src/lib/random/index.ts';
import { c4 } from '../../src/lib/special/c4.ts';
import { logVariance } from '../../src/lib/special/logSd.ts';
import type { Values } from '../../src/lib/types.ts';
import { paramsOf } from '../support/models.ts';

function sigmaOf(id: string, values: Values): number {
  const fit = estimatorFor('normal', id).fit(values);
  if (!fit.ok) throw new Error(`no fit: ${fit.reason}`);
  return paramsOf(fit).sigma!;
}

describe('the estimators of the normal family', () => {
  it.each([
    ['unbiased-variance', 'the variance', (s: number) => s * s, 1],
    ['unbiased-standard-deviation', 'the standard deviation', (s: number) => s, 1],
    ['unbiased-log', 'the logarithm of the standard deviation', (s: number) => Math.log(s), 0],
  ])('%s keeps %s right on average', (id, _what, g, wanted) => {
    const n = 4;
    const repeats = 200_000;
    const rng = streams.get('keyed').open(`on average ${id}`)(1);
    const values = new Float64Array(n);
    let sum = 0;
    for (let i = 0; i < repeats; i++) {
      rng.fillNormal(values);
      sum += g(sigmaOf(id, values));
    }
    // Variance of one term, with nu = 3: s^2 has 2 / nu; s / c4 has 1 / c4^2 - 1; log s has
    // logVariance(4).
    const variance = {
      variance: 2 / 3,
      'standard-deviation': 1 / c4(n) ** 2 - 1,
      log: logVariance(n),
    };
    const key = id.replace('unbiased-', '') as keyof typeof variance;
    const standardError = Math.sqrt(variance[key] / repeats);
    expect(Math.abs(sum / repeats - wanted)).toBeLessThan(4 * standardError);
  });
});

describe('the estimators of the lognormal without a threshold', () => {
  it('keeps sdlog squared right on average with divisor n - 1', () => {
    const [n, repeats, sdlog] = [5, 40_000, 0.7];
    const source = streams.get('keyed').open('unbiased lognormal')(1);
    let sum = 0;
    for (let i = 0; i < repeats; i++) {
      const values = lognormal.sample(source, { meanlog: -1, sdlog }, n);
      sum +=
        (paramsOf(estimatorFor('lognormal', 'mle-unbiased-scale').fit(values)).sdlog! / sdlog) ** 2;
    }
    // s^2 / sigma^2 has variance 2 / (n - 1).
    const standardError = Math.sqrt(2 / (n - 1) / repeats);
    expect(Math.abs(sum / repeats - 1)).toBeLessThan(4 * standardError);
  });
});
