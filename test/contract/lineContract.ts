import { expect, it } from 'vitest';
import { streams } from '../../src/lib/random/index.ts';
import type { Distribution } from '../../src/lib/types.ts';

/** A distribution of one real variable, and what messages call it: its parameters. */
export interface Point {
  readonly name: string;
  readonly real: Distribution;
}

type Line = NonNullable<Distribution['line']>;

const PROBABILITIES = [1e-9, 1e-4, 0.01, 0.2, 0.5, 0.77, 0.99, 1 - 1e-4];

const lines = (points: readonly Point[]) =>
  points.map(({ name, real }): readonly [name: string, line: Line] => [name, real.line!]);

const density = (line: Line, x: number) => Math.exp(line.logPdf!(x));

/** The width that numbers of this distribution are measured by: half of them lie in it. */
const width = (line: Line) => line.quantile(0.75) - line.quantile(0.25);

/** Integral of f from a to b, Simpson's rule. */
function simpson(f: (x: number) => number, a: number, b: number, pieces = 2000): number {
  const h = (b - a) / pieces;
  let sum = f(a) + f(b);
  for (let i = 1; i < pieces; i++) sum += (i % 2 ? 4 : 2) * f(a + i * h);
  return (sum * h) / 3;
}

/**
 * E g(X) as the integral of g(quantile(p)) over p = 1 / (1 + exp(-u)), which the trapezoidal rule
 * takes almost without error where the density has one hump. Cut at u = ±30, beyond which 1 - p
 * loses its digits; 1e-13 of the probability lies there.
 */
function expectation(line: Line, g: (x: number) => number): number {
  const h = 0.02;
  let sum = 0;
  for (let u = -30; u <= 30; u += h) {
    const p = 1 / (1 + Math.exp(-u));
    sum += g(line.quantile(p)) * p * (1 / (1 + Math.exp(u)));
  }
  return sum * h;
}

/** Says to the test runner what holds for the models of a family of one real variable. */
export function lawsOfModels(points: readonly Point[]): void {
  lawsOfDensity(points);
  lawsOfDraws(points);

  it('have the mean and the variance of their own distribution', () => {
    for (const [, line] of lines(points)) {
      const { mean, variance } = line;
      if (!Number.isFinite(variance)) continue;
      const centre = line.quantile(0.5);
      const spread = Math.sqrt(variance);
      // About the median, so that a mean far from 0 costs no digits.
      const shift = expectation(line, (x) => (x - centre) / spread);
      const square = expectation(line, (x) => ((x - mean) / spread) ** 2);
      const rounding = (1e-15 * Math.abs(mean)) / spread;
      expect(Math.abs(shift - (mean - centre) / spread)).toBeLessThan(1e-9 + rounding);
      // What lies beyond the cut of the integral, in squares: much where the tail is long.
      const beyond = 1e-12 * ((line.quantile(1 - 1e-13) - mean) / spread) ** 2;
      expect(Math.abs(square - 1)).toBeLessThan(1e-9 + rounding + beyond);
    }
  });
}

/** What holds for a source of one real variable, of which single values may have a chance. */
export function lawsOfSource(points: readonly Point[]): void {
  if (points.every(({ real }) => real.line!.logPdf)) lawsOfDensity(points);
  lawsOfDraws(points);

  it('have as a quantile the smallest value that reaches the probability', () => {
    for (const [name, line] of lines(points)) {
      expect(line.cdf(line.support.max), name).toBe(1);
      expect(line.upper(line.support.max), name).toBe(0);
      for (const p of PROBABILITIES) {
        const x = line.quantile(p);
        expect(line.cdf(x), name).toBeGreaterThan(p - 1e-12);
        expect(line.cdf(x - 1e-6 * (1 + Math.abs(x))), name).toBeLessThan(p + 1e-12);
        expect(Math.abs(line.upper(x) - (1 - line.cdf(x))), name).toBeLessThan(1e-12);
      }
    }
  });

  it('have the mean and the variance of their own distribution', () => {
    for (const [name, line] of lines(points)) {
      const { mean, variance } = line;
      if (!(Number.isFinite(variance) && variance > 0)) continue;
      const spread = Math.sqrt(variance);
      const centre = line.quantile(0.5);
      const z = (x: number) => (x - centre) / spread;
      const ends = [...PROBABILITIES, 1 - 1e-9].map((p) => line.quantile(p));
      /** E g(z(X)) - g(0), by parts; where the cdf jumps, Simpson's rule takes a step too much. */
      const about = (slope: (z: number) => number) =>
        ends.slice(1).reduce((sum, b, i) => {
          const tail = (x: number) => (x < centre ? -line.cdf(x) : line.upper(x));
          return sum + simpson((x) => slope(z(x)) * tail(x), ends[i]!, b, 1_000) / spread;
        }, 0);
      expect(Math.abs(about(() => 1) - z(mean)), name).toBeLessThan(0.01);
      expect(Math.abs(about((u) => 2 * u) - (1 + z(mean) ** 2)), name).toBeLessThan(0.02);
    }
  });
}

