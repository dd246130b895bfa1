import { describe, expect, it } from 'vitest';
import { policiesCaption } from '../../../src/components/charts/captions.ts';
import { contrastOfPolicies, policySpread } from '../../../src/components/figures/policySpread.ts';
import {
  axisNames,
  differences,
  drawn,
  legendOf,
  marks,
  points,
  spaced,
  strokes,
  xScale,
  yScale,
} from '../../support/readChart.ts';
import { madeUp, resultOf, RUNG_AT, rungOf, RUNGS, type Fitted } from '../madeUp.ts';

const at = [1, 2, 4, 7];
const truth = { mu: 0, sigma: 3 };
/** The typical run by generation, as a share of the original. */
const MIDDLE = [1, 0.8, 0.5, 0.3];
/** A run that is so many rungs up is wider by as many tenths of a doubling. */
const sigmaOf = (t: number, rung: number) => 3 * MIDDLE[at.indexOf(t)]! * 2 ** (rung / 10);
const fitOf = (t: number, r: number): Fitted => ({ mu: 0, sigma: sigmaOf(t, rungOf(r)) });
const ensemble = madeUp({ at, truth }, fitOf, RUNGS);
const figure = policySpread('policy-spread', 0);

const lineAt = (level: string) => at.map((t) => [t, sigmaOf(t, RUNG_AT[level]!)] as const);
const areaBetween = (low: string, high: string) => [...lineAt(low), ...lineAt(high).reverse()];
const level = (value: number) => at.map((t) => [t, value] as const);

describe('the picture of all runs under a policy', () => {
  const svg = drawn(figure, resultOf([ensemble]));
  const scales = { x: xScale(svg), y: yScale(svg, 'log') };
  const paths = (selector: string) => marks(svg, selector).map((path) => strokes(path).flat());

  it('has the middle nine tenths of the runs, and the middle half over them', () => {
    const [outer, inner, ...others] = paths('[fill="var(--spread-soft)"]');
    expect(others).toEqual([]);
    expect(differences(outer!, areaBetween('0.05', '0.95'), scales)).toEqual([]);
    expect(differences(inner!, areaBetween('0.25', '0.75'), scales)).toEqual([]);
  });

  it('has the median as a thin line and run 1 as a thick one', () => {
    const median = points(svg, '[stroke="var(--spread)"][stroke-width="1.2"]');
    expect(differences(median, lineAt('0.5'), scales)).toEqual([]);
    const first = points(svg, '[stroke="var(--spread)"][stroke-width="2"]');
    const wanted = at.map((t) => [t, sigmaOf(t, rungOf(0))] as const);
    expect(differences(first, wanted, scales)).toEqual([]);
  });

  it('has the exact average where it stays, under replace and the unbiased variance', () => {
    const [law, ...others] = paths('[stroke="var(--law)"]');
    expect(others).toEqual([]);
    expect(differences(law!, level(3), scales)).toEqual([]);
    const original = [
      [1, 3],
      [7, 3],
    ] as const;
    expect(differences(points(svg, '[stroke="var(--original)"]'), original, scales)).toEqual([]);
  });

  it('names its marks and its axes', () => {
    expect(legendOf(svg)).toEqual([
      'block spread-soft: runs',
      'line spread: run 1',
      'dashed law: exact average',
    ]);
    expect(axisNames(svg)).toEqual({
      x: 'Generation →',
      y: '↑ s, log scale: Replace',
      heading: '',
    });
    const fresh = madeUp(
      { at, regime: 'fresh-real', regimeOptions: { share: 0.25 } },
      fitOf,
      RUNGS,
    );
    expect(figure.title(resultOf([fresh]))).toBe(
      'Standard deviation of the runs: Fresh real share, α = 0.25',
    );
  });

  it('has a gap where run 1 has ended, and bands of those that are left', () => {
    const some = madeUp({ at, truth }, (t, r) => (t === 7 && r < 20 ? null : fitOf(t, r)), RUNGS);
    const drawing = drawn(figure, resultOf([some]));
    expect(points(drawing, '[stroke="var(--spread)"][stroke-width="2"]')).toHaveLength(3);
    expect(points(drawing, '[stroke="var(--spread)"][stroke-width="1.2"]')).toHaveLength(4);
    const none = madeUp({ at, truth }, (t, r) => (t === 7 ? null : fitOf(t, r)), RUNGS);
    const ended = drawn(figure, resultOf([none]));
    expect(points(ended, '[stroke="var(--spread)"][stroke-width="1.2"]')).toHaveLength(3);
  });

  it('has no law where none is known', () => {
    const chosen = madeUp({ at, truth, regime: 'soft-selection' }, fitOf, RUNGS);
    const drawing = drawn(figure, resultOf([chosen]));
    expect(legendOf(drawing)).toEqual(['block spread-soft: runs', 'line spread: run 1']);
    expect(marks(drawing, '[stroke="var(--law)"]')[0]!.getAttribute('d')).toBe('');
  });

  it('has another law instead, where one is given', () => {
    const label = 'four fifths of it';
    const other = policySpread('other', 0, {
      law: { label, at: ({ config }, t) => config.truth.sigma! * 0.8 ** t },
    });
    const drawing = drawn(other, resultOf([ensemble]));
    const both = { x: xScale(drawing), y: yScale(drawing, 'log') };
    const wanted = at.map((t) => [t, 3 * 0.8 ** t] as const);
    expect(differences(points(drawing, '[stroke="var(--law)"]'), wanted, both)).toEqual([]);
    expect(legendOf(drawing)[2]).toBe(`dashed law: ${label}`);
    const { columns, rows } = other.table(resultOf([ensemble]), 0);
    expect([columns.at(-1), rows[1]!.at(-1)]).toEqual([label, 3 * 0.8 ** 2]);
  });
});

