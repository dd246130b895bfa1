import { describe, expect, it } from 'vitest';
import { shownWith } from '../../src/components/island/finish.ts';
import { halfLife } from '../../src/components/demos/halfLife.ts';
import {
  errorOfFall,
  halfLives,
  halfLifeSentence,
  simulatedFall,
} from '../../src/components/figures/halfLives.ts';
import { defaultSettings, type Settings } from '../../src/settings/fields.ts';
import { fallTimeOfMedian } from '../../src/lib/theory/fallTimeOfMedian.ts';
import { densityOfSd, exactMedianOfSd } from '../../src/lib/theory/sdLaw.ts';
import {
  axisNames,
  centre,
  differences,
  drawn,
  HAIR,
  legendOf,
  mark,
  points,
  spaced,
  xScale,
  yScale,
} from '../support/readChart.ts';
import { madeUp, resultOf } from './madeUp.ts';

const settings = defaultSettings(halfLife.fields);

describe.each<[string, Settings]>([
  ['as it opens', {}],
  ['down to a tenth', { fraction: 0.1 }],
  ['by maximum likelihood, n = 30', { estimator: 'maximum-likelihood', n: 30 }],
])('the half-lives of the demo %s', (_, changes) => {
  const asked: Settings = { ...settings, ...changes };
  const result = shownWith(halfLife, asked);
  const fraction = Number(asked.fraction);

  it('are those of the exact law for every n, to 4 standard errors', () => {
    const sizes = result.ensembles.map(({ config }) => config.n);
    expect(sizes).toContain(Number(asked.n));
    expect(sizes).toEqual(
      [...new Set([5, 10, 20, 50, 100, 200, 500, 1000, Number(asked.n)])].sort((a, b) => a - b),
    );
    for (const ensemble of result.ensembles) {
      const { n, estimator } = ensemble.config;
      const exact = fallTimeOfMedian({ n, estimator, fraction });
      const time = simulatedFall(ensemble, fraction);
      // The law's time is whole and the first at or below the fraction, the simulated one lies on a
      // line between generations: half a generation earlier, give or take half a one.
      const off = Math.abs(time - (exact - 0.5));
      expect(off, `n = ${n}`).toBeLessThan(4 * errorOfFall(ensemble, exact) + 0.5);
    }
  });

  it('have standard errors that are those of a sample median', () => {
    for (const ensemble of result.ensembles) {
      const { n, estimator } = ensemble.config;
      const k = fallTimeOfMedian({ n, estimator, fraction });
      const law = { n, k, sigma: 1, estimator };
      const x = exactMedianOfSd(law);
      // A median of R values has the standard error 1 / (2 f sqrt(R)), f being the density of log s
      // there: as a time, over the fall of log s in a generation.
      const fall = Math.log(x / exactMedianOfSd({ ...law, k: k + 1 }));
      const error = 1 / (2 * x * densityOfSd({ ...law, x }) * Math.sqrt(ensemble.made)) / fall;
      // Where n is small, log s is not quite normal: a skewness of sqrt(2 / (n - 1)) / sqrt(k).
      expect(Math.abs(errorOfFall(ensemble, k) / error - 1)).toBeLessThan(0.5 / (n - 1) + 0.01);
    }
  });

  it('are said for the reader’s own n', () => {
    const { n } = asked;
    const estimator = String(asked.estimator);
    const exact = fallTimeOfMedian({ n: Number(n), estimator, fraction });
    expect(halfLifeSentence(result)).toContain(`With ${n} values in each generation`);
    expect(halfLifeSentence(result)).toContain(`by generation ${exact} `);
    const { rows } = halfLives.table(result, 0);
    const own = rows.find(([size]) => size === n)!;
    expect(own.at(-1)).toBe(exact);
    // 9 sizes at most: the largest of 9 standard errors is above 4 once in 2,000.
    const [, worst] = /at most ([\d.]+) standard errors/.exec(halfLives.takeaway(result, 0))!;
    expect(Number(worst)).toBeLessThan(4);
  });
});

