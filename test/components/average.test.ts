import { describe, expect, it } from 'vitest';
import { shownWith } from '../../src/components/island/finish.ts';
import { averageOfRuns } from '../../src/components/demos/averageOfRuns.ts';
import {
  average,
  averageSentence,
  exactRootMeanSquare,
  type AverageView,
} from '../../src/components/figures/average.ts';
import { only } from '../../src/components/charts/ensemble.ts';
import { simulatedRoot } from '../../src/components/charts/policy.ts';
import type { EnsembleSoFar } from '../../src/lib/jobs/ensembles.ts';
import { defaultSettings } from '../../src/settings/fields.ts';
import { exactMedianOfSd } from '../../src/lib/theory/sdLaw.ts';
import { generationsInSight, standardErrorOfMeanVariance } from '../../src/lib/theory/sight.ts';
import {
  axisNames,
  differences,
  drawn,
  HAIR,
  legendOf,
  marks,
  points,
  strokes,
  textsOf,
  xScale,
  yScale,
} from '../support/readChart.ts';
import { madeUp, resultOf, rungOf, RUNGS } from './madeUp.ts';

const settings = defaultSettings(averageOfRuns.fields);
const fresh = (changes = {}) => shownWith(averageOfRuns, { ...settings, ...changes });

describe.each([
  ['as the demo opens', {}],
  ['with 50 values and 5,000 runs', { n: 50, generations: 600, replicates: 5000 }],
])('the average of runs %s', (_, changes) => {
  const result = fresh(changes);
  const ensemble = only(result);
  const { n, at, replicates } = ensemble.config;
  const sight = generationsInSight({ n, runs: replicates });

  it('is the original’s standard deviation, to 4 standard errors, while n is large beside k', () => {
    // Later the mean of s^2 rests on runs too rare to be among these, and its standard error says
    // little.
    const early = ensemble.bands.filter(({ t }) => t <= n / 2);
    expect(early.length).toBeGreaterThan(3);
    for (const band of early) {
      const law = { n, k: band.t, sigma: 30, estimator: 'unbiased-variance' };
      const error = standardErrorOfMeanVariance({ ...law, runs: replicates });
      expect(Math.abs(simulatedRoot(ensemble, band) ** 2 - 900)).toBeLessThan(4 * error);
      expect(exactRootMeanSquare(ensemble, band.t)).toBe(30);
    }
  });

  it('is compared with its exact value until it is out of sight, and distrusted from then on', () => {
    expect(sight).toBeLessThan(at.at(-1)!);
    at.forEach((t, frame) => {
      const said = average.takeaway(result, frame).replaceAll('\u00a0', ' ');
      if (t <= sight) {
        const { meanSquare } = ensemble.bands[frame]!.statistics.sigma!;
        const share = meanSquare / 900;
        const [, shown] = /mean of s² is (.*) % of its exact value/.exec(said)!;
        // Two or three digits are printed.
        if (shown === 'more than 99') expect(Math.abs(share - 0.9975)).toBeLessThan(0.0026);
        else expect(Math.abs(Number(shown) / 100 / share - 1)).toBeLessThan(0.05);
      } else {
        expect(said).toContain('cannot be trusted here');
        expect(said).toContain(`generation ${Math.round(sight)} `);
      }
    });
  });
});

describe('what is shown of the typical run and the average of runs', () => {
  const result = fresh({ replicates: 50 });

  it('is a choice that needs no new run', () => {
    for (const show of ['typical', 'average', 'both']) {
      const after = { ...settings, replicates: 50, show };
      expect(averageOfRuns.input(after)).toEqual(result.input);
      expect(averageOfRuns.input({ ...after, n: 30 })).not.toEqual(result.input);
      expect({ ...result, view: { show } }).toEqual(fresh({ replicates: 50, show }));
    }
  });

  it('is not compared where some runs have ended: an average over all is not to be had', () => {
    const ended = fresh({ n: 2, generations: 1200, replicates: 50 });
    const { bands, made } = only(ended);
    const frame = bands.findIndex(({ survivors }) => survivors < made);
    expect(frame).toBeGreaterThan(0);
    expect(average.takeaway(ended, frame)).toContain('Some runs have ended');
  });
});