function lawsOfDensity(points: readonly Point[]): void {
  it('have a cdf that rises from 0 to 1 over the support', () => {
    for (const [, line] of lines(points)) {
      const { min, max } = line.support;
      expect(line.cdf(min)).toBe(0);
      expect(line.cdf(max)).toBe(1);
      expect(line.quantile(0)).toBe(min);
      expect(line.quantile(1)).toBe(max);
      let last = 0;
      for (const p of PROBABILITIES) {
        const value = line.cdf(line.quantile(p));
        expect(value).toBeGreaterThan(last);
        last = value;
      }
    }
  });

  it('have a quantile that undoes the cdf', () => {
    for (const [name, line] of lines(points)) {
      // A quantile is rounded to a double, which moves the probability by the density times up to
      // a unit in its last place, 2.2e-16 |x|, and on the way there it is rounded once or twice
      // more.
      for (const p of PROBABILITIES) {
        const x = line.quantile(p);
        const rounding = 5e-16 * Math.abs(x) * density(line, x);
        const tolerance = 1e-13 * p + rounding;
        expect(Math.abs(line.cdf(x) - p), `p = ${p} of ${name}`).toBeLessThan(tolerance + 1e-16);
      }
    }
  });

  it('have a density that integrates to differences of the cdf', () => {
    for (const [name, line] of lines(points)) {
      const ends = [0.001, 0.1, 0.5, 0.9, 0.999].map((p) => line.quantile(p));
      for (let i = 1; i < ends.length; i++) {
        const a = ends[i - 1]!;
        const b = ends[i]!;
        const area = simpson((x) => density(line, x), a, b);
        const exact = line.cdf(b) - line.cdf(a);
        // Simpson's error falls with the fourth power of the step (here under 1e-11); the rest is
        // the rounding of x far from 0 beside its width.
        const rounding = (1e-15 * Math.abs(b)) / width(line);
        expect(Math.abs(area - exact), name).toBeLessThan(1e-9 + rounding);
      }
      const { min, max } = line.support;
      if (Number.isFinite(min)) expect(line.logPdf!(min - 1)).toBe(-Infinity);
      if (Number.isFinite(max)) expect(line.logPdf!(max + 1)).toBe(-Infinity);
    }
  });

  it('have an upper tail with the digits that 1 less the cdf loses', () => {
    for (const [, line] of lines(points)) {
      for (const p of PROBABILITIES) {
        const x = line.quantile(p);
        const rounding = 5e-16 * Math.abs(x) * density(line, x);
        expect(Math.abs(line.upper(x) - (1 - line.cdf(x)))).toBeLessThan(2e-15 + rounding);
      }
      const { min, max } = line.support;
      expect([line.upper(min), line.upper(max)]).toEqual([1, 0]);
      const far = line.quantile(1 - 1e-12);
      expect(line.upper(far)).toBeGreaterThan(0.9e-12);
      expect(line.upper(far)).toBeLessThan(1.1e-12);
    }
  });
}

function lawsOfDraws(points: readonly Point[]): void {
  it('give NaN for what is not a probability or not a number', () => {
    for (const [name, line] of lines(points)) {
      for (const p of [-0.1, 1.1, NaN]) expect(line.quantile(p), name).toBeNaN();
      expect([line.cdf(NaN), line.upper(NaN)], name).toEqual([NaN, NaN]);
    }
  });

  it('are drawn as their cdf has it', () => {
    const n = 20_000;
    for (const [i, { name, real }] of points.entries()) {
      const line = real.line!;
      const values = real.sample(streams.get('keyed').open(`ks ${i}`)(1), n).sort();
      let distance = 0;
      values.forEach((x, rank) => {
        const p = line.cdf(x);
        if (values[rank + 1] !== x) distance = Math.max(distance, Math.abs((rank + 1) / n - p));
        // Where single values have a chance, the cdf before them is another.
        if (line.logPdf) distance = Math.max(distance, p - rank / n);
      });
      // Kolmogorov: P(sqrt(n) D > d) < 2 exp(-2 d^2), which is 1e-6 at d = 2.694.
      expect(distance * Math.sqrt(n), name).toBeLessThan(2.694);
      expect(values[0], name).toBeGreaterThanOrEqual(line.support.min);
      expect(values[n - 1], name).toBeLessThanOrEqual(line.support.max);
    }
  });
}