describe('the picture of half-lives', () => {
  const sizes = [10, 20, 50, 100];
  const sigma = 8;
  /**
   * Medians that fall to a quarter at a tenth of n generations for each n, but for the last, which
   * does not get there.
   */
  const ensembles = sizes.map((n) =>
    madeUp({ at: [n, 4 * n], n, truth: { mu: 0, sigma }, replicates: 40 }, (t) => ({
      mu: 0,
      sigma: n === 100 ? 7 : sigma * 2 ** (-t / n),
    })),
  );
  const result = { ...resultOf(ensembles), view: { fraction: 0.25, n: 20 } };
  const svg = drawn(halfLives, result);
  const scales = { x: xScale(svg, 'log'), y: yScale(svg, 'log') };
  const exact = (n: number) =>
    fallTimeOfMedian({ n, estimator: 'unbiased-variance', fraction: 0.25 });

  it('has a dot for each n that got there, and a ring about the reader’s own', () => {
    const wanted = [10, 20, 50].map((n) => [n, 2 * n] as const);
    expect(differences(points(svg, '[stroke-width="8"]'), wanted, scales)).toEqual([]);
    expect(differences([centre(mark(svg, 'circle'))], [[20, 40]], scales)).toEqual([]);
    expect(mark(svg, 'circle').getAttribute('fill')).toBe('none');
  });

  it('has the exact law through all sizes', () => {
    const law = points(svg, '[stroke="var(--law)"]');
    expect(law).toHaveLength(21);
    for (const [x, y] of law.slice(1)) {
      const n = Math.round(scales.x.toValue(x));
      expect(Math.abs(y - scales.y.toPixel(exact(n))), `n = ${n}`).toBeLessThan(HAIR);
    }
  });

  it('names its marks, its axes and its fraction', () => {
    expect(legendOf(svg)).toEqual([
      'dot spread: simulated',
      'ring spread: your n',
      'dashed law: exact law',
    ]);
    expect(axisNames(svg)).toMatchObject({
      x: 'values in each generation n, logarithmic scale →',
      y: '↑ generations, logarithmic scale',
    });
    expect(spaced(halfLives.title(result))).toBe(
      'Generations until the typical run has 25 % of its spread left',
    );
  });

  it('says by how much the time grows with n, and what did not get there', () => {
    const per = (exact(100) / 100).toPrecision(3);
    expect(halfLives.takeaway(result, 0)).toMatch(
      new RegExp(`^The time grows in proportion to n: about ${per} × n generations\\. `),
    );
    expect(spaced(halfLifeSentence(result))).toBe(
      `With 20 values in each generation the typical run is down to 25 % of its spread by generation ${exact(20)} by the exact law, and in generation 40 of the simulation.`,
    );
    const late = { ...result, view: { fraction: 0.25, n: 100 } };
    expect(halfLifeSentence(late)).toMatch(/by the exact law, and not within this simulation\.$/);
    expect(halfLife.caption(result)).toMatch(/^40 runs for each n · seed made up · unbiased var/);
    expect(halfLives.note!(result)).toBe('The typical run is the median of all runs.');
  });

  it('has a row for each n in its table', () => {
    const { columns, rows } = halfLives.table(result, 0);
    expect(columns).toEqual([
      ...['n', 'runs', 'generations, simulated', 'standard error'],
      'first generation at or below, exact',
    ]);
    sizes.forEach((n, i) => {
      const [size, runs, time, error, law] = rows[i]!;
      expect([size, runs, law]).toEqual([n, 40, exact(n)]);
      if (n === 100) expect(time).toBe('');
      else expect(time).toBeCloseTo(2 * n, 9);
      expect(error).toBeCloseTo(errorOfFall(ensembles[i]!, exact(n)), 12);
    });
  });
});

describe('the generation in which a simulated median falls to a fraction', () => {
  const ensemble = (medians: readonly number[], at: readonly number[]) =>
    madeUp({ at, truth: { mu: 0, sigma: 8 } }, (t) => {
      const median = medians[at.indexOf(t)]!;
      return Number.isNaN(median) ? null : { mu: 0, sigma: median };
    });

  it('lies on a straight line of log s between generations kept', () => {
    expect(simulatedFall(ensemble([8, 4, 1], [1, 10, 30]), 0.5)).toBe(10);
    // From 4 in generation 10 to 1 in 30, 2 is half way.
    expect(simulatedFall(ensemble([8, 4, 1], [1, 10, 30]), 0.25)).toBeCloseTo(20, 10);
    // Before the first generation the original counts as generation 0.
    expect(simulatedFall(ensemble([2, 1], [2, 4]), 0.5)).toBeCloseTo(1, 10);
  });

  it('is none if it does not fall so far', () => {
    expect(simulatedFall(ensemble([8, 4, 1], [1, 10, 30]), 0.1)).toBeNaN();
    expect(simulatedFall(ensemble([8, NaN], [1, 10]), 0.5)).toBeNaN();
  });
});
