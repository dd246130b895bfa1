import { describe, expect, it } from 'vitest';
import { ensembleCaption } from '../../src/components/charts/captions.ts';
import { finish } from '../../src/components/island/finish.ts';
import { fan } from '../../src/components/demos/fan.ts';
import { disagreement, disagreementText, only } from '../../src/components/charts/ensemble.ts';
import { runsNow, standing } from '../../src/components/figures/runsNow.ts';
import type { EnsembleSoFar } from '../../src/lib/jobs/ensembles.ts';
import { defaultSettings } from '../../src/settings/fields.ts';
import { cdfOfSd, densityOfSd, exactQuantileOfSd } from '../../src/lib/theory/sdLaw.ts';
import {
  axisNames,
  centre,
  drawn,
  HAIR,
  legendOf,
  mark,
  marks,
  points,
  spaced,
  strokes,
  xScale,
} from '../support/readChart.ts';
import { guessing, madeUp, madeUpPath, resultOf } from './madeUp.ts';

const settings = defaultSettings(fan.fields);
const result = guessing(finish('ensembles', { ...fan.input(settings), runs: [] }));
const ensemble = only(result);

describe('all runs of the fan in one generation', () => {
  it('are where the exact law has them, in the opening settings', () => {
    ensemble.config.at.forEach((t, row) => {
      // 5 levels at 101 generations that hang together: 4.5 is exceeded by 500 independent ones
      // once in 300.
      const found = disagreement(ensemble, row)!;
      expect(Math.abs(found.standardErrors), `generation ${t}`).toBeLessThan(4.5);
    });
  });

  it('fall into bins that hold them all, and the law', () => {
    for (const frame of [0, 50, 100]) {
      const { rows } = runsNow.table(result, frame);
      const sum = (column: number) => rows.reduce((all, row) => all + Number(row[column]), 0);
      expect(sum(2)).toBeCloseTo(1, 10);
      // The bins end at the lowest and the highest of 10,000 runs: the law has 2 in 10,001 beyond,
      // give or take.
      expect(sum(3)).toBeGreaterThan(1 - 20 / 10_000);
      expect(sum(3)).toBeLessThanOrEqual(1);
      // Chi-square: sum of (found - expected)^2 / expected, over bins where 5 runs or more are
      // expected.
      const cells = rows
        .map((row) => [Number(row[2]) * 10_000, Number(row[3]) * 10_000] as const)
        .filter(([, expected]) => expected >= 5);
      const statistic = cells.reduce((all, [n, e]) => all + (n - e) ** 2 / e, 0);
      expect(statistic).toBeLessThan(cells.length + 4 * Math.sqrt(2 * cells.length));
    }
  });
});

describe('the words for a disagreement of simulation and law', () => {
  /** The same runs, each a factor wider. */
  const widened = (factor: number): EnsembleSoFar => ({
    ...ensemble,
    slices: ensemble.slices.map((slice) => ({
      ...slice,
      values: { sigma: slice.values.sigma!.map((s) => s * factor) },
    })),
  });

  it('grow with it', () => {
    expect(disagreementText(ensemble, 100)).toMatch(
      /at most [01]\.\d standard errors .* no more than chance\.$/,
    );
    // log s has a standard deviation near 1.1: log 1.2 of that moves some 6 % of the runs past the
    // median, 13 standard errors.
    const found = disagreementText(widened(1.2), 100);
    expect(found).toMatch(/at most 1\d\.\d standard errors .*: more than chance\.$/);
  });

  it.each([
    [1.9, 'at most 1.9 standard errors at the five levels drawn: no more than chance.'],
    [2.1, 'at most 2.1 standard errors at the five levels drawn: as chance now and then allows.'],
    [3.2, 'at most 3.2 standard errors at the five levels drawn: as chance now and then allows.'],
    [3.4, 'at most 3.4 standard errors at the five levels drawn: more than chance.'],
  ])('are those for %d standard errors', (errors, words) => {
    // 999 runs of which each has the law's own rank, but the median: that is so many standard
    // errors high.
    const runs = 999;
    const moved = 0.5 + errors * Math.sqrt(0.25 / (runs + 2));
    const law = { n: 50, k: 9, sigma: 1 };
    const some = madeUp(
      { at: [9], n: 50 },
      (_, r) => {
        const p = (r + 1) / (runs + 1);
        return {
          mu: 0,
          sigma: exactQuantileOfSd({ ...law, p: p >= 0.5 && p < moved ? moved : p }),
        };
      },
      runs,
    );
    expect(disagreementText(some, 0)).toContain(words);
  });

  it('are none where runs have ended: the law is that of all runs', () => {
    const ended: EnsembleSoFar = {
      ...ensemble,
      slices: ensemble.slices.map((slice, i) => ({
        ...slice,
        values: { sigma: i === 0 ? slice.values.sigma!.map(() => NaN) : slice.values.sigma! },
      })),
    };
    expect(disagreement(ended, 100)).toBe(null);
    expect(disagreementText(ended, 100)).toContain('Some of these runs have ended');
  });
});

