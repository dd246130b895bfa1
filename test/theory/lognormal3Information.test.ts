import { describe, it } from 'vitest';
import { estimatorFor } from '../../src/lib/estimators/index.ts';
import { lognormal3 } from '../../src/lib/families/lognormal3.ts';
import { streams } from '../../src/lib/random/index.ts';
import {
  inflation,
  lognormal3LoneErrors,
  lognormal3StandardErrors,
} from '../../src/lib/theory/lognormal3Information.ts';
import type { Params } from '../../src/lib/types.ts';
import { expectRelative } from '../support/relative.ts';
import { byName, paramsOf } from '../support/models.ts';

const NAMES = ['threshold', 'meanlog', 'sdlog'] as const;
type Matrix = readonly (readonly number[])[];

/** Roots of the diagonal of the inverse of a symmetric 3 x 3 matrix, by its minors. */
function rootsOfInverse(m: Matrix): readonly number[] {
  const minor = (i: number) => {
    const [a, b] = [0, 1, 2].filter((k) => k !== i) as [number, number];
    return m[a]![a]! * m[b]![b]! - m[a]![b]! * m[b]![a]!;
  };
  const [[a, b, c], [, d, e], [, , f]] = m as [number[], number[], number[]];
  const determinant = a! * minor(0) - b! * (b! * f! - c! * e!) + c! * (b! * e! - c! * d!);
  return [0, 1, 2].map((i) => Math.sqrt(minor(i) / determinant));
}

/** Derivatives of the log-density at x by the three parameters, as central differences. */
function score(x: number, params: Params): readonly number[] {
  return NAMES.map((name) => {
    // A step of the threshold must not reach beyond x.
    const h = 1e-5 * (name === 'threshold' ? x - params.threshold! : params.sdlog!);
    const at = (by: number) =>
      byName(lognormal3).line.logPdf(x, { ...params, [name]: params[name]! + by });
    return (at(h) - at(-h)) / (2 * h);
  });
}

/** The information of one value, E score score', over the normal z of the logarithm. */
function information(params: Params): Matrix {
  const step = 0.05;
  const sums = NAMES.map(() => [0, 0, 0]);
  for (let z = -9; z <= 9; z += step) {
    const x = params.threshold! + Math.exp(params.meanlog! + params.sdlog! * z);
    const weight = (Math.exp((-z * z) / 2) * step) / Math.sqrt(2 * Math.PI);
    const s = score(x, params);
    sums.forEach((row, i) => row.forEach((_, j) => (row[j]! += weight * s[i]! * s[j]!)));
  }
  return sums;
}

