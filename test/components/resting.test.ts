import { describe, expect, it } from 'vitest';
import { finish } from '../../src/components/demo/finish.ts';
import { realShare } from '../../src/components/demos/realShare.ts';
import { resting } from '../../src/components/figures/resting.ts';
import { valuesAt } from '../../src/lib/ensemble/pick.ts';
import { realCount } from '../../src/lib/regimes/options.ts';
import { defaultSettings } from '../../src/lib/settings.ts';
import { fixedRealRest } from '../../src/lib/theory/fixedRealRest.ts';
import { freshRealRest } from '../../src/lib/theory/freshRealRest.ts';
import { expectAverage } from '../regimes/support.ts';
import { expectRelative } from '../support/relative.ts';
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
    const svg = resting.draw(result, 0, { width: 720, document, uid: 'test' });
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
