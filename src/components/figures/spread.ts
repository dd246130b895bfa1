import type { RunResult } from '../../lib/jobs/run.ts';
import type { Figure } from '../charts/figure.ts';
import { generationAxis, logAxis, logMargin } from '../charts/axes.ts';
import { chart, element, linePath } from '../charts/chart.ts';
import { legend, legendHeight, type LegendItem } from '../charts/legend.ts';
import { generationAt, generationX, thinned } from '../charts/overGenerations.ts';
import { parameterTable } from './parameters.ts';
import { movePlayhead, revealed } from '../charts/playhead.ts';
import { count, plural, runCaption, short } from '../charts/words.ts';

const items = (sigma: number): readonly LegendItem[] => [
  { mark: 'line', colour: 'var(--spread)', label: 'fitted standard deviation' },
  { mark: 'ghost', colour: 'var(--original)', label: `original, ${short(sigma)}` },
];

/** The fitted standard deviation on a logarithmic scale, where a steady loss is a straight line. */
export const spread: Figure<RunResult> = {
  id: 'spread',
  title: () => 'The fitted standard deviation on a logarithmic scale',
  height: 230,
  staticWidths: [330, 464],
  redraws: false,
  draw(result, frame, view) {
    const sigma = result.config.truth.sigma!;
    const fitted = result.fitted.sigma!;
    const drawn = thinned(result, view.still);
    const low = Math.min(sigma, ...drawn.map((i) => fitted[i]!)) / 1.3;
    const high = Math.max(sigma, ...drawn.map((i) => fitted[i]!)) * 1.3;
    const key = items(sigma);
    const drawing = chart(view, {
      name: this.title(result),
      height: this.height,
      marginTop: legendHeight(key, view.width) + 24,
      marginLeft: logMargin(low, high),
      x: { domain: [1, Math.max(2, result.asked)] },
      y: { type: 'log', domain: [low, high] },
      yLabel: 'standard deviation, logarithmic scale',
      axes: [...generationAxis(view), ...logAxis(low, high)],
      draw: (f) => [
        element(view, 'path', {
          d: `M${f.left},${f.y(sigma)}H${f.right}`,
          stroke: 'var(--original)',
          'stroke-width': 1.5,
        }),
        ...revealed(view, f, () => [
          element(view, 'path', {
            d: linePath(drawn.map((i) => [f.x(i + 1), f.y(fitted[i]!)])),
            fill: 'none',
            stroke: 'var(--spread)',
            'stroke-width': 2,
            'stroke-linejoin': 'round',
          }),
        ]),
        legend(view, key, f.left),
      ],
    });
    this.move!(drawing, result, frame);
    return drawing;
  },
  move: (drawing, result, frame) => movePlayhead(drawing, generationX(drawing, result, frame)),
  frameAt: generationAt,
  takeaway({ fitted, reached, config }) {
    const s = fitted.sigma!;
    if (reached === 0) return 'No generation could be fitted.';
    let rises = 0;
    let peak = 0;
    for (let i = 0; i < reached; i++) {
      if (s[i]! > (i === 0 ? config.truth.sigma! : s[i - 1]!)) rises++;
      if (s[i]! > s[peak]!) peak = i;
    }
    // How often says nothing of where it ends: a rise and a fall by the same per cent do not cancel.
    return (
      `The standard deviation rises ${times(rises)} and falls ${times(reached - rises)}. ` +
      `It is largest, at ${short(s[peak]!)}, in generation ${count(peak + 1)} and ends at ${short(s[reached - 1]!)}.`
    );
  },
  caption: (result) => `A steady rate of loss would be a straight line. ${runCaption(result)}`,
  table: parameterTable,
  tableIn: 'parameters',
};

const times = (n: number) => plural(n, 'time');
