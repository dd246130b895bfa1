import { entryAt } from '../../lib/entryAt.ts';
import type { RunResult } from '../../lib/jobs/run.ts';
import type { Centre } from '../../lib/types.ts';
import { generationFigure } from '../charts/generationFigure.ts';
import type { LegendItem } from '../charts/legend.ts';
import { element, linePath, px } from '../charts/marks.ts';
import { thinned } from '../charts/thinned.ts';
import { count, NO_MODEL, percent } from '../charts/words.ts';
import { originalOf, shareBeyond } from '../charts/bell.ts';
import { fitAt, fitsOf } from './generation.ts';

/**
 * Shares of what `model` produces in the original's zones: within 1, within 2, beyond 2 SD of its
 * mean.
 */
export function zoneShares(model: Centre, original: Centre) {
  const beyond = (k: number) => shareBeyond(k * original.sd, original, model);
  const rare = beyond(2);
  return { common: 1 - beyond(1), unusual: beyond(1) - rare, rare };
}

const KEY: readonly LegendItem[] = [
  { mark: 'block', colour: 'var(--zone-rare)', label: 'rare: beyond 2 SD' },
  { mark: 'block', colour: 'var(--zone-unusual)', label: 'unusual: 1 to 2 SD' },
  { mark: 'block', colour: 'var(--zone-common)', label: 'common: within 1 SD' },
];

/** What the model would produce, zone by zone of the original: the rare goes first. */
export const zones = generationFigure<RunResult>({
  id: 'zones',
  title: () => 'What each generation’s model produces, by how rare it was in the original',
  name: () => 'Rare and common',
  of: (result) => result,
  plot(result, view) {
    const truth = originalOf(result.config);
    const fits = fitsOf(result);
    const drawn = thinned(result, view.still).map((i) => {
      const fit = entryAt(fits, i);
      return { t: i + 1, shares: zoneShares(fit, truth) };
    });
    const original = zoneShares(truth, truth);
    return {
      yLabel: 'share of what the model produces, %',
      y: [0, 100],
      scale: 'linear',
      key: KEY,
      marks: () => [],
      revealed(f) {
        if (drawn.length < 2) return [];
        // Painted back to front, each area down to the axis, so that each edge is written once.
        const area = (height: (one: typeof original) => number, fill: string) => {
          const edge = drawn.map(({ t, shares }) => [f.x(t), f.y(100 * height(shares))] as const);
          return element(view, 'path', {
            d: `${linePath(edge)}V${f.bottom}H${px(f.x(1))}Z`,
            fill,
            stroke: 'var(--ink)',
            'stroke-width': 0.8,
          });
        };
        return [
          area(() => 1, 'var(--zone-rare)'),
          area(({ common, unusual }) => common + unusual, 'var(--zone-unusual)'),
          area(({ common }) => common, 'var(--zone-common)'),
        ];
      },
      front: (f) =>
        [original.common, original.common + original.unusual].map((share) =>
          element(view, 'path', {
            d: `M${f.left},${f.y(100 * share)}H${f.right}`,
            stroke: 'var(--ink)',
            'stroke-dasharray': '5 4',
          }),
        ),
    };
  },
  takeaway(result, frame) {
    const truth = originalOf(result.config);
    const fit = fitAt(result, frame);
    if (!fit) return 'This generation has no model.';
    const now = zoneShares(fit, truth);
    const original = zoneShares(truth, truth);
    const change = (share: number, before: number) =>
      share > before * 1.05 ? 'up from' : share < before * 0.95 ? 'down from' : 'much as at';
    return (
      `In generation ${count(frame + 1)} the model makes rare values ${percent(now.rare)} of the time, ` +
      `${change(now.rare, original.rare)} ${percent(original.rare)}, and common ones ` +
      `${percent(now.common)}, ${change(now.common, original.common)} ${percent(original.common)}.`
    );
  },
  reading(result, frame) {
    const fit = fitAt(result, frame);
    if (!fit) return NO_MODEL;
    const { common, unusual, rare } = zoneShares(fit, originalOf(result.config));
    return `rare ${percent(rare)}, unusual ${percent(unusual)}, common ${percent(common)}`;
  },
  note: () =>
    'Shares under each fitted model. Dashed: the original’s own shares. SD: the original standard deviation, counted from the original mean.',
  table: (result) => ({
    columns: ['generation', 'common share', 'unusual share', 'rare share'],
    rows: fitsOf(result).map((fit, i) => {
      const { common, unusual, rare } = zoneShares(fit, originalOf(result.config));
      return [i + 1, common, unusual, rare];
    }),
  }),
});
