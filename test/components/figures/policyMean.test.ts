import { describe, expect, it } from 'vitest';
import { policyMean, policySentence } from '../../../src/components/figures/policyMean.ts';
import {
  axisNames,
  differences,
  drawn,
  legendOf,
  marks,
  points,
  strokes,
  xScale,
  yScale,
} from '../../support/readChart.ts';
import { madeUp, resultOf, RUNG_AT, rungOf, RUNGS, type Fitted } from '../madeUp.ts';

const at = [1, 3, 4, 9];
const truth = { mu: 10, sigma: 2 };
const n = 16;
/**
 * A run that is so many rungs up has its mean as many steps off, 0.05 in generation 1 and more
 * later; upwards further than downwards.
 */
const meanOf = (t: number, rung: number) => 10 + 0.05 * Math.sqrt(t) * (rung + rung ** 2 / 100);
const fitOf = (t: number, r: number): Fitted => ({ mu: meanOf(t, rungOf(r)), sigma: 2 });
const ensemble = madeUp({ at, truth, n }, fitOf, RUNGS);
const result = resultOf([ensemble]);

const lineAt = (level: string) => at.map((t) => [t, meanOf(t, RUNG_AT[level]!)] as const);
const areaBetween = (low: string, high: string) => [...lineAt(low), ...lineAt(high).reverse()];

describe('the picture of the means under a policy', () => {
  const svg = drawn(policyMean, result);
  const scales = { x: xScale(svg), y: yScale(svg) };

  it('has the middle nine tenths of them, and the middle half over those', () => {
    const [outer, inner, ...others] = marks(svg, '[fill="var(--mean-soft)"]').map((path) =>
      strokes(path).flat(),
    );
    expect(others).toEqual([]);
    expect(differences(outer!, areaBetween('0.05', '0.95'), scales)).toEqual([]);
    expect(differences(inner!, areaBetween('0.25', '0.75'), scales)).toEqual([]);
  });

  it('has run 1, and the original across', () => {
    const wanted = at.map((t) => [t, meanOf(t, rungOf(0))] as const);
    expect(differences(points(svg, '[stroke="var(--mean)"]'), wanted, scales)).toEqual([]);
    const original = [
      [1, 10],
      [9, 10],
    ] as const;
    expect(differences(points(svg, '[stroke="var(--original)"]'), original, scales)).toEqual([]);
  });

  it('has one exact standard deviation of the means on either side: √(t / n) of the original', () => {
    const [below, above] = strokes(svg, '[stroke="var(--law)"]');
    const side = (sign: number) => at.map((t) => [t, 10 + sign * 2 * Math.sqrt(t / n)] as const);
    expect(differences(below!, side(-1), scales)).toEqual([]);
    expect(differences(above!, side(1), scales)).toEqual([]);
  });

  it('names its marks and its axes', () => {
    expect(legendOf(svg)).toEqual([
      'block mean-soft: runs',
      'line mean: run 1',
      'dashed law: ± one exact SD of the means',
    ]);
    expect(axisNames(svg)).toEqual({ x: 'Generation →', y: '↑ fitted mean m', heading: '' });
    expect(policyMean.title(result)).toBe('Mean of the runs: Replace');
  });

  it('has no law where none is known', () => {
    const chosen = resultOf([madeUp({ at, truth, n, regime: 'soft-selection' }, fitOf, RUNGS)]);
    const drawing = drawn(policyMean, chosen);
    expect(marks(drawing, '[stroke="var(--law)"]')[0]!.getAttribute('d')).toBe('');
    expect(legendOf(drawing)).toHaveLength(2);
    expect(policyMean.takeaway(chosen, 1)).not.toContain('exact');
    expect(policyMean.table(chosen, 1).rows.map((row) => row.at(-1))).toEqual(['', '', '', '']);
  });

  it('reaches twelve standard deviations of the original at most', () => {
    const far = madeUp({ at, truth, n }, (t, r) => ({ mu: 1000 * t * rungOf(r), sigma: 2 }), RUNGS);
    const drawing = drawn(policyMean, resultOf([far]));
    const y = yScale(drawing);
    const [outer] = marks(drawing, '[fill="var(--mean-soft)"]').map((path) => strokes(path).flat());
    const heights = outer!.map(([, pixel]) => y.toValue(pixel));
    expect(Math.abs(Math.min(...heights) - (10 - 24))).toBeLessThan(0.1);
    expect(Math.abs(Math.max(...heights) - (10 + 24))).toBeLessThan(0.1);
  });
});

const deviationAt = (t: number) => {
  const errors = Array.from({ length: RUNGS }, (_, r) => (meanOf(t, rungOf(r)) - 10) ** 2);
  return Math.sqrt(errors.reduce((sum, x) => sum + x, 0) / RUNGS);
};

describe('the words on the means', () => {
  it('say how far off they are, about the original mean, and how far by the law', () => {
    const simulated = deviationAt(4);
    expect(policyMean.takeaway(result, 2)).toBe(
      `In generation 4 the means of the runs have a standard deviation of ${simulated.toPrecision(3)} about the original mean, ${(simulated / 2).toPrecision(3)} times the original’s; the exact value is 1.`,
    );
  });

  it('say of the typical run where it is, and where half of the means are', () => {
    const [low, high] = ['0.25', '0.75'].map((level) => meanOf(9, RUNG_AT[level]!).toPrecision(3));
    expect(policySentence(result, 3)).toBe(
      `Generation 9: the typical standard deviation is 2, from an original 2; half of the means lie between ${low} and ${high}, from an original 10.`,
    );
  });

  it('say where no run is left', () => {
    const none = resultOf([
      madeUp({ at, truth, n }, (t, r) => (t === 9 ? null : fitOf(t, r)), RUNGS),
    ]);
    expect(policyMean.takeaway(none, 3)).toBe('No run is left in generation 9.');
    expect(policySentence(none, 3)).toBe('No run is left in generation 9: all have ended.');
    expect(policyMean.takeaway(none, 2)).toMatch(/^In generation 4 the means/);
  });
});

it('has in its table every kept generation, its quantiles and both deviations', () => {
  const { columns, rows } = policyMean.table(result, 0);
  expect(columns).toEqual([
    'generation',
    'runs left',
    ...[5, 25, 50, 75, 95].map((percent) => `${percent} % of m`),
    'standard deviation of m, simulated',
    'standard deviation of m, exact',
  ]);
  at.forEach((t, i) => {
    const [generation, left, ...numbers] = rows[i]!.map(Number);
    expect([generation, left]).toEqual([t, 41]);
    const wanted = [
      ...Object.values(RUNG_AT).map((rung) => meanOf(t, rung)),
      deviationAt(t),
      2 * Math.sqrt(t / n),
    ];
    numbers.forEach((number, j) => expect(number / wanted[j]!, `${t}, ${j}`).toBeCloseTo(1, 11));
  });
});
