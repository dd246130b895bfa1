import { entryAt } from '../../lib/entryAt.ts';
import { families } from '../../lib/families/index.ts';
import type { EnsembleSoFar, EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import { bandOf, cellOf, drawable, drawnRows, generationAt } from '../charts/ensemble.ts';
import { held, inside, trace } from '../charts/bands.ts';
import type { Figure, Frame, Table, View, Viewed } from '../charts/figure.ts';
import { generationFigure } from '../charts/generationFigure.ts';
import { findLaw, lawLine } from '../charts/lawLine.ts';
import type { LegendItem } from '../charts/legend.ts';
import { areaMark, lawPath, lineMark, originalLine, stroked } from '../charts/marks.ts';
import { BAND, bandAt, findBands, limitsOf, ofPath } from '../charts/measured.ts';
import { measureNamed, type Measure } from '../charts/measures.ts';
import { policyName } from '../charts/policy.ts';
import { colourOf, softColourOf } from '../charts/roles.ts';
import { ofOriginal } from '../charts/statistic.ts';
import { BEYOND, count, NO_RUN, short } from '../charts/words.ts';

/** Which number is drawn, by its id. */
export interface CompareView {
  readonly show: string;
}

export type Compared = Viewed<EnsemblesResult, CompareView>;

export const shownMeasure = ({ view }: Compared) => measureNamed(view.show);

/** The run of a side in a row. */
const ofRun = ({ runs }: Compared, which: number, measure: Measure, row: number) =>
  ofPath(runs[which], measure, row);

const keyOf = (
  { role }: Measure,
  name: string,
  { original, law }: { original: boolean; law: string | undefined },
): readonly LegendItem[] => [
  { mark: 'line', colour: colourOf(role), label: `run ${name}` },
  { mark: 'block', colour: softColourOf(role), label: 'nine in ten such runs' },
  ...(original ? [{ mark: 'ghost', colour: 'var(--original)', label: 'original' } as const] : []),
  ...(law ? [{ mark: 'dashed', colour: 'var(--law)', label: `${law} by law` } as const] : []),
];

/**
 * One of the two runs that are compared: a number of its models over the generations, with the band
 * of runs that differ from it in nothing but chance.
 */
export function side(name: string, which: number): Figure<Compared> {
  const ofThis = ({ ensembles }: Compared) => entryAt(ensembles, which);
  const familyOf = (result: Compared) => families.get(ofThis(result).config.family).label;
  return generationFigure<Compared>({
    id: `side-${name.toLowerCase()}`,
    title: (result) =>
      `${name}: ${shownMeasure(result).label.toLowerCase()}, generation by generation`,
    name: (result) => `${name}: ${policyName(ofThis(result))}`,
    staticRows: 6,
    of: ofThis,
    *prepare(result) {
      const measure = shownMeasure(result);
      yield* findBands(result.ensembles, measure);
      yield* findLaw(ofThis(result), measure);
    },
    plot(result, view) {
      const measure = shownMeasure(result);
      const { symbol, scale } = measure;
      return {
        heading: `${name}: ${familyOf(result)}`,
        yLabel: `${symbol}${scale === 'log' ? ', log scale' : ''}: ${policyName(ofThis(result))}`,
        y: limitsOf(result, measure),
        scale,
        key: keyOf(measure, name, {
          original: hasOriginal(ofThis(result), measure),
          law: lawLine(ofThis(result), measure)?.what,
        }),
        gap: 22,
        marks: (f) => marksOf(view, f, result, which, measure),
      };
    },
    takeaway(result, frame) {
      const ensemble = ofThis(result);
      const measure = shownMeasure(result);
      const { t, survivors } = bandOf(ensemble, frame);
      if (survivors === 0) return `No run with these settings is left in generation ${count(t)}.`;
      const [low, , high] = bandAt(ensemble, measure, frame);
      const left =
        survivors < ensemble.made
          ? `nine in ten of the ${count(survivors)} runs that are left`
          : 'nine in ten such runs';
      return `In generation ${count(t)} ${left} have ${aNumber(measure)} between ${number(low)} and ${number(high)}.`;
    },
    reading(result, frame) {
      const measure = shownMeasure(result);
      const own = ofRun(result, which, measure, frame);
      if (bandOf(ofThis(result), frame).survivors === 0) return NO_RUN;
      const [low, , high] = bandAt(ofThis(result), measure, frame);
      const run = Number.isFinite(own) ? `run ${short(own)}, ` : '';
      return `${run}nine in ten from ${number(low)} to ${number(high)}`;
    },
    note: () =>
      'The two runs are made value by value. Dotted: the median of many such runs; dashed, where one is known: the law. One scale for both pictures; what goes beyond it leaves the picture.',
    table: (result) => tableOf(result, which),
  });
}

/** False where no number of the original is known, or the axis has no place for it. */
function hasOriginal(ensemble: EnsembleSoFar, measure: Measure): boolean {
  const original = ofOriginal(ensemble, measure);
  return measure.scale === 'log' ? drawable(original) : Number.isFinite(original);
}

const number = (x: number) => (Number.isFinite(x) ? short(x) : BEYOND);

/** "a standard deviation", "an entropy". */
const aNumber = ({ label }: Measure) =>
  `${/^[aeiou]/i.test(label) ? 'an' : 'a'} ${label.toLowerCase()}`;

function marksOf(view: View, f: Frame, result: Compared, which: number, measure: Measure) {
  const ensemble = entryAt(result.ensembles, which);
  const original = ofOriginal(ensemble, measure);
  const law = lawLine(ensemble, measure);
  const isLog = measure.scale === 'log';
  const pixel = (value: number) => (isLog && !drawable(value) ? NaN : f.y(value));
  const rows = drawnRows(ensemble, view.still ? 3 : 1).filter(
    (row) => bandOf(ensemble, row).survivors > 0,
  );
  const line = (level: 0 | 1 | 2) =>
    rows
      .map((row) => {
        const value = bandAt(ensemble, measure, row)[level];
        const y = isLog && value <= 0 ? f.bottom : held(f, pixel(value));
        return [f.x(generationAt(ensemble, row)), y] as const;
      })
      .filter(([, y]) => !Number.isNaN(y));
  const path = (every: number, y: (row: number) => number) =>
    trace(f, ensemble, drawnRows(ensemble, every), (row) => inside(f, pixel(y(row))));
  return [
    areaMark(view, line(0), line(2), softColourOf(measure.role)),
    stroked(
      view,
      path(view.still ? 3 : 1, (row) => bandAt(ensemble, measure, row)[1]),
      colourOf(measure.role),
      1.2,
      { 'stroke-dasharray': '2 2' },
    ),
    ...(law
      ? [
          lawPath(
            view,
            path(view.still ? 3 : 1, (row) => entryAt(law.values, row)),
          ),
        ]
      : []),
    ...(hasOriginal(ensemble, measure) ? [originalLine(view, f, original)] : []),
    lineMark(
      view,
      path(view.still ? 2 : 1, (row) => ofRun(result, which, measure, row)),
      colourOf(measure.role),
    ),
  ];
}

function tableOf(result: Compared, which: number): Table {
  const measure = shownMeasure(result);
  const ensemble = entryAt(result.ensembles, which);
  const what = measure.label.toLowerCase();
  return {
    columns: [
      'generation',
      `${what} of the run`,
      'runs left',
      ...BAND.map((level) => `${Math.round(100 * level)} % of the runs’ ${what}`),
    ],
    rows: ensemble.bands.map(({ t, survivors }, row) => [
      t,
      cellOf(ofRun(result, which, measure, row)),
      survivors,
      ...bandAt(ensemble, measure, row).map(cellOf),
    ]),
  };
}
