import { describe, expect, it } from 'vitest';
import { zones } from '../../../src/components/figures/zones.ts';
import { standardCdf } from '../../../src/lib/special/standardNormal.ts';
import { standardQuantile } from '../../../src/lib/special/standardNormalQuantile.ts';
import {
  axisNames,
  differences,
  drawn,
  legendOf,
  marks,
  spaced,
  strokes,
  xScale,
  yScale,
} from '../../support/readChart.ts';
import { madeUpRun } from '../madeUp.ts';

const truth = { mu: 10, sigma: 2 };
const fits = [
  { mu: 10, sigma: 2 },
  { mu: 11, sigma: 1 },
  { mu: 5, sigma: 3 },
];
const result = madeUpRun(fits, { truth });

/**
 * The chance of N(mu, sigma²) between two points, in standard deviations of the original from its
 * mean.
 */
const between = ({ mu, sigma }: (typeof fits)[number], from: number, to: number) => {
  const below = (k: number) => standardCdf((truth.mu + k * truth.sigma - mu) / sigma);
  return below(to) - below(from);
};
const sharesOf = (fit: (typeof fits)[number]) => {
  const common = between(fit, -1, 1);
  return { common, unusual: between(fit, -2, 2) - common, rare: 1 - between(fit, -2, 2) };
};

describe('the shares of common, unusual and rare values', () => {
  const { columns, rows } = zones.table(result, 0);

  it('are those of each model in the original’s zones', () => {
    expect(columns).toEqual(['generation', 'common share', 'unusual share', 'rare share']);
    for (const [i, fit] of fits.entries()) {
      const { common, unusual, rare } = sharesOf(fit);
      const [t, ...shares] = rows[i]!.map(Number);
      expect(t).toBe(i + 1);
      for (const [j, wanted] of [common, unusual, rare].entries())
        expect(Math.abs(shares[j]! - wanted), `generation ${t}`).toBeLessThan(1e-14);
    }
    // The original’s own, as everybody knows them.
    expect(rows[0]!.slice(1).map((share) => Number(share).toFixed(4))).toEqual([
      '0.6827',
      '0.2718',
      '0.0455',
    ]);
  });

  it('keep their digits where rare values are very rare', () => {
    const narrow = zones.table(madeUpRun([{ mu: 10, sigma: 0.2 }], { truth }), 0).rows[0]!;
    // Beyond 20 of its own standard deviations on either side.
    expect(Number(narrow[3]) / (2 * standardCdf(-20))).toBeCloseTo(1, 12);
  });
});

describe('the picture of the zones', () => {
  const svg = drawn(zones, result, 0, { still: true });
  const scales = { x: xScale(svg), y: yScale(svg) };
  const bottom = scales.y.toPixel(0);

  /** The upper edge of the area in a colour, and what closes it. */
  const area = (colour: string) => strokes(svg, `[fill="var(--zone-${colour})"]`).flat();

  it.each([
    ['rare', () => 100],
    ['unusual', ({ common, unusual }) => 100 * (common + unusual)],
    ['common', ({ common }) => 100 * common],
  ] as [string, (shares: ReturnType<typeof sharesOf>) => number][])(
    'has the %s ones from the axis up to their share and those below',
    (colour, height) => {
      const edge = area(colour);
      const wanted = fits.map((fit, i) => [i + 1, height(sharesOf(fit))] as const);
      expect(differences(edge.slice(0, 3), wanted, scales)).toEqual([]);
      for (const [, y] of edge.slice(3)) expect(Math.abs(y - bottom)).toBeLessThan(0.2);
    },
  );

  it('paints the common ones over the unusual ones over the rare ones', () => {
    const fills = marks(svg, '[fill^="var(--zone"]').map((path) => path.getAttribute('fill'));
    expect(fills).toEqual(['var(--zone-rare)', 'var(--zone-unusual)', 'var(--zone-common)']);
  });

  it('has dashed lines where the original’s own shares are', () => {
    const dashed = marks(svg, '[stroke-dasharray]').flatMap((path) => strokes(path));
    const { common, unusual } = sharesOf(truth);
    const wanted = [common, common + unusual].map((share) =>
      [1, 3].map((t) => [t, 100 * share] as const),
    );
    expect(dashed).toHaveLength(2);
    for (const [i, line] of dashed.entries())
      expect(differences(line, wanted[i]!, scales)).toEqual([]);
  });

  it('names its colours and its axes', () => {
    expect(legendOf(svg)).toEqual([
      'block zone-rare: rare: beyond 2 SD',
      'block zone-unusual: unusual: 1 to 2 SD',
      'block zone-common: common: within 1 SD',
    ]);
    expect(axisNames(svg)).toEqual({
      x: 'Generation →',
      y: '↑ share of what the model produces, %',
      heading: '',
    });
  });

  it('has no areas of a single generation', () => {
    const one = drawn(zones, madeUpRun([truth], { truth }), 0, { still: true });
    expect(marks(one, '[fill^="var(--zone"]')).toHaveLength(0);
  });
});

describe('the words on rare and common values', () => {
  /** A model with the original’s mean that makes rare, or common, values so many times as often. */
  const said = (times: number, of: 'rare' | 'common') => {
    const share = times * sharesOf(truth)[of];
    const sigma =
      of === 'rare' ? 4 / standardQuantile(1 - share / 2) : 2 / standardQuantile(0.5 + share / 2);
    return spaced(zones.takeaway(madeUpRun([{ mu: 10, sigma }], { truth }), 0));
  };

  it.each([
    [0.94, 'down from 4.6 %'],
    [0.96, 'much as at 4.6 %'],
    [1.04, 'much as at 4.6 %'],
    [1.06, 'up from 4.6 %'],
  ])('rare ones %d times as often', (times, words) => {
    const percent = (times * 4.55).toFixed(1);
    expect(said(times, 'rare')).toContain(
      `In generation 1 the model makes rare values ${percent} % of the time, ${words}, and common`,
    );
  });

  it.each([
    [0.94, 'common ones 64 %, down from 68 %.'],
    [0.96, 'common ones 66 %, much as at 68 %.'],
    [1.04, 'common ones 71 %, much as at 68 %.'],
    [1.06, 'common ones 72 %, up from 68 %.'],
  ])('common ones %d times as often', (times, words) => {
    expect(said(times, 'common')).toContain(words);
  });

  it('are those of the generation shown', () => {
    expect(zones.takeaway(result, 1)).toMatch(/^In generation 2 the model makes rare values/);
    expect(zones.takeaway(result, 3)).toBe('This generation has no model.');
  });
});
