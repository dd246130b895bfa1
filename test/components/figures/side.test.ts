import { describe, expect, it } from 'vitest';
import { familiesCaption } from '../../../src/components/charts/captions.ts';
import { side, type Compared } from '../../../src/components/figures/side.ts';
import { checkConfig } from '../../../src/lib/config.ts';
import { lawOf } from '../../../src/lib/laws/index.ts';
import type { EnsembleSoFar } from '../../../src/lib/jobs/ensembles.ts';
import type { Path } from '../../../src/lib/jobs/paths.ts';
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
import { madeUp, madeUpPath, resultOf, RUNG_AT, rungOf, RUNGS, type Fitted } from '../madeUp.ts';

const at = [1, 2, 5, 8];
const truth = { mu: 4, sigma: 3 };
const sigmaOf = (t: number, rung: number) => 3 * 0.9 ** t * 2 ** (rung / 10);
const muOf = (t: number, rung: number) => 4 + (t * rung) / 20;
const fitOf = (t: number, rung: number): Fitted => ({ mu: muOf(t, rung), sigma: sigmaOf(t, rung) });
const normal = madeUp({ at, truth }, (t, r) => fitOf(t, rungOf(r)), RUNGS);
const pathOf = (ensemble: EnsembleSoFar, fit = fitOf) =>
  madeUpPath(
    ensemble,
    at.map((t) => fit(t, 3)),
  );

/** Both sides alike but for what is given, with the number that is looked at. */
const compared = (
  show: string,
  ensembles: readonly EnsembleSoFar[] = [normal, normal],
  runs: readonly (Path | null)[] = ensembles.map((one) => pathOf(one)),
): Compared => ({ ...resultOf(ensembles, { runs }), view: { show } });

const [a, b] = [side('A', 0), side('B', 1)];

describe.each([
  ['spread', sigmaOf, 3, 'log', 'spread'],
  ['mean', muOf, 4, 'linear', 'mean'],
] as const)('the picture of a side: the %s', (show, valueOf, original, scale, colour) => {
  const svg = drawn(a, compared(show));
  const scales = { x: xScale(svg), y: yScale(svg, scale) };
  const lineAt = (rung: number) => at.map((t) => [t, valueOf(t, rung)] as const);

  it('has the run, and its original', () => {
    const run = points(svg, `[stroke="var(--${colour})"][stroke-width="2"][stroke-linejoin]`);
    expect(differences(run, lineAt(3), scales)).toEqual([]);
    const across = [
      [1, original],
      [8, original],
    ] as const;
    const line = points(
      svg,
      'path[stroke="var(--original)"]:not([stroke-dasharray]):not(.legend *)',
    );
    expect(differences(line, across, scales)).toEqual([]);
  });

  it('has nine tenths of such runs, and their median', () => {
    const band = points(svg, `path[fill="var(--${colour}-soft)"]`);
    const wanted = [...lineAt(RUNG_AT['0.05']!), ...lineAt(RUNG_AT['0.95']!).reverse()];
    expect(differences(band, wanted, scales)).toEqual([]);
    const median = points(svg, '[stroke-dasharray="2 2"]');
    expect(differences(median, lineAt(0), scales)).toEqual([]);
  });

  it('names its marks in the colour of what it shows', () => {
    expect(legendOf(svg)).toEqual([
      `line ${colour}: run A`,
      `block ${colour}-soft: nine in ten such runs`,
      'thin original: original',
      `dashed law: ${show === 'spread' ? 'median' : 'mean'} by law`,
    ]);
  });

  it('has the law of these very settings, dashed', () => {
    const law = points(svg, '[stroke="var(--law)"]:not(.legend *)');
    const known = lawOf(checkConfig(normal.config), show === 'spread' ? 'sd' : 'mean')!.known;
    const middle = (t: number) => (show === 'spread' ? known.quantile!(0.5, t) : known.mean!(t));
    expect(
      differences(
        law,
        at.map((t) => [t, middle(t)] as const),
        scales,
      ),
    ).toEqual([]);
  });

  it('has all of it in its table', () => {
    const { columns, rows } = a.table(compared(show), 0);
    expect(columns.slice(0, 3)).toEqual([
      'generation',
      expect.stringContaining('run'),
      'runs left',
    ]);
    at.forEach((t, i) => {
      const [generation, run, left, ...band] = rows[i]!.map(Number);
      expect([generation, left]).toEqual([t, RUNGS]);
      const rungs = ['0.05', '0.5', '0.95'].map((level) => RUNG_AT[level]!);
      [3, ...rungs].forEach((rung, j) =>
        expect([run, ...band][j]).toBeCloseTo(valueOf(t, rung), 10),
      );
    });
  });
});

