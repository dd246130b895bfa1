import { describe, expect, it } from 'vitest';
import { finish } from '../../src/components/island/finish.ts';
import { realShare } from '../../src/components/demos/realShare.ts';
import { resting } from '../../src/components/figures/resting.ts';
import { valuesAt } from '../../src/lib/ensemble/pick.ts';
import { realCount } from '../../src/lib/regimes/options.ts';
import { defaultSettings } from '../../src/settings/fields.ts';
import { fixedRealRest } from '../../src/lib/theory/fixedRealRest.ts';
import { freshRealRest } from '../../src/lib/theory/freshRealRest.ts';
import { expectAverage } from '../regimes/support.ts';
import { expectRelative } from '../support/relative.ts';
import {
  axisNames,
  centre,
  differences,
  drawn,
  legendOf,
  marks,
  points,
  spaced,
  xScale,
  yScale,
} from '../support/readChart.ts';
import { madeUp, resultOf } from './madeUp.ts';
import { pathIn, pointsOf } from './paths.ts';
import { document } from './sound.ts';

const settings = defaultSettings(realShare.fields);

describe.each([
  ['fresh-real', freshRealRest],
  ['fixed-real', fixedRealRest],
] as const)('the resting points under %s', (kind, restOf) => {
  const n = 100;
  const asked = { ...settings, kind, n, share: 0.3, replicates: 2000, generations: 300 };
  const result = finish('ensembles', realShare.input(asked));
  const { columns, rows } = resting.table(result, 0);
  const table = rows.map((row) => row.map(Number));

  it('are given for the reader’s own share among others, each number of real values once', () => {
    const counts = table.map(([real]) => real);
    expect(counts).toEqual([1, 2, 5, 10, 20, 30, 50, 100]);
    expect(table.map(([, share]) => share)).toEqual(counts.map((real) => real! / n));
    expect(result.ensembles[0]!.config.regimeOptions!.share).toBe(0.3);
    expect(columns).toHaveLength(8);
  });

  it('are those of theory, in the unit of the original', () => {
    for (const [real, , , spread, , mean] of table) {
      const rest = restOf({ n, real: real! });
      expectRelative(spread!, 30 * Math.sqrt(rest.meanOfVariance), 1e-14, `spread, ${real}`);
      expectRelative(mean!, 30 * Math.sqrt(rest.varianceOfMean), 1e-14, `mean, ${real}`);
    }
  });

  it('are reached by the exact moments where five values or more are real', () => {
    for (const [real, , , spread, , mean, lateSpread, lateMean] of table) {
      if (real! < 5) continue;
      // Each generation takes real / n or more of the distance: (1 - 0.05)^300 is 2e-7.
      expectRelative(lateSpread!, spread!, 1e-6, `spread, ${real}`);
      expectRelative(lateMean!, mean!, 1e-6, `mean, ${real}`);
    }
  });

  it('are those of the runs, to 4 standard errors, where no few wide runs carry the average', () => {
    for (const { slices, config } of result.ensembles) {
      const share = config.regimeOptions!.share!;
      if (share < 0.05) continue;
      const row = table.find(([real]) => real === Math.round(share * n))!;
      const squares = valuesAt(slices, 300, 'sigma').map((s) => s * s);
      expectAverage(squares, row[3]! ** 2, `E s², share ${share}`);
      expectRelative(row[2]! ** 2, squares.reduce((sum, x) => sum + x, 0) / 2000, 1e-9);
      const errors = valuesAt(slices, 300, 'mu').map((m) => (m - 125) ** 2);
      expectAverage(errors, row[5]! ** 2, `Var m, share ${share}`);
      expectRelative(row[4]! ** 2, errors.reduce((sum, x) => sum + x, 0) / 2000, 1e-6);
    }
  });

  it('are drawn with a dot for each share, and a ring about the reader’s own', () => {
    const svg = resting.draw(result, 0, { width: 720, height: 320, document, uid: 'test' }).svg;
    const dots = (colour: string) =>
      pointsOf(pathIn(svg, `[stroke="var(--${colour})"][stroke-linecap="round"]`));
    // In the order of the ensembles: the reader’s own first.
    const [spreads, means] = [dots('spread'), dots('mean')];
    const ring = [...svg.querySelectorAll('circle[r="8"]')].map((circle) =>
      ['cx', 'cy'].map((name) => Number(circle.getAttribute(name))),
    );
    expect(ring).toHaveLength(2);
    for (const [i, own] of [spreads[0]!, means[0]!].entries())
      own.forEach((place, side) => expect(Math.abs(place - ring[i]![side]!)).toBeLessThan(0.11));
    expect(means).toHaveLength(table.length);
    // A logarithmic scale: from 1 % to 100 % is twice as far as from 10 % to 100 %.
    const counts = result.ensembles.map(({ config }) => realCount(n, config.regimeOptions!.share!));
    const x = (share: number) => means[counts.indexOf(share * n)]![0];
    expect(Math.abs((x(1) - x(0.01)) / (x(1) - x(0.1)) - 2)).toBeLessThan(0.01);
    // One fixed value has no spread to draw.
    const withSpread = table.filter(([, , spread]) => spread! / 30 > 1e-2);
    expect(spreads).toHaveLength(withSpread.length);
  });
});

