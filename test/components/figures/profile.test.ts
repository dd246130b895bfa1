import { describe, expect, it } from 'vitest';
import {
  profile,
  profileSentence,
  sampleCaption,
  type Left,
} from '../../../src/components/figures/profile.ts';
import { estimatorFor } from '../../../src/lib/estimators/index.ts';
import { valuesOf } from '../../../src/lib/recursion.ts';
import {
  axisNames,
  centre,
  differences,
  drawn,
  HAIR,
  legendOf,
  mark,
  marks,
  points,
  spaced,
  xScale,
  yScale,
} from '../../support/readChart.ts';
import { madeUpRun } from '../madeUp.ts';
import { paramsOf } from '../../support/models.ts';

const truth = { threshold: 10, meanlog: 2, sdlog: 0.6 };
const asked = { family: 'lognormal3', estimator: 'mle', truth, n: 60, seed: 'profile' };
const nearlyNormal = { threshold: 10, meanlog: 2, sdlog: 0.2 };
const sampleOf = (changes = {}, left: Left = 'none') => ({
  ...madeUpRun([], { ...asked, ...changes }),
  view: { left },
});

const sum = (values: readonly number[]) => values.reduce((all, x) => all + x, 0);
/** The standard deviation with divisor n. */
const deviation = (values: readonly number[]) => {
  const mean = sum(values) / values.length;
  return Math.sqrt(sum(values.map((x) => (x - mean) ** 2)) / values.length);
};

/**
 * The log-likelihood of a threshold, the other two parameters being the best ones, less that of the
 * best normal: up to a constant -n log(sd of logs) - sum of logs, against -n log(sd).
 */
function logLikelihood(values: readonly number[], theta: number): number {
  const logs = values.map((x) => Math.log(x - theta));
  const n = values.length;
  return n * Math.log(deviation(values)) - n * Math.log(deviation(logs)) - sum(logs);
}

const result = sampleOf();
const values = [...valuesOf(result.config, 1, null)];
const lowest = Math.min(...values);
const answer = estimatorFor('lognormal3', 'mle').fit(values);
const estimate = answer.ok ? paramsOf(answer).threshold! : NaN;
const highest = logLikelihood(values, estimate);
/** Half the 95 % quantile of chi-square with one degree of freedom, 1.959964². */
const CUT = 1.9599639845400545 ** 2 / 2;

describe('the picture of the profile likelihood', () => {
  const svg = drawn(profile, result);
  const scales = { x: xScale(svg), y: yScale(svg) };
  const { toPixel, toValue } = scales.x;

  it('has the log-likelihood of each threshold, less its maximum', () => {
    const curve = points(svg, '[stroke="var(--ink)"][fill="none"]');
    expect(curve.length).toBeGreaterThan(50);
    for (const [x, y] of curve) {
      // Near the smallest value the curve is steep: a tenth of a pixel sideways is much.
      const at = (pixel: number) =>
        scales.y.toPixel(logLikelihood(values, toValue(pixel)) - highest);
      const slope = Math.abs(at(x + 0.06) - at(x - 0.06));
      if (slope > 20 || Number.isNaN(slope)) continue;
      expect(Math.abs(y - at(x)), `threshold ${toValue(x)}`).toBeLessThan(HAIR + slope);
    }
    // It never leaves the picture, which ends at -6 and 1.5.
    const heights = curve.map(([, y]) => scales.y.toValue(y));
    expect(Math.min(...heights)).toBeGreaterThan(-6.02);
    expect(Math.max(...heights)).toBeLessThan(1.52);
  });

  it('has a dot at the maximum: the estimate', () => {
    const dot = centre(mark(svg, 'circle'));
    expect(differences([dot], [[estimate, 0]], scales)).toEqual([]);
    // It is one: the curve falls on both sides.
    for (const step of [-0.05, 0.05])
      expect(logLikelihood(values, estimate + step)).toBeLessThan(highest);
  });

  it('has a bar over the thresholds that lose less than 1.92', () => {
    const [left, right] = points(svg, '[stroke-width="4"]');
    for (const end of [left!, right!]) {
      expect(Math.abs(end[1] - scales.y.toPixel(-CUT))).toBeLessThan(HAIR);
      const lost = (pixel: number) => highest - logLikelihood(values, toValue(pixel));
      expect(lost(end[0] - 0.1) > CUT !== lost(end[0] + 0.1) > CUT).toBe(true);
    }
    expect(left![0]).toBeLessThan(toPixel(estimate));
    expect(right![0]).toBeGreaterThan(toPixel(estimate));
    expect(mark(svg, '[stroke-width="4"]').getAttribute('stroke-opacity')).toBe('0.35');
  });

  it('has upright lines at the original threshold and, dotted, at the smallest value', () => {
    for (const [selector, value] of [
      ['[stroke="var(--original)"]', 10],
      ['[stroke-dasharray="1 3"]', lowest],
    ] as const)
      for (const [x] of points(svg, selector))
        expect(Math.abs(x - toPixel(value)), selector).toBeLessThan(HAIR);
  });

  it('has a dashed line across where the best normal is, if it is not too far down', () => {
    const dashed = '[stroke-dasharray="5 4"]';
    // 6 below the maximum is where the picture ends.
    expect(highest).toBeGreaterThan(6);
    expect(marks(svg, dashed)).toHaveLength(0);
    const flat = sampleOf({ truth: { ...truth, sdlog: 0.2 }, n: 40, seed: 'flat' });
    const some = [...valuesOf(flat.config, 1, null)];
    const fit = estimatorFor('lognormal3', 'mle').fit(some);
    const top = logLikelihood(some, fit.ok ? paramsOf(fit).threshold! : NaN);
    expect(top).toBeLessThan(6);
    const drawing = drawn(profile, flat);
    const y = yScale(drawing);
    for (const [, height] of points(drawing, dashed))
      expect(Math.abs(height - y.toPixel(-top))).toBeLessThan(HAIR);
  });

  it('names its marks and its axes', () => {
    expect(legendOf(svg)).toEqual([
      'line ink: log-likelihood',
      'dot ink: maximum',
      'dashed ink-muted: the best normal',
      'thin original: original θ = 10',
      'dotted ink-muted: smallest value',
    ]);
    expect(axisNames(svg)).toEqual({
      x: 'threshold θ →',
      y: '↑ log-likelihood, less its maximum',
      heading: '',
    });
  });
});

