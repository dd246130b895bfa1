import { families } from '../../lib/families/index.ts';
import type { RunResult } from '../../lib/jobs/run.ts';
import type { Params } from '../../lib/types.ts';
import type { Figure } from '../charts/figure.ts';
import { generationAxis, valueAxis } from '../charts/axes.ts';
import { chart, element, linePath, px } from '../charts/chart.ts';
import { fitAt } from './generation.ts';
import { legend, legendHeight, type LegendItem } from '../charts/legend.ts';
import { generationAt, generationX, thinned } from '../charts/overGenerations.ts';
import { movePlayhead, revealed } from '../charts/playhead.ts';
import { count, percent, runCaption } from '../charts/words.ts';

const normal = families.get('normal');

/** Shares of what `model` produces in the original's zones: within 1, within 2, beyond 2 SD of its mean. */
export function zoneShares(model: Params, truth: Params) {
  const { mu, sigma } = truth as { mu: number; sigma: number };
  // Upper tails as lower tails of the mirrored point: 1 - cdf would lose the rarest shares to rounding.
  const beyond = (k: number) =>
    normal.cdf(mu - k * sigma, model) + normal.cdf(2 * model.mu! - (mu + k * sigma), model);
  const rare = beyond(2);
  return { common: 1 - beyond(1), unusual: beyond(1) - rare, rare };
}

const KEY: readonly LegendItem[] = [
  { mark: 'block', colour: 'var(--zone-rare)', label: 'rare: beyond 2 SD' },
  { mark: 'block', colour: 'var(--zone-unusual)', label: 'unusual: 1 to 2 SD' },
  { mark: 'block', colour: 'var(--zone-common)', label: 'common: within 1 SD' },
];

/** What the model would produce, zone by zone of the original: the rare goes first. */
export const zones: Figure<RunResult> = {
  id: 'zones',
  title: () => 'What each generation’s model produces, by how rare it was in the original',
  height: 320,
  staticWidths: [330, 720],
  redraws: false,
  draw(result, frame, view) {
    const { truth } = result.config;
    const drawn = thinned(result, view.still);
    const shares = drawn.map((i) => zoneShares(fitAt(result, i)!, truth));
    const original = zoneShares(truth, truth);
    const drawing = chart(view, {
      name: this.title(result),
      height: this.height,
      marginTop: legendHeight(KEY, view.width) + 24,
      yLabel: 'share of what the model produces, %',
      x: { domain: [1, Math.max(2, result.asked)] },
      y: { domain: [0, 100] },
      axes: [...generationAxis(view), ...valueAxis()],
      draw: (f) => {
        const x = (j: number) => f.x(drawn[j]! + 1);
        const line = (height: (j: number) => number) =>
          shares.map((_, j) => [x(j), f.y(100 * height(j))] as const);
        // Painted back to front, each area down to the axis, so that each edge is written once.
        const area = (height: (j: number) => number, fill: string) =>
          element(view, 'path', {
            d: `${linePath(line(height))}V${f.bottom}H${px(x(0))}Z`,
            fill,
            stroke: 'var(--ink)',
            'stroke-width': 0.8,
          });
        const common = (j: number) => shares[j]!.common;
        const usual = (j: number) => shares[j]!.common + shares[j]!.unusual;
        const level = (share: number) =>
          element(view, 'path', {
            d: `M${f.left},${f.y(100 * share)}H${f.right}`,
            stroke: 'var(--ink)',
            'stroke-dasharray': '5 4',
          });
        return [
          ...(drawn.length < 2
            ? []
            : revealed(view, f, () => [
                area(() => 1, 'var(--zone-rare)'),
                area(usual, 'var(--zone-unusual)'),
                area(common, 'var(--zone-common)'),
              ])),
          level(original.common),
          level(original.common + original.unusual),
          legend(view, KEY, f.left),
        ];
      },
    });
    this.move!(drawing, result, frame);
    return drawing;
  },
  move: (drawing, result, frame) => movePlayhead(drawing, generationX(drawing, result, frame)),
  frameAt: generationAt,
  takeaway(result, frame) {
    const { truth } = result.config;
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
  caption: (result) =>
    `Shares under each fitted model. Dashed: the original’s own shares. SD: the original standard deviation, ` +
    `counted from the original mean. ${runCaption(result)}`,
  table: (result) => ({
    columns: ['generation', 'common share', 'unusual share', 'rare share'],
    rows: Array.from({ length: result.reached }, (_, i) => {
      const { common, unusual, rare } = zoneShares(fitAt(result, i)!, result.config.truth);
      return [i + 1, common, unusual, rare];
    }),
  }),
};