describe.each([
  ['fresh-real', freshRealRest],
  ['fixed-real', fixedRealRest],
] as const)('the picture of resting points under %s', (regime, restOf) => {
  const n = 20;
  const truth = { mu: 3, sigma: 2 };
  /** Shares of real values, the reader’s own first, and what the runs have come to: all alike. */
  const ends = [
    { share: 0.25, spread: 0.9, off: 0.2 },
    { share: 0.05, spread: 0.5, off: 0.8 },
    { share: 1, spread: 1, off: 0.1 },
  ];
  const ensembles = ends.map(({ share, spread, off }) =>
    madeUp({ at: [7], n, truth, regime, regimeOptions: { share } }, (_, r) => ({
      mu: 3 + 2 * off * (r % 2 === 0 ? 1 : -1),
      sigma: 2 * spread,
    })),
  );
  const result = resultOf(ensembles);
  const svg = drawn(resting, result);
  const scales = { x: xScale(svg, 'log'), y: yScale(svg, 'log') };

  it('has a dot for each share, and a ring about the reader’s own', () => {
    const spreads = ends.map(({ share, spread }) => [share, spread] as const);
    const means = ends.map(({ share, off }) => [share, off] as const);
    expect(
      differences(points(svg, '[stroke="var(--spread)"][stroke-width="8"]'), spreads, scales),
    ).toEqual([]);
    expect(
      differences(points(svg, '[stroke="var(--mean)"][stroke-width="8"]'), means, scales),
    ).toEqual([]);
    const rings = marks(svg, 'circle');
    expect(rings.map((ring) => ring.getAttribute('stroke'))).toEqual([
      'var(--spread)',
      'var(--mean)',
    ]);
    expect(differences(rings.map(centre), [spreads[0]!, means[0]!], scales)).toEqual([]);
  });

  it('has the resting points of both, by the law, for every number of real values', () => {
    const counts = Array.from({ length: n }, (_, i) => i + 1);
    const curves = (['meanOfVariance', 'varianceOfMean'] as const).map((name) =>
      counts
        .map((real) => [real / n, Math.sqrt(restOf({ n, real })[name])] as const)
        .filter(([, value]) => value > 0.01),
    );
    const law = points(svg, '[stroke="var(--law)"]');
    expect(differences(law, curves.flat(), scales)).toEqual([]);
  });

  it('names its marks and its axes', () => {
    expect(legendOf(svg)).toEqual([
      'dot spread: spread s (root mean square)',
      'dot mean: standard deviation of the means',
      'dashed law: resting point, exact',
    ]);
    expect(axisNames(svg)).toMatchObject({
      x: 'share of real values α, logarithmic scale →',
      y: '↑ in SD of the original, logarithmic scale',
    });
  });

  it('says where the reader’s own comes to rest, and how much worse than one fit that is', () => {
    const { meanOfVariance, varianceOfMean } = restOf({ n, real: 5 });
    const off = Math.sqrt(varianceOfMean);
    expect(spaced(resting.takeaway(result, 0))).toBe(
      `The model comes to rest with ${Math.round(100 * Math.sqrt(meanOfVariance))} % of the original spread, as a root mean square, and its mean off by ${off.toPrecision(3)} standard deviations of the original: ${(off * Math.sqrt(n)).toPrecision(3)} times the error of one fit to 20 real values.`,
    );
  });

  it('says so where there is no spread left', () => {
    const one = resting.takeaway(resultOf([ensembles[1]!]), 0);
    const isPoint = regime === 'fixed-real';
    expect(one.startsWith('One real value that stays the same carries no spread:')).toBe(isPoint);
    expect(one.startsWith('The model comes to rest with')).toBe(!isPoint);
  });
});
