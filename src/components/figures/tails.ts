import type { TailsResult } from '../../lib/jobs/tails.ts';
import { logAxis, logAxisX, logMargin } from '../charts/axes.ts';
import { logLimits } from '../charts/bands.ts';
import { chart } from '../charts/chart.ts';
import type { Figure } from '../charts/figure.ts';
import type { LegendItem } from '../charts/legend.ts';
import { lineMark, linePath } from '../charts/marks.ts';
import { count, short } from '../charts/words.ts';

const KEY: readonly LegendItem[] = [
  { mark: 'ghost', colour: 'var(--original)', label: 'learns from the real text', short: 'real' },
  { mark: 'line', colour: 'var(--count)', label: 'learns from the model’s text', short: 'model’s' },
];

/** What the error of a learner on a model’s text tends to: the chance of all that is lost. */
export const floorOf = ({ cut }: TailsResult): number => cut.at(-1) ?? NaN;

/** A learner’s error against the words that it has read. */
export const tails: Figure<TailsResult> = {
  id: 'tails',
  title: () => 'Chance that the next real word is one never seen, by the words read',
  name: () => 'Error',
  redraws: false,
  staticRows: 8,
  draw(result, _frame, view) {
    const { input, clean, cut } = result;
    const { draws } = input;
    const y = logLimits([...clean, ...cut], 1.3);
    return chart(view, {
      name: this.title(result),
      key: KEY,
      gap: 22,
      marginLeft: logMargin(...y),
      x: { type: 'log', domain: [draws[0] ?? 1, draws.at(-1) ?? 10] },
      y: { type: 'log', domain: y },
      yLabel: 'chance of a word never seen, log scale',
      axes: (space) => [...logAxisX(space, 'Words read, logarithmic scale'), ...logAxis(space)],
      draw: (f) =>
        (
          [
            [clean, 'var(--original)', 1.5],
            [cut, 'var(--count)', 2],
          ] as const
        ).map(([errors, colour, width]) =>
          lineMark(
            view,
            linePath(errors.map((error, i) => [f.x(draws[i] ?? NaN), f.y(error)])),
            colour,
            width,
          ),
        ),
    });
  },
  takeaway({ input, clean, cut }) {
    const last = input.draws.length - 1;
    return `After ${count(input.draws[last] ?? NaN)} words a learner on real text errs with chance ${short(clean[last] ?? NaN)}, one on the model’s text with chance ${short(cut[last] ?? NaN)}.`;
  },
  note: () => 'Both lines are exact: no random number is drawn.',
  table: ({ input, clean, cut }) => ({
    columns: ['words read', 'error, real text', 'error, model’s text'],
    rows: input.draws.map((draws, i) => [draws, clean[i] ?? '', cut[i] ?? '']),
  }),
};
