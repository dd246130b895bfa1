import type { RunResult } from '../../lib/jobs/run.ts';
import type { Table } from '../charts/figure.ts';
import { generationFigure } from '../charts/generationFigure.ts';
import type { LegendItem } from '../charts/legend.ts';
import { dotsPath, element, originalLine, segmentsPath } from '../charts/marks.ts';
import { stride, thinned } from '../charts/thinned.ts';
import { originalOf } from '../charts/bell.ts';
import { count, NO_MODEL, percent, short } from '../charts/words.ts';

/** Every fitted pair, one row a generation. */
export function parameterTable({ fitted, reached }: RunResult): Table {
  return {
    columns: ['generation', 'mean', 'standard deviation'],
    rows: Array.from({ length: reached }, (_, i) => [i + 1, fitted.mu![i]!, fitted.sigma![i]!]),
  };
}

const items = (mu: number): readonly LegendItem[] => [
  { mark: 'dot', colour: 'var(--mean)', label: 'fitted mean', short: 'mean' },
  { mark: 'bar', colour: 'var(--spread)', label: '± one standard deviation', short: '± one SD' },
  {
    mark: 'ghost',
    colour: 'var(--original)',
    label: `original mean, ${short(mu)}`,
    short: `original, ${short(mu)}`,
  },
];

/** "2nd", "3rd", "4th": of strides, which are below 21. */
const ordinal = (k: number) => `${k}${k === 2 ? 'nd' : k === 3 ? 'rd' : 'th'}`;

/** The source's graph: a blue dot at each mean, a reddish bar of ± one standard deviation. */
export const parameters = generationFigure<RunResult>({
  id: 'parameters',
  title: () => 'The fitted mean and standard deviation, generation by generation',
  name: () => 'Mean and spread',
  of: (result) => result,
  plot(result, view) {
    const { config, fitted, asked } = result;
    const { mu, sigma } = originalOf(config);
    const drawn = thinned(result, view.still);
    let low = mu - 1.15 * sigma;
    let high = mu + 1.15 * sigma;
    for (const i of drawn) {
      low = Math.min(low, fitted.mu![i]! - fitted.sigma![i]!);
      high = Math.max(high, fitted.mu![i]! + fitted.sigma![i]!);
    }
    return {
      yLabel: 'value',
      y: [low, high],
      scale: 'linear',
      key: items(mu),
      marks: (f) => [originalLine(view, f, mu)],
      revealed(f) {
        const x = (i: number) => f.x(i + 1);
        const step = ((f.right - f.left) * stride(result)) / Math.max(1, asked - 1);
        const bars = segmentsPath(
          drawn.map((i) => [
            x(i),
            f.y(fitted.mu![i]! - fitted.sigma![i]!),
            f.y(fitted.mu![i]! + fitted.sigma![i]!),
          ]),
        );
        const dots = dotsPath(drawn.map((i) => [x(i), f.y(fitted.mu![i]!)]));
        return [
          element(view, 'path', {
            d: bars,
            stroke: 'var(--spread)',
            'stroke-opacity': 0.55,
            'stroke-width': Math.max(0.7, Math.min(5, step * 0.6)).toFixed(2),
          }),
          element(view, 'path', {
            d: dots,
            stroke: 'var(--mean)',
            'stroke-linecap': 'round',
            'stroke-width': Math.max(2.4, Math.min(8, step * 0.9)).toFixed(2),
          }),
        ];
      },
    };
  },
  takeaway({ config, fitted, reached }) {
    if (reached === 0) return 'No generation could be fitted.';
    const { mu, sigma } = originalOf(config);
    const m = fitted.mu![reached - 1]!;
    const s = fitted.sigma![reached - 1]!;
    const moved = Math.abs(m - mu) / sigma;
    const where =
      moved < 0.25
        ? `the mean has stayed near its start (${short(mu)} → ${short(m)})`
        : `the mean has wandered from ${short(mu)} to ${short(m)}, ${short(moved)} original standard deviations away`;
    const ratio = s / sigma;
    const spread =
      ratio < 0.95
        ? `the spread has shrunk to ${percent(ratio)} of the original`
        : ratio > 1.05
          ? `the spread is wider than it was, at ${percent(ratio)} of the original`
          : 'the spread is about where it began';
    return `After ${count(reached)} ${reached === 1 ? 'generation' : 'generations'} ${where}, and ${spread}.`;
  },
  reading: ({ fitted, reached }, frame) =>
    frame >= reached
      ? NO_MODEL
      : `mean ${short(fitted.mu![frame]!)}, standard deviation ${short(fitted.sigma![frame]!)}`,
  note: (result) =>
    stride(result) > 1 ? `Every ${ordinal(stride(result))} generation is drawn.` : '',
  table: parameterTable,
});