describe('several pictures of one demo', () => {
  const wider = madeUp(
    { at, truth, n: 50 },
    (t, r) => ({ mu: 0, sigma: 10 * sigmaOf(t, rungOf(r)) }),
    RUNGS,
  );
  const both = resultOf([ensemble, wider]);

  it('share their scale, and show one ensemble each', () => {
    const second = policySpread('second', 1);
    const [left, right] = [drawn(figure, both), drawn(second, both)];
    expect(yScale(left, 'log').toPixel(1)).toBe(yScale(right, 'log').toPixel(1));
    const heights = [left, right].map((svg) => {
      const [[, y]] = points(svg, '[stroke="var(--spread)"][stroke-width="1.2"]') as [
        [number, number],
      ];
      return yScale(svg, 'log').toValue(y);
    });
    expect(heights[1]! / heights[0]!).toBeCloseTo(10, 1);
    expect(policiesCaption(both)).toMatch(/ · n = 100; n = 50$/);
  });

  it('go no lower than a ten thousandth of the original', () => {
    const gone = madeUp({ at, truth }, (_, r) => ({ mu: 0, sigma: 1e-9 * 2 ** rungOf(r) }), RUNGS);
    const svg = drawn(figure, resultOf([gone]));
    const y = yScale(svg, 'log');
    const lowest = Math.max(
      ...points(svg, '[stroke="var(--spread)"][stroke-width="1.2"]').map(([, h]) => h),
    );
    expect(Math.abs(lowest - y.toPixel(3e-4))).toBeLessThan(0.3);
  });
});

describe('the words on the runs of a policy', () => {
  it('say what the typical run has left, and between what nine in ten lie', () => {
    // 2^-1.8 and 2^1.8 are 0.287 and 3.48.
    expect(spaced(figure.takeaway(resultOf([ensemble]), 2))).toBe(
      'In generation 4 the typical run has 50 % of the original spread; nine in ten have between 14 % and 174 %.',
    );
  });

  it.each([
    // Of the median; of the 5th and the 95th percentile.
    [0.5, 'nine in ten have 50 %.'],
    [1e-5, 'nine in ten have less than 0.01 %.'],
  ])('say one number where both are the same: %d', (share, words) => {
    const all = madeUp({ at, truth }, () => ({ mu: 0, sigma: 3 * share }), RUNGS);
    expect(spaced(figure.takeaway(resultOf([all]), 2))).toContain(words);
  });

  it('say from what to what where the first is in words', () => {
    const some = madeUp(
      { at, truth },
      (_, r) => ({ mu: 0, sigma: 1e-5 * 10 ** (rungOf(r) / 4) }),
      RUNGS,
    );
    expect(spaced(figure.takeaway(resultOf([some]), 2))).toContain(
      'nine in ten have from less than 0.01 % to 11 %.',
    );
  });

  it('say where no run is left', () => {
    const none = madeUp({ at, truth }, (t, r) => (t === 7 ? null : fitOf(t, r)), RUNGS);
    expect(figure.takeaway(resultOf([none]), 3)).toBe('No run is left in generation 7.');
  });

  it('compare typical runs', () => {
    const other = madeUp(
      { at, truth, regime: 'accumulate' },
      (t, r) => (t === 7 ? null : fitOf(t, r)),
      RUNGS,
    );
    const third = madeUp({ at, truth, regime: 'truncated' }, () => ({ mu: 0, sigma: 2 }), RUNGS);
    const three = resultOf([ensemble, other, third]);
    expect(contrastOfPolicies(three, 2)).toBe(
      'Generation 4: the typical run’s standard deviation is 1.50 under “Replace”, 1.50 under “Accumulate” and 2 under “Trim the tails”; it began at 3.',
    );
    expect(contrastOfPolicies(three, 3)).toContain('gone under “Accumulate”');
  });

  it('say what was run', () => {
    expect(policiesCaption(resultOf([ensemble]))).toBe(
      'Replace · n = 100 · 7 generations · 41 runs, all to the end · made by means and variances · seed made up · unbiased variance (divide by n − 1) · original mean 0, standard deviation 3',
    );
    const some = madeUp(
      { at, truth, regime: 'truncated' },
      (t, r) => (t === 7 && r < 20 ? null : fitOf(t, r)),
      RUNGS,
    );
    expect(policiesCaption(resultOf([some]))).toContain(
      '41 runs, 21 to the end · made value by value',
    );
  });
});

it('has in its table every kept generation, its quantiles and both averages', () => {
  const { columns, rows } = figure.table(resultOf([ensemble]), 0);
  expect(columns).toEqual([
    'generation',
    'runs left',
    ...[5, 25, 50, 75, 95].map((percent) => `${percent} % of s`),
    'root of the mean of s², simulated',
    'root of the mean of s², exact',
  ]);
  at.forEach((t, i) => {
    const [generation, left, ...numbers] = rows[i]!.map(Number);
    expect([generation, left]).toEqual([t, 41]);
    const all = Array.from({ length: RUNGS }, (_, r) => sigmaOf(t, rungOf(r)));
    const root = Math.sqrt(all.reduce((sum, s) => sum + s * s, 0) / RUNGS);
    const wanted = [...Object.values(RUNG_AT).map((rung) => sigmaOf(t, rung)), root, 3];
    numbers.forEach((number, j) => expect(number / wanted[j]!, `${t}, ${j}`).toBeCloseTo(1, 12));
  });
});