describe('a sample from which a value is left out', () => {
  const ordered = [...values].sort((a, b) => a - b);

  it.each([
    ['smallest', ordered.slice(1)],
    ['largest', ordered.slice(0, -1)],
  ] as const)('is without the %s one, and compared with the whole', (left, others) => {
    const without = sampleOf({}, left);
    const svg = drawn(profile, without);
    const { toPixel } = xScale(svg);
    for (const [x] of points(svg, '[stroke-dasharray="1 3"]'))
      expect(Math.abs(x - toPixel(others[0]!))).toBeLessThan(HAIR);
    expect(legendOf(svg).slice(0, 2)).toEqual([
      `line ink: log-likelihood without the ${left} value`,
      'line original: with all values',
    ]);
    // The curve of the whole has its maximum at the estimate from the whole.
    const whole = points(svg, '[stroke="var(--original)"][fill="none"]');
    const peak = whole.reduce((a, b) => (b[1] < a[1] && b[0] < toPixel(9.9) ? b : a));
    expect(Math.abs(yScale(svg).toValue(peak[1]))).toBeLessThan(0.2);
    const fit = estimatorFor('lognormal3', 'mle').fit(others);
    const own = fit.ok ? paramsOf(fit).threshold! : NaN;
    expect(Math.abs(centre(mark(svg, 'circle'))[0] - toPixel(own))).toBeLessThan(HAIR);
    expect(sampleCaption(without)).toMatch(new RegExp(`^n = 60, without the ${left} value · `));
    expect(profileSentence(without)).toMatch(
      new RegExp(
        ` Leaving out one value of 60 has moved it by ${(own - estimate).toPrecision(3).replace('-', '−')}, from ${estimate.toPrecision(3)}\\.$`,
      ),
    );
  });
});

describe('the words on the profile', () => {
  it('say from where to where the maximum is flat', () => {
    const svg = drawn(profile, result);
    const ends = points(svg, '[stroke-width="4"]').map(([x]) => xScale(svg).toValue(x));
    const said = spaced(profile.takeaway(result, 0));
    const [, from, to, n] = /from ([\d.−]+) to ([\d.]+) makes these (\d+) values/.exec(said)!;
    // A tenth of a pixel, and three digits.
    expect(Math.abs(Number(from) - ends[0]!)).toBeLessThan(0.1);
    expect(Math.abs(Number(to) - ends[1]!)).toBeLessThan(0.1);
    expect(n).toBe('60');
    expect(said).toContain('(within 1.92 of the highest log-likelihood, the usual 95 % interval).');
  });

  it('say where the likelihood never falls so far, and where it has no maximum', () => {
    const saidOf = (of: (sample: ArrayLike<number>) => boolean) => {
      const seed = Array.from({ length: 100 }, (_, i) => String(i)).find((some) => {
        const config = { ...result.config, truth: nearlyNormal, n: 20, seed: some };
        return of(valuesOf(config, 1, null));
      })!;
      return profile.takeaway(sampleOf({ truth: nearlyNormal, n: 20, seed }), 0);
    };
    const fit = (sample: ArrayLike<number>) => estimatorFor('lognormal3', 'mle').fit(sample);
    // The best normal loses no more than 1.92 against the best lognormal.
    const isFlat = (sample: ArrayLike<number>) => {
      const found = fit(sample);
      return found.ok && logLikelihood(Array.from(sample), paramsOf(found).threshold!) < 1.9;
    };
    expect(saidOf(isFlat)).toContain('every threshold from minus infinity to');
    expect(saidOf((sample) => !fit(sample).ok)).toMatch(
      /^The curve has no maximum inside its range\. The values are not skewed to the right/,
    );
  });

  it('say the estimate, its standard error and the original', () => {
    const said = profileSentence(result);
    expect(said).toMatch(
      new RegExp(`^Estimated threshold: ${estimate.toPrecision(3)}, with a standard error of `),
    );
    const [, error, share] = /error of ([\d.]+) \(([\d.]+) standard deviations of the data\)/.exec(
      said,
    )!;
    expect(Math.abs(Number(error) / Number(share) / deviation(values) - 1)).toBeLessThan(0.01);
    expect(said).toMatch(/; the original has 10\.$/);
  });
});

it('has the curve in its table, less the best normal', () => {
  const { columns, rows } = profile.table(result, 0);
  expect(columns).toEqual(['threshold', 'log-likelihood, less that of the best normal']);
  expect(rows).toHaveLength(161);
  for (const [theta, l] of rows.map((row) => row.map(Number)).slice(0, 150))
    expect(Math.abs(l! - logLikelihood(values, theta!))).toBeLessThan(1e-6);
  expect(rows.every(([theta]) => Number(theta) < lowest)).toBe(true);
});
