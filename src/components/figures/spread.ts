import type { RunResult } from '../../lib/jobs/run.ts';
import { generationFigure } from '../charts/generationFigure.ts';
import type { LegendItem } from '../charts/legend.ts';
import { lineMark, linePath, originalLine } from '../charts/marks.ts';
import { thinned } from '../charts/thinned.ts';
import { count, NO_MODEL, plural, short } from '../charts/words.ts';
import { originalOf } from '../charts/bell.ts';
import { parameterTable } from './parameters.ts';

const items = (sigma: number): readonly LegendItem[] => [
  { mark: 'line', colour: 'var(--spread)', label: 'fitted standard deviation' },
  { mark: 'ghost', colour: 'var(--original)', label: `original, ${short(sigma)}` },
];

/** The fitted standard deviation on a logarithmic scale, where a steady loss is a straight line. */
export const spread = generationFigure<RunResult>({
  id: 'spread',
  title: () => 'The fitted standard deviation on a logarithmic scale',
  name: () => 'Spread',
  of: (result) => result,
  plot(result, view) {
    const sigma = originalOf(result.config).sigma;
    const fitted = result.fitted.sigma!;
    const drawn = thinned(result, view.still);
    const values = [sigma, ...drawn.map((i) => fitted[i]!)];
    return {
      yLabel: 'standard deviation, logarithmic scale',
      y: [Math.min(...values) / 1.3, Math.max(...values) * 1.3],
      scale: 'log',
      key: items(sigma),
      marks: (f) => [originalLine(view, f, sigma)],
      revealed: (f) => [
        lineMark(view, linePath(drawn.map((i) => [f.x(i + 1), f.y(fitted[i]!)])), 'var(--spread)'),
      ],
    };
  },
  takeaway({ fitted, reached, config }) {
    const s = fitted.sigma!;
    if (reached === 0) return 'No generation could be fitted.';
    let rises = 0;
    let peak = 0;
    for (let i = 0; i < reached; i++) {
      if (s[i]! > (i === 0 ? originalOf(config).sigma : s[i - 1]!)) rises++;
      if (s[i]! > s[peak]!) peak = i;
    }
    // How often says nothing of where it ends: a rise and a fall by the same per cent do not
    // cancel.
    return (
      `The standard deviation rises ${times(rises)} and falls ${times(reached - rises)}. ` +
      `It is largest, at ${short(s[peak]!)}, in generation ${count(peak + 1)} and ends at ${short(s[reached - 1]!)}.`
    );
  },
  reading: ({ fitted, reached }, frame) =>
    frame < reached ? `standard deviation ${short(fitted.sigma![frame]!)}` : NO_MODEL,
  note: () => 'A steady rate of loss would be a straight line.',
  table: parameterTable,
  tableIn: 'parameters',
});

const times = (n: number) => plural(n, 'time');