describe('the picture of the typical run and the average of runs', () => {
  const n = 20;
  const truth = { mu: 0, sigma: 4 };
  const at = [1, 20, 40, 60, 80, 100];
  const sigmaOf = (t: number, rung: number) => 4 * 0.99 ** t * 2 ** (rung / 10);
  const shown = (ensemble: EnsembleSoFar, show: AverageView['show'] = 'both') => ({
    ...resultOf([ensemble]),
    view: { show },
  });
  const ensemble = madeUp(
    { at, truth, n },
    (t, r) => ({ mu: 0, sigma: sigmaOf(t, rungOf(r)) }),
    RUNGS,
  );
  const made = (show?: AverageView['show']) => shown(ensemble, show);
  const medians = at.map((t) => [t, sigmaOf(t, 0)] as const);
  const root = Math.sqrt(
    Array.from({ length: RUNGS }, (_, r) => 4 ** (rungOf(r) / 10)).reduce((sum, x) => sum + x) /
      RUNGS,
  );
  const averages = medians.map(([t, s]) => [t, s * root] as const);
  /** Of the law every fifth kept generation is drawn, and the last. */
  const lawful = [1, 100];
  const exactMedians = lawful.map(
    (k) => [k, exactMedianOfSd({ n, k, sigma: 4, estimator: 'unbiased-variance' })] as const,
  );
  const exactAverages = lawful.map((k) => [k, 4] as const);
  const MEDIAN = '[stroke="var(--spread)"][stroke-width="2"]';
  const AVERAGE = '[stroke="var(--spread)"][stroke-width="4"]';
  // (n - 1) log(runs) generations.
  const sight = 19 * Math.log(41);

  const svg = drawn(average, made());
  const scales = { x: xScale(svg), y: yScale(svg, 'log') };
  const laws = (drawing: SVGSVGElement) =>
    marks(drawing, '[stroke="var(--law)"]').map((path) => strokes(path).flat());

  it('has the median as a line and the root of the mean of s² as dots', () => {
    expect(differences(points(svg, MEDIAN), medians, scales)).toEqual([]);
    expect(differences(points(svg, AVERAGE), averages, scales)).toEqual([]);
    const dots = marks(svg, AVERAGE)[0]!;
    expect(dots.getAttribute('stroke-dasharray')).toBe('0.1 7');
    expect(dots.getAttribute('stroke-linecap')).toBe('round');
  });

  it('has both by the law: the median’s falls, the average’s stays', () => {
    const [median, mean, ...others] = laws(svg);
    expect(others).toEqual([]);
    expect(differences(median!, exactMedians, scales)).toEqual([]);
    expect(differences(mean!, exactAverages, scales)).toEqual([]);
    for (const [, y] of points(svg, '[stroke="var(--original)"]'))
      expect(Math.abs(y - scales.y.toPixel(4))).toBeLessThan(HAIR);
  });

  it('has a dotted line where the average leaves the sight of so many runs', () => {
    for (const [x] of points(svg, '[stroke-dasharray="1 3"]'))
      expect(Math.abs(x - scales.x.toPixel(sight))).toBeLessThan(HAIR);
    const short = madeUp({ at: [1, 70], truth, n }, () => truth, RUNGS);
    const seen = drawn(average, shown(short));
    expect(marks(seen, '[stroke-dasharray="1 3"]')).toHaveLength(0);
    expect(legendOf(seen)).toHaveLength(3);
  });

  it('names its marks, its ends and its axes', () => {
    expect(legendOf(svg)).toEqual([
      'line spread: the typical run: median of s',
      'dot spread: the average of runs: root of the mean of s²',
      'dashed law: exact law',
      'dotted ink-muted: from here on: too few runs for the average',
    ]);
    expect(axisNames(svg)).toMatchObject({
      x: 'Generation →',
      y: '↑ standard deviation, logarithmic scale',
    });
    const ends = textsOf(svg).filter(({ className }) => className === 'edge-label');
    expect(ends.map(({ text }) => text)).toEqual(['average', 'typical']);
    const wanted = [4, exactMedians[1]![1]].map(scales.y.toPixel);
    ends.forEach(({ y }, i) => expect(Math.abs(y - 4 - wanted[i]!)).toBeLessThan(HAIR));
  });

  it.each([
    ['typical', [MEDIAN], [AVERAGE], exactMedians],
    ['average', [AVERAGE], [MEDIAN], exactAverages],
  ] as const)('has only what is chosen: the %s', (show, present, absent, law) => {
    const one = drawn(average, made(show));
    expect([...present, ...absent].map((selector) => marks(one, selector).length)).toEqual([1, 0]);
    const own = { x: xScale(one), y: yScale(one, 'log') };
    expect(laws(one)).toHaveLength(1);
    expect(differences(laws(one)[0]!, law, own)).toEqual([]);
    expect(legendOf(one)[0]).toContain(`the ${show}`);
    const ends = textsOf(one).filter(({ className }) => className === 'edge-label');
    expect(ends.map(({ text }) => text)).toEqual([show]);
    expect(marks(one, '[stroke-dasharray="1 3"]')).toHaveLength(show === 'average' ? 1 : 0);
  });

  it('has in its table what it shows, and the standard error of the mean', () => {
    const { columns, rows } = average.table(made(), 0);
    expect(columns).toEqual([
      'generation',
      'runs left',
      'median of s, simulated',
      'median of s, exact',
      'mean of s², simulated',
      'mean of s², exact',
      'standard error of that mean, exact',
    ]);
    const [t, left, ...numbers] = rows.at(-1)!.map(Number);
    expect([t, left]).toEqual([100, 41]);
    // σ² √(((n + 1) / (n - 1))^k - 1) / √runs.
    const error = 16 * Math.sqrt(((21 / 19) ** 100 - 1) / 41);
    [sigmaOf(100, 0), exactMedians[1]![1], averages.at(-1)![1] ** 2, 16, error].forEach(
      (wanted, i) => expect(numbers[i]! / wanted).toBeCloseTo(1, 10),
    );
  });

  it('says both numbers and both laws', () => {
    const median = exactMedianOfSd({ n, k: 20, sigma: 4, estimator: 'unbiased-variance' });
    expect(averageSentence(made(), 1)).toBe(
      `In generation 20 the typical run has a standard deviation of ${sigmaOf(20, 0).toPrecision(3)} ` +
        `(by the exact law ${median.toPrecision(3)}). The average of s² over the 41 runs matches a standard ` +
        `deviation of ${(sigmaOf(20, 0) * root).toPrecision(3)} (by the exact law 4).`,
    );
  });

  it('says where an average is larger than any number, and where no run is left', () => {
    const huge = madeUp({ at: [5000], truth, n: 2, estimator: 'unbiased-log' }, () => ({
      mu: 0,
      sigma: 1e200,
    }));
    expect(averageSentence(shown(huge), 0)).toMatch(
      /over the 40 runs is beyond all measure \(by the exact law beyond all measure\)\.$/,
    );
    const none = madeUp({ at: [7], truth, n }, () => null);
    expect(averageSentence(shown(none), 0)).toBe('No run has reached generation 7.');
  });
});
