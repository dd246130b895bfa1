import { KEEP_ALL_LIMIT } from '../../src/lib/theory/keepAllLimit.ts';
import { FIXED_BUDGET_LIMIT } from '../../src/lib/theory/fixedBudgetLimit.ts';
import { describe, expect, it } from 'vitest';
import { finish } from '../../src/components/demo/finish.ts';
import { price as demo } from '../../src/components/demos/price.ts';
import {
  exactPrice,
  price,
  priceSentence,
  simulatedPrice,
} from '../../src/components/figures/price.ts';
import { valuesAt } from '../../src/lib/ensemble/pick.ts';
import { defaultSettings, type Settings } from '../../src/lib/settings.ts';
import { accumulatedBy } from '../../src/lib/theory/accumulateLaw.ts';
import { freshRealRest } from '../../src/lib/theory/freshRealRest.ts';
import { expectAverage } from '../regimes/support.ts';
import { expectRelative } from '../support/relative.ts';
import { pathIn, pointsOf } from './paths.ts';
import { document, NO_NUMBER } from './sound.ts';

const asked = (changes: Settings) =>
  finish('ensembles', demo.input({ ...defaultSettings(demo.fields), replicates: 10, ...changes }));

/** The exact column of the table under a regime, by generation. */
function exactColumn(result: ReturnType<typeof asked>, regime: string) {
  const { columns, rows } = price.table(result, 0);
  const place = result.ensembles.findIndex(({ config }) => config.regime === regime);
  expect(columns[2 + 2 * place]).toMatch(/, exact$/);
  return new Map(rows.map((row) => [Number(row[0]), Number(row[2 + 2 * place])]));
}

const opened = asked({ replicates: 2000, generations: 60 });
const [first] = opened.ensembles;
const frame = first!.config.at.length - 1;

describe('the exact price of the mean, in errors of one fit', () => {
  it.each(['unbiased-variance', 'maximum-likelihood'])(
    'is under accumulate the sum of E s² / i², for every n and %s',
    (estimator) => {
      for (const n of [2, 10, 100]) {
        const column = exactColumn(asked({ n, estimator, generations: 50 }), 'accumulate');
        for (const [t, value] of column)
          expectRelative(
            value,
            accumulatedBy({ n, t, estimator }).varianceOfMean,
            1e-12,
            `t = ${t}`,
          );
      }
    },
  );

  it('is under accumulate 1 + 1/4 + 1/9 + … up to π² / 6 for large n', () => {
    const column = exactColumn(asked({ n: 1000, generations: 500 }), 'accumulate');
    let sum = 0;
    for (let i = 1; i <= 500; i++) {
      sum += 1 / (i * i);
      // E s² is a product of factors 1 - 1 / (i (i n - 1)): above 1 - 1 / n, and below 1.
      const value = column.get(i);
      if (value === undefined) continue;
      expect(value).toBeLessThanOrEqual(sum);
      expect(value).toBeGreaterThan(sum * (1 - 1 / 1000));
    }
    expectRelative(column.get(500)!, KEEP_ALL_LIMIT, 1 / 500);
  });

  it('is under replace one fit more in each generation', () => {
    for (const [t, value] of exactColumn(opened, 'replace')) expectRelative(value, t, 1e-12);
  });

  it('comes to rest with fresh real values, and at the limit with a fixed budget', () => {
    const result = asked({ n: 1000, generations: 1000, share: 0.1 });
    const rest = 1000 * freshRealRest({ n: 1000, real: 100 }).varianceOfMean;
    expectRelative(exactColumn(result, 'fresh-real').get(1000)!, rest, 1e-9);
    // The limit is for large n and many generations: what is left is of the order of log t / n and of 1 / t.
    expectRelative(
      exactColumn(result, 'accumulate-subsample').get(1000)!,
      FIXED_BUDGET_LIMIT,
      0.01,
    );
  });
});

describe('the simulated price', () => {
  it('is n times the mean squared error of the means over σ², and that of the law to 4 standard errors', () => {
    for (const ensemble of opened.ensembles) {
      const { n, truth } = ensemble.config;
      const errors = valuesAt(ensemble.slices, 60, 'mu').map(
        (m) => (n * (m - truth.mu!) ** 2) / truth.sigma! ** 2,
      );
      const mean = errors.reduce((sum, x) => sum + x, 0) / errors.length;
      expectRelative(simulatedPrice(ensemble, frame), mean, 1e-9);
      expectAverage(errors, exactPrice(ensemble, 60), ensemble.config.regime);
    }
  });
});

describe('the sentence', () => {
  it('says so where no run is left, instead of a number', () => {
    const ended = asked({ n: 2, generations: 1000, estimator: 'maximum-likelihood' });
    const said = priceSentence(ended, ended.ensembles[0]!.config.at.length - 1);
    expect(said).toContain('replace (no run is left);');
    expect(said).not.toMatch(NO_NUMBER);
  });
});

describe('the picture', () => {
  const svg = price.draw(opened, frame, { width: 720, document, uid: 'test' });
  const playhead = svg.querySelector('[data-role=playhead]')!;
  const [left, right] = ['data-left', 'data-right'].map((name) =>
    Number(playhead.getAttribute(name)),
  );
  const grey = [...svg.querySelectorAll('path[stroke="var(--original)"]')]
    .map((path) => /^M[\d.]+,([\d.]+)H/.exec(path.getAttribute('d')!))
    .flatMap((found) => (found ? [Number(found[1])] : []));
  // The scale, from two lines whose values are known.
  const [one, keepAll, budget] = grey as [number, number, number];
  const toValue = (y: number) => 1 + ((y - one) * (KEEP_ALL_LIMIT - 1)) / (keepAll - one);
  const toGeneration = (x: number) => 1 + ((x - left!) / (right! - left!)) * 59;
  /** A tenth of a pixel and the rounding of the scale. */
  const hair = 0.2 * Math.abs(toValue(0) - toValue(1)) * 3;

  it('has its lines at one fit, π² / 6 and π² / 2 − 2', () => {
    expect(grey).toHaveLength(3);
    expect(Math.abs(toValue(budget) - FIXED_BUDGET_LIMIT)).toBeLessThan(hair);
    for (const text of ['1: one fit', 'π²/6', 'π²/2 − 2']) expect(svg.textContent).toContain(text);
  });

  it.each([
    ['the law', '[stroke="var(--law)"][stroke-width="1.3"]', exactPrice, 1],
    [
      'the runs',
      '[stroke="var(--mean)"][stroke-width="5"]',
      (ensemble: (typeof opened.ensembles)[number], t: number) =>
        simulatedPrice(ensemble, ensemble.config.at.indexOf(t)),
      2,
    ],
  ] as const)(
    'has %s where the numbers are, and leaves out what is above its top',
    (_, selector, of, every) => {
      const points = pointsOf(pathIn(svg, selector));
      const wanted = opened.ensembles.flatMap((ensemble) =>
        ensemble.config.at
          .filter((_t, row) => row % every === 0 || row === frame)
          .map((t) => [t, of(ensemble, t)] as const)
          .filter(([, value]) => value <= 6.5),
      );
      expect(points).toHaveLength(wanted.length);
      points.forEach(([x, y], i) => {
        expect(Math.abs(toGeneration(x) - wanted[i]![0])).toBeLessThan(0.1);
        expect(Math.abs(toValue(y) - wanted[i]![1])).toBeLessThan(hair);
      });
      // Replacing is above 6.5 fits from the seventh generation on.
      expect(wanted.filter(([t]) => t === 60)).toHaveLength(3);
    },
  );
});
