import { entryAt } from '../../lib/entryAt.ts';
import type { RunResult } from '../../lib/jobs/run.ts';
import { generationFigure } from '../charts/generationFigure.ts';
import type { LegendItem } from '../charts/legend.ts';
import { lineMark, linePath, originalLine } from '../charts/marks.ts';
import { fittedOf, originally } from '../charts/statistic.ts';
import { thinned } from '../charts/thinned.ts';
import { count, NO_MODEL, plural, short } from '../charts/words.ts';
import { parameterTable } from './parameters.ts';

const items = (original: number): readonly LegendItem[] => [
  { mark: 'line', colour: 'var(--spread)', label: 'fitted standard deviation' },
  { mark: 'ghost', colour: 'var(--original)', label: `original, ${short(original)}` },
];

/** The fitted standard deviation on a logarithmic scale, where a steady loss is a straight line. */
export const spread = generationFigure<RunResult>({
  id: 'spread',
  title: () => 'The fitted standard deviation on a logarithmic scale',
  name: () => 'Spread',
  of: (result) => result,
  plot(result, view) {
    const original = originally(result, 'spread');
    const fitted = fittedOf(result, 'spread');
    const drawn = thinned(result, view.still).map((i) => [i + 1, entryAt(fitted, i)] as const);
    const values = [original, ...drawn.map(([, s]) => s)];
    return {
      yLabel: 'standard deviation, logarithmic scale',
      y: [Math.min(...values) / 1.3, Math.max(...values) * 1.3],
      scale: 'log',
      key: items(original),
      marks: (f) => [originalLine(view, f, original)],
      revealed: (f) => [
        lineMark(view, linePath(drawn.map(([t, s]) => [f.x(t), f.y(s)])), 'var(--spread)'),
      ],
    };
  },
  takeaway(result) {
    const { reached } = result;
    if (reached === 0) return 'No generation could be fitted.';
    let rises = 0;
    let last = originally(result, 'spread');
    let peak = { t: 0, s: -Infinity };
    for (const [i, s] of fittedOf(result, 'spread').entries()) {
      if (s > last) rises++;
      if (s > peak.s) peak = { t: i + 1, s };
      last = s;
    }
    // How often says nothing of where it ends: a rise and a fall by the same per cent do not
    // cancel.
    return (
      `The standard deviation rises ${times(rises)} and falls ${times(reached - rises)}. ` +
      `It is largest, at ${short(peak.s)}, in generation ${count(peak.t)} and ends at ${short(last)}.`
    );
  },
  reading(result, frame) {
    const s = fittedOf(result, 'spread')[frame];
    return s === undefined ? NO_MODEL : `standard deviation ${short(s)}`;
  },
  note: () => 'A steady rate of loss would be a straight line.',
  table: parameterTable,
  tableIn: 'parameters',
});

const times = (n: number) => plural(n, 'time');
