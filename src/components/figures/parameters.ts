import { entryAt } from '../../lib/entryAt.ts';
import type { RunResult } from '../../lib/jobs/run.ts';
import type { Table } from '../charts/figure.ts';
import { generationFigure } from '../charts/generationFigure.ts';
import type { LegendItem } from '../charts/legend.ts';
import { dotsPath, element, originalLine, segmentsPath } from '../charts/marks.ts';
import { stride, thinned } from '../charts/thinned.ts';
import { originalOf } from '../charts/bell.ts';
import { count, NO_MODEL, percent, short } from '../charts/words.ts';
import { fitAt, fitsOf } from './generation.ts';

/** Every fitted pair, one row a generation. */
export const parameterTable = (result: RunResult): Table => ({
  columns: ['generation', 'mean', 'standard deviation'],
  rows: fitsOf(result).map(({ mean, sd }, i) => [i + 1, mean, sd]),
});

const items = (original: number): readonly LegendItem[] => [
  { mark: 'dot', colour: 'var(--mean)', label: 'fitted mean', short: 'mean' },
  { mark: 'bar', colour: 'var(--spread)', label: '± one standard deviation', short: '± one SD' },
  {
    mark: 'ghost',
    colour: 'var(--original)',
    label: `original mean, ${short(original)}`,
    short: `original, ${short(original)}`,
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
    const { config, asked } = result;
    const original = originalOf(config);
    const fits = fitsOf(result);
    const drawn = thinned(result, view.still).map((i) => ({ t: i + 1, ...entryAt(fits, i) }));
    let low = original.mean - 1.15 * original.sd;
    let high = original.mean + 1.15 * original.sd;
    for (const { mean, sd } of drawn) {
      low = Math.min(low, mean - sd);
      high = Math.max(high, mean + sd);
    }
    return {
      yLabel: 'value',
      y: [low, high],
      scale: 'linear',
      key: items(original.mean),
      marks: (f) => [originalLine(view, f, original.mean)],
      revealed(f) {
        const step = ((f.right - f.left) * stride(result)) / Math.max(1, asked - 1);
        const bars = segmentsPath(
          drawn.map(({ t, mean, sd }) => [f.x(t), f.y(mean - sd), f.y(mean + sd)]),
        );
        const dots = dotsPath(drawn.map(({ t, mean }) => [f.x(t), f.y(mean)]));
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
  takeaway(result) {
    const { config, reached } = result;
    const fit = fitAt(result, reached - 1);
    if (!fit) return 'No generation could be fitted.';
    const { mean, sd } = originalOf(config);
    const moved = Math.abs(fit.mean - mean) / sd;
    const where =
      moved < 0.25
        ? `the mean has stayed near its start (${short(mean)} → ${short(fit.mean)})`
        : `the mean has wandered from ${short(mean)} to ${short(fit.mean)}, ${short(moved)} original standard deviations away`;
    const ratio = fit.sd / sd;
    const spread =
      ratio < 0.95
        ? `the spread has shrunk to ${percent(ratio)} of the original`
        : ratio > 1.05
          ? `the spread is wider than it was, at ${percent(ratio)} of the original`
          : 'the spread is about where it began';
    return `After ${count(reached)} ${reached === 1 ? 'generation' : 'generations'} ${where}, and ${spread}.`;
  },
  reading(result, frame) {
    const fit = fitAt(result, frame);
    return fit ? `mean ${short(fit.mean)}, standard deviation ${short(fit.sd)}` : NO_MODEL;
  },
  note: (result) =>
    stride(result) > 1 ? `Every ${ordinal(stride(result))} generation is drawn.` : '',
  table: parameterTable,
});
