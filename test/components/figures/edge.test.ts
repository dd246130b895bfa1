import { describe, expect, it } from 'vitest';
import { EDGE } from '../../../src/components/demos/shared/edgeSettings.ts';
import { contrastSentence, edgePath, edgeSentence } from '../../../src/components/figures/edge.ts';
import { lognormal3LoneErrors } from '../../../src/lib/theory/lognormal3Information.ts';
import {
  axisNames,
  differences,
  drawn,
  legendOf,
  points,
  spaced,
  xScale,
  yScale,
} from '../../support/readChart.ts';
import { madeUp, madeUpPath, resultOf, RUNG_AT, rungOf, RUNGS } from '../madeUp.ts';

const truth = { threshold: 10, meanlog: 1, sdlog: 0.5 };
const n = 400;
const at = [1, 2, 5, 8];
const keep = ['threshold', 'meanlog', 'sdlog'];
const units = lognormal3LoneErrors(truth, n);
type Name = keyof typeof units;

/**
 * How many units a parameter of a run is off, upwards twice as far as downwards; the three not
 * alike.
 */
const offOf = (name: Name, t: number, rung: number) =>
  ({ threshold: 0.1, meanlog: 0.05, sdlog: 0.2 })[name] * t * (rung > 0 ? 2 * rung : rung) * 0.1;
const valueOf = (name: Name, t: number, rung: number) =>
  truth[name] + units[name] * offOf(name, t, rung);
const fitAt = (t: number, rung: number) => ({
  threshold: valueOf('threshold', t, rung),
  meanlog: valueOf('meanlog', t, rung),
  sdlog: valueOf('sdlog', t, rung),
});

const asked = { at, truth, n, family: 'lognormal3', estimator: 'mle' };
/** At generation 8 five of 41 runs have ended, two as a normal. */
const ends = [
  { t: 6, reason: 'not-right-skewed' },
  { t: 6, reason: 'no-interior-maximum' },
  { t: 7, reason: 'not-right-skewed' },
  { t: 7, reason: 'no-interior-maximum' },
  { t: 8, reason: 'no-solution' },
] as const;
const whole = madeUp(asked, (t, r) => fitAt(t, rungOf(r)), RUNGS);
const ensemble = madeUp(
  asked,
  (t, r) => (t === 8 && r < 5 ? null : fitAt(t, rungOf(r))),
  RUNGS,
  ends,
);
const first = madeUpPath(
  ensemble,
  [1, 2, 5].map((t) => fitAt(t, -7)),
  {
    t: 7,
    reason: 'not-right-skewed',
  },
);
const result = resultOf([ensemble], { keep, runs: [first] });

describe.each([
  ['threshold', 'θ', 'threshold θ', 0],
  ['meanlog', 'ζ', 'log-location ζ', 1],
  ['sdlog', 'σ', 'log-scale σ', 2],
] as const)('the path of the %s', (name, symbol, label, index) => {
  const figure = edgePath(EDGE[index]);
  const path = madeUpPath(
    whole,
    at.map((t) => fitAt(t, -7)),
  );
  const full = resultOf([whole], { keep, runs: [path] });
  const svg = drawn(figure, full);
  const scales = { x: xScale(svg), y: yScale(svg) };
  const lineAt = (level: string) => at.map((t) => [t, offOf(name, t, RUNG_AT[level]!)] as const);

  it('has nine tenths of the runs, in lone standard errors from the original', () => {
    const wanted = [...lineAt('0.05'), ...lineAt('0.95').reverse()];
    expect(differences(points(svg, 'path[fill="var(--spread-soft)"]'), wanted, scales)).toEqual([]);
  });

  it('has the median, run 1 and the original', () => {
    expect(differences(points(svg, '[stroke-dasharray="2 2"]'), lineAt('0.5'), scales)).toEqual([]);
    const run = at.map((t) => [t, offOf(name, t, -7)] as const);
    expect(differences(points(svg, '[stroke-width="2"]'), run, scales)).toEqual([]);
    const across = [
      [1, 0],
      [8, 0],
    ] as const;
    expect(differences(points(svg, '[stroke="var(--original)"]'), across, scales)).toEqual([]);
  });

  it('names its marks and its axes', () => {
    expect(legendOf(svg)).toEqual([
      'block spread-soft: nine tenths of the runs',
      'line spread: run 1',
      'thin original: original',
    ]);
    expect(axisNames(svg)).toEqual({
      x: 'Generation →',
      y: `↑ change of ${symbol}, in lone standard errors`,
      heading: '',
    });
    expect(figure.title(full)).toBe(`The fitted ${label}, generation by generation`);
  });

  it('has in its table the runs left, three percentiles and run 1', () => {
    const { columns, rows } = figure.table(result, 0);
    expect(columns).toEqual([
      'generation',
      'runs left',
      ...[5, 50, 95].map((percent) => `${percent} % of ${symbol}`),
      `${symbol} of run 1`,
    ]);
    at.slice(0, 3).forEach((t, i) => {
      const wanted = [...[-18, 0, 18].map((rung) => valueOf(name, t, rung)), fitAt(t, -7)[name]];
      expect(rows[i]!.slice(0, 2)).toEqual([t, 41]);
      wanted.forEach((value, j) => expect(Number(rows[i]![2 + j])).toBeCloseTo(value, 12));
    });
    expect(rows[3]!.slice(0, 2)).toEqual([8, 36]);
    expect(rows[3]!.at(-1)).toBe('');
  });

  it('says between what nine in ten are, and how far apart that is', () => {
    const [low, high] = [-18, 18].map((rung) => valueOf(name, 5, rung).toPrecision(3));
    const apart = (offOf(name, 5, 18) - offOf(name, 5, -18)).toPrecision(3);
    expect(figure.takeaway(result, 2)).toBe(
      `In generation 5 nine in ten of the runs that are left have ${symbol} between ${low} and ${high}: ${apart} lone standard errors apart.`,
    );
    const none = madeUp(asked, (t) => (t === 8 ? null : truth), RUNGS);
    expect(figure.takeaway(resultOf([none], { keep }), 3)).toBe(
      `No run has a ${label} left in generation 8.`,
    );
  });
});