describe('the standard errors of the lognormal with a threshold', () => {
  // Section 3.5 of the facts: sdlog, H, SE threshold / SD(X) and / exp(meanlog), SE meanlog, SE
  // sdlog; n = 100.
  it.each([
    [0.1, 6637, 8.05, 0.811, 0.815, 0.0818],
    [0.3, 79.05, 0.794, 0.255, 0.268, 0.0828],
    [0.5, 9.521, 0.226, 0.136, 0.162, 0.0849],
    [1, 0.4104, 0.018, 0.0389, 0.119, 0.0954],
  ])('for sdlog %d are those of Cohen’s matrix, to the digits printed', (sdlog, H, ...wanted) => {
    const params = { threshold: 10, meanlog: 2, sdlog };
    const found = lognormal3StandardErrors(params, 100);
    // Half a unit in the third or fourth digit.
    expectRelative(inflation(sdlog), H, 2e-4);
    const sd = Math.sqrt(lognormal3.line.variance(params));
    expectRelative(found.threshold / sd, wanted[0], 5e-3);
    expectRelative(found.threshold / Math.exp(2), wanted[1], 2e-3);
    expectRelative(found.meanlog, wanted[2], 4e-3);
    expectRelative(found.sdlog, wanted[3], 6e-4);
  });

  it.each([0.1, 0.3, 0.5, 1, 1.5])(
    'invert the expected square of the score for sdlog %d',
    (sdlog) => {
      for (const [threshold, meanlog] of [
        [10, 2],
        [-3, -1],
      ] as const) {
        const params = { threshold, meanlog, sdlog };
        const found = lognormal3StandardErrors(params, 25);
        rootsOfInverse(information(params)).forEach((root, i) => {
          // Differences are good to some 1e-9, and the inverse multiplies that by H, 6637 at most.
          expectRelative(found[NAMES[i]!], root / 5, 1e-4, NAMES[i]);
        });
      }
    },
  );

  it.each([0.1, 0.5, 1.5])(
    'of one parameter, the other two known, come from the diagonal for sdlog %d',
    (sdlog) => {
      const params = { threshold: -3, meanlog: -1, sdlog };
      const found = lognormal3LoneErrors(params, 25);
      information(params).forEach((row, i) => {
        expectRelative(found[NAMES[i]!], 1 / Math.sqrt(25 * row[i]!), 1e-7, NAMES[i]);
      });
    },
  );

  it.each([0.3, 0.5])(
    'invert the curvature of the likelihood of an ideal sample with sdlog %d',
    (sdlog) => {
      const n = 4000;
      const truth = { threshold: 10, meanlog: 2, sdlog };
      const values = Array.from({ length: n }, (_, i) =>
        lognormal3.line.quantile((i + 0.5) / n, truth),
      );
      const fit = estimatorFor('lognormal3', 'mle').fit(values);
      if (!fit.ok) throw new Error(`no fit: ${fit.reason}`);
      const slopes = (params: Params) =>
        values.reduce((sums, x) => score(x, params).map((s, i) => sums[i]! + s), [0, 0, 0]);
      const h = 1e-3 * sdlog;
      const curvature = NAMES.map((name) => {
        const at = (by: number) => slopes({ ...paramsOf(fit), [name]: paramsOf(fit)[name]! + by });
        const [above, below] = [at(h), at(-h)];
        return above.map((value, i) => -(value - below[i]!) / (2 * h));
      });
      const found = lognormal3StandardErrors(lognormal3.model(paramsOf(fit)), n);
      rootsOfInverse(curvature).forEach((root, i) => {
        // The lowest of the n quantiles lies at z = -3.66. Beyond it is Phi(-3.66 + 2 sdlog) of the
        // information about the threshold, which is E exp(-2 sdlog z) in essence: 0.4 % at most.
        expectRelative(found[NAMES[i]!], root, 0.02, NAMES[i]);
      });
    },
  );

  it('are the spread of the estimates over 1500 samples of 1000 values', () => {
    const [n, repeats] = [1000, 1500];
    const truth = { threshold: 10, meanlog: 2, sdlog: 0.5 };
    const at = streams.get('keyed').open('spread');
    const fits = Array.from({ length: repeats }, (_, i) => {
      const fit = estimatorFor('lognormal3', 'mle').fit(lognormal3.sample(at(i + 1), truth, n));
      if (!fit.ok) throw new Error(`no fit: ${fit.reason}`);
      return paramsOf(fit);
    });
    const wanted = lognormal3StandardErrors(truth, n);
    for (const name of NAMES) {
      const mean = fits.reduce((sum, fit) => sum + fit[name]!, 0) / repeats;
      const variance = fits.reduce((sum, fit) => sum + (fit[name]! - mean) ** 2, 0) / repeats;
      // A standard deviation of 1500 values has the relative error 1 / sqrt(3000); 2 % more since
      // the law is that of large n.
      expectRelative(Math.sqrt(variance), wanted[name], 4 / Math.sqrt(2 * repeats) + 0.02, name);
    }
  });

  it('fall with the root of n, and stretch with exp(meanlog) for the threshold alone', () => {
    const small = lognormal3StandardErrors({ meanlog: 1, sdlog: 0.4 }, 100);
    const large = lognormal3StandardErrors({ meanlog: 3, sdlog: 0.4 }, 400);
    expectRelative(large.threshold, (small.threshold * Math.exp(2)) / 2, 1e-14);
    expectRelative(large.meanlog, small.meanlog / 2, 1e-14);
    expectRelative(large.sdlog, small.sdlog / 2, 1e-14);
  });
});

describe('the inflation H', () => {
  it('is 2 / (3 s^4) for small s, less four ninths of s^2 of it', () => {
    // e^y (1 + y) - 1 - 2y = 3/2 y^2 + 2/3 y^3 + 5/24 y^4 + …, y = s^2.
    for (const s of [1e-8, 1e-4, 1e-3, 0.01, 0.1]) {
      const y = s * s;
      const wanted = 2 / (3 * y * y) / (1 + (4 / 9) * y + (5 / 36) * y * y + (1 / 30) * y ** 3);
      // The next term is 7/720 y^6, or 7/1080 y^4 of the whole.
      expectRelative(inflation(s), wanted, 1e-14 + 0.007 * y ** 4, `s = ${s}`);
    }
  });

  it('is the plain formula where that loses no digits, on both sides of where its series ends', () => {
    for (const s of [0.5, 0.7, Math.SQRT1_2 - 1e-9, Math.SQRT1_2 + 1e-9, 1, 1.5, 3]) {
      const w = Math.exp(s * s);
      const wanted = 1 / (w * (1 + s * s) - 2 * s * s - 1);
      // The difference is 1/10 of its terms or more.
      expectRelative(inflation(s), wanted, 1e-14, `s = ${s}`);
    }
  });

  it('leaves the threshold known to 0.816 standard deviations of X over s^2 sqrt(n) only', () => {
    const [s, n] = [0.01, 400];
    const params = { threshold: 0, meanlog: 0, sdlog: s };
    const sd = Math.sqrt(lognormal3.line.variance(params));
    const share = lognormal3StandardErrors(params, n).threshold / sd;
    expectRelative(share, Math.sqrt(2 / 3) / (s * s * Math.sqrt(n)), 2 * s * s);
  });
});