describe('the pictures of two sides', () => {
  const other = madeUp(
    { at, truth: { mu: 4, sigma: 6 }, regime: 'fresh-real', regimeOptions: { share: 0.25 } },
    (t, r) => ({ mu: 4, sigma: 5 * sigmaOf(t, rungOf(r)) }),
    RUNGS,
  );

  it('are named by their letter, family and policy', () => {
    const svg = drawn(b, compared('spread', [normal, other]));
    expect(axisNames(svg)).toEqual({
      x: 'Generation →',
      y: '↑ SD, log scale: Fresh real share, α = 0.25',
      heading: 'B: Normal',
    });
    expect(a.title(compared('mean'))).toBe('A: mean, generation by generation');
  });

  it('share one scale', () => {
    for (const [show, kind] of [
      ['spread', 'log'],
      ['mean', 'linear'],
    ] as const) {
      const both = compared(show, [normal, other]);
      const [left, right] = [a, b].map((figure) => yScale(drawn(figure, both), kind));
      expect(left!.ticks).toEqual(right!.ticks);
      for (const tick of left!.ticks) expect(left!.toPixel(tick)).toBe(right!.toPixel(tick));
    }
  });

  it('go no further than twenty widths of the first band: a run beyond leaves the picture', () => {
    const far = (t: number, rung: number) => ({ mu: t < 5 ? muOf(t, rung) : 1e6, sigma: 3 });
    const result = compared('mean', [normal, normal], [pathOf(normal), pathOf(normal, far)]);
    const svg = drawn(b, result);
    expect(points(svg, '[stroke="var(--mean)"][stroke-linejoin]')).toHaveLength(2);
    // The first band is from 4 − 18 / 20 to 4 + 18 / 20.
    expect(Math.max(...yScale(svg).ticks)).toBeLessThan(4 + 21 * 1.8);
    expect(Math.max(...yScale(svg).ticks)).toBeGreaterThan(20);
  });

  it('show of a lognormal the standard deviation of its values, or of their logarithm', () => {
    const logTruth = { meanlog: 1, sdlog: 0.5 };
    const asked = { at, truth: logTruth, family: 'lognormal', estimator: 'maximum-likelihood' };
    const fit = () => ({ meanlog: 0.5, sdlog: 0.8 });
    const ensemble = madeUp(asked, fit, RUNGS);
    const both = (show: string) =>
      compared(show, [ensemble, ensemble], [pathOf(ensemble, fit), pathOf(ensemble, fit)]);
    const [, run, , ...band] = a.table(both('spread'), 0).rows[0]!;
    // Of a lognormal, sd² = exp(2ζ + σ²) (exp(σ²) − 1).
    const sd = Math.sqrt(Math.exp(1 + 0.64) * (Math.exp(0.64) - 1));
    for (const value of [run, ...band]) expect(value).toBeCloseTo(sd, 10);
    expect(a.table(both('sdlog'), 0).rows[0]!.slice(3)).toEqual([0.8, 0.8, 0.8]);
    expect(axisNames(drawn(a, both('meanlog'))).y).toBe('↑ ζ: Replace');
  });
});

describe('where runs have ended', () => {
  const some = madeUp(
    { at, truth },
    (t, r) => (t === 8 && r < 20 ? null : fitOf(t, rungOf(r))),
    RUNGS,
  );
  const none = madeUp({ at, truth }, (t, r) => (t === 8 ? null : fitOf(t, rungOf(r))), RUNGS);
  const ended = madeUpPath(none, [fitOf(1, 3), fitOf(2, 3)], { t: 4, reason: 'all-equal' });

  it('there is no line, and the band is of those that are left', () => {
    const result = compared('spread', [none, some], [ended, null]);
    const left = drawn(a, result);
    expect(points(left, '[stroke-width="2"][stroke-linejoin]')).toHaveLength(2);
    expect(points(left, '[stroke-dasharray="2 2"]')).toHaveLength(3);
    const right = drawn(b, result);
    expect(points(right, '[stroke-dasharray="2 2"]')).toHaveLength(4);
    expect(a.table(result, 0).rows[3]).toEqual([8, '', 0, '', '', '']);
  });

  it('the words say so', () => {
    const result = compared('spread', [none, some], [ended, null]);
    expect(a.takeaway(result, 3)).toBe('No run with these settings is left in generation 8.');
    expect(spaced(b.takeaway(result, 3))).toMatch(
      /^In generation 8 nine in ten of the 21 runs that are left have a standard deviation between/,
    );
    // 3 × 0.9 × 2^∓1.8
    expect(a.takeaway(result, 0)).toBe(
      'In generation 1 nine in ten such runs have a standard deviation between 0.775 and 9.40.',
    );
    const caption = familiesCaption(result);
    expect(caption).toMatch(/^Normal · Replace · n = 100/);
    expect(caption).toContain('41 runs, 0 to the end; 41 runs, 21 to the end');
  });
});