describe('the caption of an ensemble', () => {
  it('says how many runs there are so far, and how many came to the end', () => {
    expect(ensembleCaption(ensemble)).toContain('10,000 runs, all to the end');
    const some = { ...ensemble, made: 3400 };
    expect(ensembleCaption(some)).toContain('3,400 of 10,000 runs so far');
    const last = { ...ensemble.bands.at(-1)!, survivors: 12 };
    expect(ensembleCaption({ ...ensemble, bands: [last] })).toContain('10,000 runs, 12 to the end');
    expect(ensembleCaption(ensemble)).toContain('n = 200 · 500 generations');
  });
});

describe('the picture of all runs in one generation', () => {
  const n = 40;
  const at = [3, 8];
  const truth = { mu: 0, sigma: 2 };
  /** 27 runs: 6 bins of equal ratios, from 1 to 8 with these counts. */
  const COUNTS = [4, 9, 2, 0, 5, 7];
  const bin = (i: number) => 8 ** (i / 6);
  const values = COUNTS.flatMap((runs, i) =>
    Array.from({ length: runs }, (_, j) => {
      if (i === 0 && j === 0) return 1;
      return i === 5 && j === runs - 1 ? 8 : bin(i + 0.5);
    }),
  );
  const ensemble = madeUp(
    { at, truth, n },
    (t, r) => ({ mu: 0, sigma: values[(5 * r) % 27]! * (t === 3 ? 1 : 0.5) }),
    27,
  );
  const run = madeUpPath(
    ensemble,
    [
      { mu: 0, sigma: 5 },
      { mu: 0, sigma: 0.75 },
    ],
    null,
    { replicate: 3 },
  );
  const made = guessing(resultOf([ensemble], { runs: [run] }), 0.2);
  const svg = drawn(runsNow, made, 0);
  const x = xScale(svg, 'log');
  const bars = strokes(svg, '[fill="var(--spread)"]:not(circle)');
  const base = bars[0]![0]![1];
  const law = { n, k: 3, sigma: 2 };
  const curve = points(svg, '[stroke="var(--law)"]');
  /** Densities are of the natural logarithm of s. */
  const ofLog = (s: number) => s * densityOfSd({ ...law, x: s });
  const peak = curve.reduce((a, b) => (b[1] < a[1] ? b : a));
  const perUnit = (base - peak[1]) / ofLog(x.toValue(peak[0]));

  it('has a bar for each bin that is not empty, as high as its density', () => {
    const full = [0, 1, 2, 4, 5];
    expect(bars).toHaveLength(5);
    bars.forEach((bar, j) => {
      const i = full[j]!;
      expect(Math.abs(bar[0]![0] - x.toPixel(bin(i)))).toBeLessThan(HAIR);
      expect(Math.abs(bar[2]![0] + 1 - x.toPixel(bin(i + 1)))).toBeLessThan(HAIR);
      const density = COUNTS[i]! / 27 / (Math.log(8) / 6);
      expect(Math.abs(base - bar[1]![1] - density * perUnit)).toBeLessThan(0.4);
    });
  });

  it('has the density of the exact law, from its 2nd to its 9,998th ten thousandth', () => {
    expect(curve.length).toBeGreaterThan(40);
    for (const [pixel, y] of curve)
      expect(Math.abs(base - y - perUnit * ofLog(x.toValue(pixel)))).toBeLessThan(1.5);
    // What lies beyond the picture is not drawn; the next point would be there.
    const step = (curve.at(-1)![0] - curve[0]![0]) / (curve.length - 1);
    for (const [i, p] of [0.0002, 0.9998].entries()) {
      const wanted = x.toPixel(exactQuantileOfSd({ ...law, p }));
      const [end] = curve.at(-i)!;
      if (wanted >= 14 && wanted <= 706) expect(Math.abs(end - wanted)).toBeLessThan(HAIR);
      else expect(i === 0 ? end - 14 : 706 - end).toBeGreaterThanOrEqual(0);
      expect(i === 0 ? end - Math.max(14, wanted) : Math.min(706, wanted) - end).toBeLessThan(step);
    }
  });

  it('has the original and the picked run where they are', () => {
    for (const [pixel] of points(svg, '[stroke="var(--original)"]'))
      expect(Math.abs(pixel - x.toPixel(2))).toBeLessThan(HAIR);
    expect(Math.abs(centre(mark(svg, 'circle'))[0] - x.toPixel(5))).toBeLessThan(HAIR);
  });

  it('has the guess in the last generation only', () => {
    expect(marks(svg, '[fill="var(--guess)"]')).toHaveLength(0);
    const end = drawn(runsNow, made, 1);
    const [, pixel] = /^M([\d.]+),/.exec(mark(end, '[fill="var(--guess)"]').getAttribute('d')!)!;
    expect(Math.abs(Number(pixel) - xScale(end, 'log').toPixel(0.4))).toBeLessThan(HAIR);
  });

  it('names its marks and its axes', () => {
    expect(legendOf(svg)).toEqual([
      'block spread-soft: runs',
      'dashed law: exact law',
      'dot spread: run 4',
      'thin original: original',
    ]);
    expect(axisNames(svg)).toMatchObject({
      x: 'standard deviation s, logarithmic scale →',
      y: '↑ share of the runs',
    });
    expect(svg.getAttribute('aria-label')).toContain('(generation 3)');
    expect(legendOf(drawn(runsNow, guessing(resultOf([ensemble])), 0))).toHaveLength(3);
  });

  it('has its bins in the table, with the shares of runs and law', () => {
    const { columns, rows } = runsNow.table(made, 0);
    expect(columns).toEqual(['s from', 's to', 'share of the runs', 'share by the exact law']);
    rows.forEach((row, i) => {
      const [low, high, share, lawful] = row.map(Number);
      expect(low! / bin(i)).toBeCloseTo(1, 12);
      expect(high! / bin(i + 1)).toBeCloseTo(1, 12);
      expect(share).toBeCloseTo(COUNTS[i]! / 27, 12);
      const wanted = cdfOfSd({ ...law, x: bin(i + 1) }) - cdfOfSd({ ...law, x: bin(i) });
      expect(lawful).toBeCloseTo(wanted, 10);
    });
  });

  it.each([
    [0, 'No run has a fit left in this generation.'],
    [1, 'Too few runs are left for a picture.'],
  ])('says so where %i runs are left', (left, words) => {
    const few = madeUp({ at, truth, n }, (_, r) => (r < left ? truth : null), 27);
    const drawing = drawn(runsNow, guessing(resultOf([few])), 0);
    expect(drawing.textContent).toContain(words);
    expect(mark(drawing, '[fill="var(--spread)"]').getAttribute('d')).toBe('');
  });

  it('says where the picked run stands', () => {
    const below = Math.round(100 * cdfOfSd({ ...law, k: 8, x: 0.75 }));
    expect(below).toBeLessThan(1);
    expect(spaced(standing(made, 0))).toMatch(/^Run 4 stands at 5: more than 99 % of all runs/);
    const usual = madeUpPath(ensemble, [{ mu: 0, sigma: 1.9 }]);
    const share = (100 * cdfOfSd({ ...law, x: 1.9 })).toFixed(0);
    const others = resultOf([ensemble], { runs: [usual] });
    expect(spaced(standing(others, 0))).toBe(
      `Run 1 stands at 1.90: ${share} % of all runs are narrower.`,
    );
    expect(standing(others, 1)).toBe('Run 1 has ended: there was nothing left to fit.');
    expect(standing(resultOf([ensemble]), 0)).toBe('');
  });
});
