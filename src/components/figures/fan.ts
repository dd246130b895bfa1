import { entryAt, lastOf } from '../../lib/entryAt.ts';
import type { EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import type { Path } from '../../lib/jobs/paths.ts';
import type { Frame, View } from '../charts/figure.ts';
import { frameOf, generationFigure } from '../charts/generationFigure.ts';
import {
  bandDomain,
  clampY,
  exactLines,
  fanBands,
  levelLabels,
  runTrace,
} from '../charts/bands.ts';
import {
  bandReading,
  cellOf,
  drawnRows,
  exact,
  findQuantiles,
  LEVELS,
  only,
  pickedAt,
  quantileTable,
  runName,
  valuesOfRun,
} from '../charts/ensemble.ts';
import { guessHandles, guessMark, type Guessed } from '../charts/guess.ts';
import type { LegendItem } from '../charts/legend.ts';
import { lineMark, originalLine, stroked } from '../charts/marks.ts';
import { originally } from '../charts/statistic.ts';
import { chanceBelow } from '../charts/verdict.ts';
import { percent, plural, short } from '../charts/words.ts';

/**
 * Other runs on the page without JavaScript: enough to see the crowd, few enough to weigh little.
 */
const STILL_RUNS = 9;

/** The exact curves go through every third of the kept generations. */
const LAW_EVERY = 3;

const items = (result: EnsemblesResult): readonly LegendItem[] => [
  {
    mark: 'block',
    colour: 'var(--spread-soft)',
    label: 'middle half and nine tenths of the runs',
    short: 'half and nine tenths',
  },
  { mark: 'dashed', colour: 'var(--law)', label: 'exact law' },
  ...(result.runs[0]
    ? [{ mark: 'line', colour: 'var(--spread)', label: runName(result.runs[0]) } as const]
    : []),
  {
    mark: 'ghost',
    colour: 'var(--original)',
    label: `original, ${short(originally(only(result), 'spread'))}`,
  },
];

/** Limits of the axis: bands and runs alike. */
const domainOf = (result: EnsemblesResult) =>
  bandDomain(
    result.ensembles,
    result.runs.flatMap((run) => (run ? [...valuesOfRun(run, 'spread')] : [])),
  );

/**
 * Where all runs are: the fan of s over the generations, its exact law, single runs, and one picked
 * out.
 */
export const fanFigure = generationFigure<Guessed>({
  id: 'fan',
  title: () => 'The fitted standard deviation of all runs, generation by generation',
  name: () => 'All generations',
  staticRows: 11,
  prepare: (result) => findQuantiles(only(result), LEVELS, LAW_EVERY),
  of: only,
  plot(result, view) {
    const ensemble = only(result);
    const every = view.still ? 2 : 1;
    return {
      yLabel: 'standard deviation s, logarithmic scale',
      y: domainOf(result),
      scale: 'log',
      key: items(result),
      marginRight: 54,
      marks: (f) => [
        ...fanBands(view, f, ensemble, every),
        otherRuns(view, f, result, every),
        originalLine(view, f, originally(ensemble, 'spread')),
        exactLines(view, f, ensemble, LEVELS, view.still ? 6 : LAW_EVERY),
        pickedRun(view, f, result, every),
      ],
      front: (f) => [...levelLabels(view, f, ensemble), ...guessMark(view, f, result)],
    };
  },
  handles: guessHandles,
  pickAt(drawing, result, x, y) {
    const row = frameOf(only(result), drawing.x.invert(x));
    const value = drawing.y.invert(y);
    const distance = ({ s }: Alive) => Math.max(s / value, 1 / (s / value));
    const alive = aliveIn(result, row);
    return alive.length > 0
      ? alive.reduce((a, b) => (distance(b) < distance(a) ? b : a)).place
      : null;
  },
  pickNext(result, frame, step) {
    const ordered = aliveIn(result, frame)
      .sort((a, b) => a.s - b.s)
      .map(({ place }) => place);
    const place = ordered.indexOf(0);
    // A run that has ended has no place: down from it is the highest.
    const next = place < 0 && step < 0 ? -1 : place + step;
    return ordered.at(next % ordered.length) ?? null;
  },
  takeaway(result) {
    const ensemble = only(result);
    const { config, bands } = ensemble;
    const last = lastOf(bands);
    const original = originally(ensemble, 'spread');
    if (last.survivors === 0) return 'No run has reached the last generation.';
    const ratio = exact(ensemble, last.t, 0.5) / original;
    const verdict =
      ratio < 0.97
        ? `Half of all runs have ${ratio < 1e-4 ? '' : 'less than '}${percent(ratio)} of the original spread left`
        : ratio > 1.03
          ? `Half of all runs are more than ${percent(ratio)} as wide as the original`
          : 'Half of all runs are still above the original spread, half below';
    const wider = 1 - chanceBelow(ensemble, config.at.length - 1, original);
    return `${verdict} after ${plural(config.generations, 'generation')}; ${percent(wider)} are wider than the original.`;
  },
  reading: (result, frame) => bandReading(only(result), frame),
  note(result) {
    const others = result.runs.slice(1).filter(Boolean).length;
    const lines = others > 0 ? ` Thin lines: ${plural(others, 'run')} made value by value.` : '';
    return `Dashed: the exact 5th, 25th, 50th, 75th and 95th percentiles.${lines}`;
  },
  table(result) {
    const { columns, rows } = quantileTable(only(result));
    const [picked] = result.runs;
    if (!picked) return { columns, rows };
    const values = valuesOfRun(picked, 'spread');
    return {
      columns: [...columns, `s of ${runName(picked)}`],
      rows: rows.map((row, i) => [...row, cellOf(entryAt(values, i))]),
    };
  },
});

/** A run that has a value: its place in the result, and the value. */
interface Alive {
  readonly place: number;
  readonly s: number;
}

/** Those of a row. */
const aliveIn = ({ runs }: EnsemblesResult, row: number): Alive[] =>
  runs.flatMap((run, place) => {
    const s = run ? entryAt(valuesOfRun(run, 'spread'), row) : NaN;
    return s > 0 ? [{ place, s }] : [];
  });

/** Path data of a run; a gap where it has no value. */
const pathOfRun = (f: Frame, result: EnsemblesResult, run: Path, every: number) =>
  runTrace(f, only(result), valuesOfRun(run, 'spread'), drawnRows(only(result), every), (s) =>
    clampY(f, s),
  );

function otherRuns(view: View, f: Frame, result: EnsemblesResult, every: number): SVGElement {
  const others = result.runs.slice(1).filter((run) => run !== null);
  const shown = view.still ? others.slice(0, STILL_RUNS) : others;
  const d = shown.map((run) => pathOfRun(f, result, run, every)).join('');
  return stroked(view, d, 'var(--spread)', 1, { 'stroke-opacity': 0.24 });
}

function pickedRun(view: View, f: Frame, result: EnsemblesResult, every: number) {
  const [picked] = result.runs;
  if (!picked || pickedAt(result, 0) === null) return null;
  const role = { 'data-role': 'picked' };
  return lineMark(view, pathOfRun(f, result, picked, every), 'var(--spread)', 2, role);
}
