import { describe, expect, it } from 'vitest';
import { finish } from '../../src/components/island/finish.ts';
import { finalMean } from '../../src/components/demos/finalMean.ts';
import { only } from '../../src/components/charts/ensemble.ts';
import { finalMeans, finalMeanSentence } from '../../src/components/figures/finalMeans.ts';
import { valuesAt } from '../../src/lib/ensemble/pick.ts';
import { defaultSettings } from '../../src/settings/fields.ts';
import {
  cdfOfFinalMean,
  densityOfFinalMean,
  quantileOfFinalMean,
} from '../../src/lib/theory/finalMean.ts';
import { KOLMOGOROV_CRITICAL } from '../random/goodnessOfFit.ts';
import {
  axisNames,
  drawn,
  HAIR,
  legendOf,
  marks,
  spaced,
  strokes,
  xScale,
} from '../support/readChart.ts';
import { madeUp, resultOf } from './madeUp.ts';

const settings = defaultSettings(finalMean.fields);
const law = { mu: 125, sigma: 30 };

/** What the quantiles of finite n are narrower by at n = 50 (see theory/finalMean.ts). */
const NARROWER = 0.01;

describe('the means of the demo as it opens, n = 50 and k = 500', () => {
  const result = finish('ensembles', finalMean.input(settings));
  const ensemble = only(result);
  const frame = ensemble.config.at.length - 1;
  const means = valuesAt(ensemble.slices, 500, 'mu');
  const runs = means.length;

  it('are distributed as t with 2 degrees of freedom, by Kolmogorov and Smirnov', () => {
    expect([ensemble.config.n, ensemble.config.at[frame], runs]).toEqual([50, 500, 10_000]);
    const distance = means.toSorted().reduce((found, x, i) => {
      const p = cdfOfFinalMean({ ...law, x });
      return Math.max(found, p - i / runs, (i + 1) / runs - p);
    }, 0);
    // Quantiles narrower by a share move a probability by the density times z times that share: z
    // (2 + z^2)^(-3/2) is at most 3^(-3/2), at z = 1.
    const bias = NARROWER / 3 ** 1.5;
    expect(distance).toBeLessThan(KOLMOGOROV_CRITICAL / Math.sqrt(runs) + bias);
  });

  it('have its quantiles, to 4 standard errors', () => {
    for (const p of [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99]) {
      const x = quantileOfFinalMean({ ...law, p });
      const share = means.filter((m) => m <= x).length / runs;
      const bias = densityOfFinalMean({ ...law, x }) * Math.abs(x - law.mu) * NARROWER;
      const tolerance = 4 * Math.sqrt((p * (1 - p)) / runs) + bias;
      expect(Math.abs(share - p), `p = ${p}`).toBeLessThan(tolerance);
    }
  });

  it('lie beyond the chart as often as is said', () => {
    const outside = means.filter((m) => Math.abs(m - 125) > 180).length;
    const said = finalMeans.takeaway(result, frame);
    expect(said).toContain(`${outside} of 10,000 runs lie beyond the chart`);
    const [, errors] = /at most ([\d.]+) standard errors/.exec(said)!;
    // 5 levels: above 4 once in 3,000, without the bias.
    expect(Number(errors)).toBeLessThan(4);
    // Two tails beyond 6 sigma: 1 - 6 / sqrt(38) = 2.7 % of the law.
    const tail = 1 - 6 / Math.sqrt(38);
    const tolerance = 4 * Math.sqrt((tail * (1 - tail)) / runs) + 0.3 * NARROWER;
    expect(Math.abs(outside / runs - tail)).toBeLessThan(tolerance);
  });

  it('are all in the table or beyond it', () => {
    const { rows } = finalMeans.table(result, frame);
    const inside = rows.reduce((sum, [, , share]) => sum + Number(share), 0);
    const outside = means.filter((m) => Math.abs(m - 125) > 180).length;
    expect(Math.abs(inside - (1 - outside / runs))).toBeLessThan(1e-12);
    expect([rows[0]![0], rows.at(-1)![1]]).toEqual([-55, 305]);
  });
});