describe('the three pictures', () => {
  it('share one scale, so that the widest fills it', () => {
    const scales = ([0, 1, 2] as const).map((index) =>
      yScale(drawn(edgePath(EDGE[index]), result)),
    );
    for (const { toPixel } of scales) expect(toPixel(3)).toBe(scales[0]!.toPixel(3));
    // 5 % beyond the 95th percentile of sdlog in generation 5, and the 5th.
    const svg = drawn(edgePath(EDGE[2]), resultOf([whole], { keep }), 0, { height: 250 });
    const heights = points(svg, 'path[fill="var(--spread-soft)"]').map(([, y]) => y);
    const [low, high] = [-1.05, 1.05].map((by) => offOf('sdlog', 8, by * 18));
    expect(Math.max(...heights)).toBeLessThan(yScale(svg).toPixel(low!));
    expect(Math.abs(yScale(svg).toPixel(low!) - 210)).toBeLessThan(0.3);
    expect(Math.min(...heights)).toBeGreaterThan(yScale(svg).toPixel(high!));
  });

  it('end 60 lone standard errors away, where bands stop and a line leaves', () => {
    const far = (t: number, rung: number) => ({
      ...truth,
      threshold: 10 + 50 * units.threshold * t * Math.sign(rung),
    });
    const wide = madeUp(asked, (t, r) => far(t, rungOf(r)), RUNGS);
    const run = madeUpPath(
      wide,
      at.map((t) => far(t, 1)),
    );
    const svg = drawn(edgePath(EDGE[0]), resultOf([wide], { keep, runs: [run] }));
    const { toValue } = yScale(svg);
    const heights = points(svg, 'path[fill="var(--spread-soft)"]').map(([, y]) => toValue(y));
    expect(Math.max(...heights)).toBeCloseTo(60, 0);
    expect(Math.min(...heights)).toBeCloseTo(-60, 0);
    expect(points(svg, '[stroke-width="2"]')).toHaveLength(1);
  });

  it('of two ensembles say which method each is by', () => {
    const other = madeUp({ ...asked, estimator: 'moments' }, () => truth, RUNGS);
    const two = resultOf([ensemble, other], { keep });
    const figure = edgePath(EDGE[1], 1);
    expect(figure.title(two)).toBe('The fitted log-location ζ, generation by generation: moments');
    expect(axisNames(drawn(figure, two)).heading).toBe('Moments');
    expect(figure.id).not.toBe(edgePath(EDGE[1]).id);
  });
});

describe('the words on what wanders furthest', () => {
  it('name the parameter whose runs are furthest apart, and how all runs have ended', () => {
    // Nine tenths of all that are left: fifths of the runs have gone, so that the rungs are others.
    const { quantiles } = ensemble.bands[3]!.statistics.sdlog!;
    const width = ((quantiles['0.95']! - quantiles['0.05']!) / units.sdlog).toPrecision(3);
    const said = spaced(edgeSentence(result, 3, EDGE));
    expect(said).toContain(
      `By generation 8 the log-scale σ has wandered furthest: nine tenths of the runs that are left span ${width} lone standard errors, against `,
    );
    expect(said).toContain(
      'Of 41 runs 2 (4.9 %) ended as a plain normal, with the threshold at minus infinity; 2 (4.9 %) ran into the edge, with the threshold as good as at the smallest value; 1 (2.4 %) had no fit by this method.',
    );
    expect(said).toMatch(/Run 1 ended in generation 7\. The values are not skewed to the right/);
  });

  it('order the other two', () => {
    const spans = [...edgeSentence(result, 2, EDGE).matchAll(/([\d.]+) for (.)/g)];
    expect(spans.map(([, , symbol]) => symbol)).toEqual(['θ', 'ζ']);
    // From -18 to twice 18, by a tenth of 0.1 and 0.05 times 5.
    expect(spans.map(([, width]) => Number(width))).toEqual([2.7, 1.35]);
  });

  it('say that all are left while they are, and nothing of an end to come', () => {
    expect(edgeSentence(result, 2, EDGE)).toMatch(/All 41 runs still have a lognormal\.$/);
  });

  it('compare what two methods have lost', () => {
    const two = resultOf([ensemble, whole], { keep });
    expect(spaced(contrastSentence(two, 3))).toMatch(
      /^By generation 8, on the same random numbers, there is no fit any more for 12 % of the runs by “.*” and for 0 % of the runs by “.*”\.$/,
    );
  });
});
