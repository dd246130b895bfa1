import { entryAt } from '../../lib/entryAt.ts';
import { drain } from '../../lib/drain.ts';
import { quantileAt, spreadIn } from '../../lib/ensemble/ofBand.ts';
import type { EnsembleSoFar, EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import { logLimits } from '../charts/bands.ts';
import { bandOf, cellOf, drawnRows, only } from '../charts/ensemble.ts';
import type { Figure, Frame, Table, View } from '../charts/figure.ts';
import { generationFigure } from '../charts/generationFigure.ts';
import { findLaw } from '../charts/lawLine.ts';
import type { LegendItem } from '../charts/legend.ts';
import * as marks from '../charts/marks.ts';
import { ofOriginal } from '../charts/statistic.ts';
import type { Measure } from '../charts/measures.ts';
import { colourOf } from '../charts/roles.ts';
import { count, enumerated, short } from '../charts/words.ts';

/** A chart of several averages, and what it is called. */
interface Averages extends Pick<Figure<EnsemblesResult>, 'id' | 'takeaway' | 'note'> {
  readonly title: string;
  readonly name: string;
  /** A number that is above 0. */
  readonly measure: Measure;
  nameOf(ensemble: EnsembleSoFar): string;
  /** The same where there is little room. */
  shortNameOf(ensemble: EnsembleSoFar): string;
  readonly lawName: string;
}

/** The average of a measure over the runs of an ensemble, in a row. */
export const averageAt = (
  ensemble: EnsembleSoFar,
  { name }: Pick<Measure, 'name'>,
  row: number,
): number => spreadIn(bandOf(ensemble, row), name).mean;

/** The same at a level of the runs, of those that the job was asked for. */
export const levelAt = (
  ensemble: EnsembleSoFar,
  { name }: Pick<Measure, 'name'>,
  row: number,
  level: number,
): number => quantileAt(spreadIn(bandOf(ensemble, row), name), level);

/** A law's line, and the first of the ensembles for which it is that. */
interface Law {
  readonly of: EnsembleSoFar;
  readonly values: readonly number[];
}

/** What laws say of a measure at the generations kept, the same line once. */
function* findLaws({ ensembles }: EnsemblesResult, measure: Measure) {
  const found = new Map<string, Law>();
  for (const of of ensembles) {
    const law = yield* findLaw(of, measure);
    const key = law?.values.join();
    if (law && key !== undefined && !found.has(key)) found.set(key, { of, values: law.values });
  }
  return [...found.values()];
}

/**
 * Every ensemble has a mark of its own: they share the colour of what is measured. The first three
 * are told apart where they lie on each other.
 */
const MARKS = ['dot', 'hollow', 'bar', 'tick'] as const;

/** Pixels, at least, from mark to mark on a line. */
const APART = 26;

/**
 * Several ensembles in one chart: the average of a measure over the runs of each, the original, and
 * the law of its average where one is known.
 */
export function severalAverages({
  measure,
  nameOf,
  shortNameOf,
  lawName,
  ...own
}: Averages): Figure<EnsemblesResult> {
  const colour = colourOf(measure.role);
  const keyOf = (ensembles: readonly EnsembleSoFar[], laws: number): LegendItem[] => [
    ...ensembles.map((ensemble, i) => ({
      ...{ mark: MARKS[i] ?? ('line' as const), colour, label: nameOf(ensemble) },
      short: shortNameOf(ensemble),
    })),
    { mark: 'ghost', colour: 'var(--original)', label: 'original' },
    ...(laws > 0
      ? [{ mark: 'dashed', colour: 'var(--law)', label: lawName, short: 'law' } as const]
      : []),
  ];
  return generationFigure<EnsemblesResult>({
    ...own,
    title: () => own.title,
    name: () => own.name,
    staticRows: 6,
    of: only,
    prepare: (result) => findLaws(result, measure),
    plot(result, view) {
      const { ensembles } = result;
      const laws = drain(findLaws(result, measure));
      const original = ofOriginal(only(result), measure);
      const values = ensembles.flatMap((ensemble) =>
        ensemble.bands.map((_, row) => averageAt(ensemble, measure, row)),
      );
      return {
        yLabel: `${measure.label.toLowerCase()}, log scale`,
        y: logLimits([...values, ...laws.flatMap((law) => law.values), original], 1.1),
        scale: 'log',
        key: keyOf(ensembles, laws.length),
        gap: 22,
        marks: (f) => [
          marks.originalLine(view, f, original),
          ...ensembles.flatMap((ensemble, i) => {
            const line = pathOf(f, ensemble, (row) => averageAt(ensemble, measure, row));
            return [
              marks.stroked(view, line, colour, 1),
              marksOn(view, f, ensemble, measure, MARKS[i]),
            ];
          }),
          // In front: lines may lie on it.
          ...laws.map((law) =>
            marks.lawPath(
              view,
              pathOf(f, only(result), (row) => entryAt(law.values, row)),
            ),
          ),
        ],
      };
    },
    reading: ({ ensembles }, frame) =>
      enumerated(
        ensembles.map((ensemble) => {
          const average = averageAt(ensemble, measure, frame);
          const said = measure.role === 'count' ? count(Math.round(average)) : short(average);
          return `${said} ${shortNameOf(ensemble)}`;
        }),
      ),
    table: (result) => tableOf(result, measure, nameOf),
  });
}

type ValueAt = (row: number) => number;

const pointsOf = (f: Frame, { config }: EnsembleSoFar, rows: readonly number[], at: ValueAt) =>
  rows.map((row) => [f.x(entryAt(config.at, row)), f.y(at(row))] as const);

const pathOf = (f: Frame, ensemble: EnsembleSoFar, at: ValueAt) =>
  marks.linePath(pointsOf(f, ensemble, drawnRows(ensemble, 1), at));

/** The marks on the line of an ensemble. */
function marksOn(
  view: View,
  f: Frame,
  ensemble: EnsembleSoFar,
  measure: Measure,
  mark: (typeof MARKS)[number] | undefined,
): SVGElement | null {
  const every = Math.ceil((APART * ensemble.config.at.length) / (f.right - f.left));
  const at = pointsOf(f, ensemble, drawnRows(ensemble, every), (row) =>
    averageAt(ensemble, measure, row),
  );
  const colour = colourOf(measure.role);
  const bars = (half: number, width: number, xs: readonly number[]) =>
    marks.stroked(
      view,
      marks.segmentsPath(
        at.flatMap(([x, y]) => xs.map((dx) => [x + dx, y - half, y + half] as const)),
      ),
      colour,
      width,
    );
  switch (mark) {
    case 'dot':
      return marks.dotMarks(view, at, colour, 6);
    case 'hollow':
      return marks.element(
        view,
        'g',
        { fill: 'none', stroke: colour, 'stroke-width': 1.5 },
        ...at.map(([x, y]) =>
          marks.element(view, 'circle', { cx: marks.px(x), cy: marks.px(y), r: 5 }),
        ),
      );
    case 'bar':
      return bars(9, 2, [0]);
    case 'tick':
      return bars(5, 1, [-4, 0, 4]);
    case undefined:
      return null;
  }
}

function tableOf(
  result: EnsemblesResult,
  measure: Measure,
  nameOf: (ensemble: EnsembleSoFar) => string,
): Table {
  const { ensembles } = result;
  const laws = drain(findLaws(result, measure));
  return {
    columns: [
      'generation',
      ...ensembles.flatMap((ensemble) => [
        `${nameOf(ensemble)}: average`,
        `${nameOf(ensemble)}: 5 % of the runs`,
        `${nameOf(ensemble)}: 95 %`,
      ]),
      ...laws.map(({ of }) => (laws.length > 1 ? `${nameOf(of)}: law` : 'law')),
    ],
    rows: only(result).bands.map(({ t }, row) => [
      t,
      ...ensembles.flatMap((ensemble) =>
        [
          averageAt(ensemble, measure, row),
          ...[0.05, 0.95].map((level) => levelAt(ensemble, measure, row, level)),
        ].map(cellOf),
      ),
      ...laws.map(({ values }) => cellOf(entryAt(values, row))),
    ]),
  };
}