describe('the picture of the means', () => {
  const truth = { mu: 20, sigma: 5 };
  /** Of 40 runs 20 at the original mean, 10 a little above, 5 far below and 5 beyond the chart. */
  const OFF = [...repeat(20, 0.5), ...repeat(10, 3.7), ...repeat(5, -21), ...repeat(5, 31)];
  const means = (estimator: string) =>
    resultOf([
      madeUp({ at: [1, 100], truth, n: 50, estimator }, (t, r) => ({
        mu: 20 + (t === 1 ? 0.25 : OFF[(7 * r) % 40]!),
        sigma: 1,
      })),
    ]);
  const result = means('unbiased-variance');
  const svg = drawn(finalMeans, result, 1);
  const x = xScale(svg);
  const bars = strokes(svg, '[fill="var(--mean)"]');
  const [law] = strokes(svg, '[stroke="var(--law)"]');
  const base = bars[0]![0]![1];
  /**
   * A normal original has σ = 5: t with 2 degrees of freedom has the density (2 + z²)^(-3/2) / σ.
   */
  const density = (value: number) => (2 + ((value - 20) / 5) ** 2) ** -1.5 / 5;
  const perUnit = (base - law![60]![1]) / density(20);

  it('reaches six standard deviations of the original on either side', () => {
    expect([x.toValue(14), x.toValue(706)].map(Math.round)).toEqual([-10, 50]);
    expect(axisNames(svg)).toMatchObject({ x: 'fitted mean m →', y: '↑ share of the runs' });
  });

  it('has a bar where there are means, as high as their density', () => {
    // Bins of width 1 begin at -10. Adding 0 makes one zero of two.
    const found = bars.map((bar) => ({
      from: Math.round(x.toValue(bar[0]![0])) + 0,
      to: Math.round(x.toValue(bar[2]![0] + 1)) + 0,
      share: (base - bar[1]![1]) / perUnit,
    }));
    expect(found.map(({ from, to }) => [from, to])).toEqual([
      [-1, 0],
      [20, 21],
      [23, 24],
    ]);
    const [far, , near] = found;
    expect(far!.share).toBeCloseTo(5 / 40, 2);
    expect(near!.share).toBeCloseTo(10 / 40, 2);
    // What is higher than four times the law's peak is cut off there.
    expect(found[1]!.share).toBeCloseTo(4 * density(20), 2);
  });

  it('has the law of the long run, and the original', () => {
    expect(law).toHaveLength(121);
    for (const [pixel, y] of law!)
      expect(Math.abs(base - y - perUnit * density(x.toValue(pixel)))).toBeLessThan(0.3);
    for (const [pixel] of strokes(svg, '[stroke="var(--original)"]')[0]!)
      expect(Math.abs(pixel - x.toPixel(20))).toBeLessThan(HAIR);
    expect(legendOf(svg)).toEqual([
      'block mean-soft: means of the runs',
      'dashed law: in the long run: t, 2 degrees of freedom',
      'thin original: original mean',
    ]);
  });

  it('counts what lies beyond it', () => {
    const said = spaced(finalMeans.takeaway(result, 1));
    expect(said).toMatch(
      /^5 of 40 runs lie beyond the chart, more than 6 original standard deviations away; for large n and in the long run, 2\.7 % of all runs do\./,
    );
    expect(finalMeans.takeaway(result, 0)).toMatch(/^0 of 40 runs [^;]*away\.$/);
  });

  it('has its bars and its law in the table', () => {
    const { columns, rows } = finalMeans.table(result, 1);
    expect(columns[3]).toBe('share by the limit law');
    expect(rows).toHaveLength(60);
    const row = rows[33]!.map(Number);
    expect(row.slice(0, 3)).toEqual([23, 24, 0.25]);
    // The distribution function is 1 / 2 + z / (2 sqrt(2 + z²)).
    const below = (value: number) => {
      const z = (value - 20) / 5;
      return 0.5 + z / (2 * Math.sqrt(2 + z * z));
    };
    expect(row[3]).toBeCloseTo(below(24) - below(23), 12);
  });

  it('says half of the means, and their exact deviation', () => {
    const said = finalMeanSentence(result, 1);
    expect(said).toContain('In generation 100 half of the means lie between 20.5 and 23.7.');
    // √(t / n) of the original’s.
    expect(said).toContain(`standard deviation is ${(5 * Math.sqrt(2)).toPrecision(3)}, carried`);
    const grown = madeUp({ at: [5000], truth, n: 2, estimator: 'unbiased-log' }, () => truth);
    expect(finalMeanSentence(resultOf([grown]), 0)).toContain('is beyond all measure, carried');
    const none = madeUp({ at: [9], truth }, () => null);
    expect(finalMeanSentence(resultOf([none]), 0)).toBe('No run has reached generation 9.');
  });

  it.each(['maximum-likelihood', 'unbiased-log'])(
    'has no limit law under %s: not as a line, not in the legend, not in the table or its file',
    (estimator) => {
      const other = means(estimator);
      const drawing = drawn(finalMeans, other, 1);
      expect(marks(drawing, '[stroke="var(--law)"]')).toHaveLength(0);
      expect(legendOf(drawing)).toEqual([
        'block mean-soft: means of the runs',
        'thin original: original mean',
      ]);
      const { columns, rows } = finalMeans.table(other, 1);
      expect(columns).toEqual(['mean from', 'mean to', 'share of the runs']);
      expect(rows[33]).toEqual([23, 24, 0.25]);
      expect(rows.every((row) => row.length === 3)).toBe(true);
      expect(finalMeans.takeaway(other, 1)).toMatch(
        /away\. The law of the long run is known for the unbiased variance; with this estimator /,
      );
      expect(finalMeans.takeaway(other, 1)).not.toMatch(/dashed|standard errors/);
    },
  );
});

function repeat(times: number, value: number) {
  return Array.from({ length: times }, () => value);
}
