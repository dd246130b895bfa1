import type { EnsembleSoFar } from '../../lib/jobs/ensembles.ts';
import { lawOf } from '../../lib/laws/index.ts';
import { asMeasure } from '../charts/asMeasure.ts';
import { logLimits } from '../charts/bands.ts';
import type { Figure, Frame, View } from '../charts/figure.ts';
import { generationFigure } from '../charts/generationFigure.ts';
import { findLaw, lawLine } from '../charts/lawLine.ts';
import type { LegendItem } from '../charts/legend.ts';
import { areaMark, lawPath, lineMark, linePath, originalLine } from '../charts/marks.ts';
import { bandAt, findBands } from '../charts/measured.ts';
import type { Measure } from '../charts/measures.ts';
import { colourOf, softColourOf } from '../charts/roles.ts';
import { checkedOf, ofOriginal } from '../charts/statistic.ts';
import { aliveIn, nameOf } from '../charts/wordCounts.ts';
import { count, percent, short } from '../charts/words.ts';
import type { Book } from './bookPage.ts';

/** The runs beside the one that is read, as far as they are there. */
const manyOf = ({ many }: Book): EnsembleSoFar | null => many?.ensembles[0] ?? null;

/** A measure of the run that is read, in generation t. */
const ofText = ({ text }: Book, { name }: Measure, t: number): number =>
  text.fitted[name]?.[t - 1] ?? NaN;

interface Line {
  readonly t: number;
  readonly value: number;
}

/** What a picture of one measure of a book shows. */
interface Shown {
  readonly measure: Measure;
  readonly original: number;
  /** From generation 0, the text itself. */
  readonly run: readonly Line[];
  readonly band: readonly { readonly t: number; readonly low: number; readonly high: number }[];
  readonly law: readonly Line[];
}

/** What has been worked out: words and pictures ask for it at every frame. */
const known = new WeakMap<Book, Map<string, Shown>>();

function shownOf(result: Book, name: string): Shown {
  const ofThis = known.get(result) ?? new Map<string, Shown>();
  known.set(result, ofThis);
  const shown = ofThis.get(name) ?? workOut(result, name);
  ofThis.set(name, shown);
  return shown;
}

function workOut(result: Book, name: string): Shown {
  const { text, view } = result;
  const measure = asMeasure(text.config, name);
  const many = manyOf(result);
  // Of a count what a copy of n words has on average: the text may be longer or shorter.
  const original =
    name === countName(result)
      ? text.config.n * (text.shares[0]?.[view.word] ?? 0)
      : ofOriginal(text, measure);
  const law = many ? lawLine(many, measure) : null;
  const first = { t: 0, value: original };
  return {
    measure,
    original,
    run: [
      first,
      ...Array.from({ length: text.reached }, (_, i) => ({
        t: i + 1,
        value: ofText(result, measure, i + 1),
      })),
    ],
    band: many
      ? many.bands.flatMap(({ t, survivors }, row) => {
          if (survivors === 0) return [];
          const [low, , high] = bandAt(many, measure, row);
          return [{ t, low, high }];
        })
      : [],
    law:
      many && law
        ? [first, ...many.config.at.map((t, row) => ({ t, value: law.values[row] ?? NaN }))]
        : [],
  };
}

function marksOf(view: View, f: Frame, { measure, original, run, band, law }: Shown) {
  const colour = colourOf(measure.role);
  // On a logarithmic axis 0 lies below everything.
  const y = (value: number) =>
    Math.min(f.bottom, Math.max(f.top, value > 0 ? f.y(value) : f.bottom));
  const points = (line: readonly Line[]) =>
    line
      .filter(({ value }) => Number.isFinite(value))
      .map(({ t, value }) => [f.x(t), y(value)] as const);
  return [
    areaMark(
      view,
      band.map(({ t, low }) => [f.x(t), y(low)] as const),
      band.map(({ t, high }) => [f.x(t), y(high)] as const),
      softColourOf(measure.role),
    ),
    originalLine(view, f, original),
    lineMark(view, linePath(points(run)), colour),
    ...(law.length > 0 ? [lawPath(view, linePath(points(law)))] : []),
  ];
}

const keyOf = ({ measure, band, law }: Shown, many: EnsembleSoFar | null): LegendItem[] => [
  { mark: 'line', colour: colourOf(measure.role), label: 'this run' },
  ...(many && band.length > 0
    ? [
        {
          mark: 'block',
          colour: softColourOf(measure.role),
          label: `nine in ten of ${count(many.made)} runs`,
          short: 'nine in ten runs',
        } as const,
      ]
    : []),
  ...(law.length > 0 ? [{ mark: 'dashed', colour: 'var(--law)', label: 'law' } as const] : []),
  { mark: 'ghost', colour: 'var(--original)', label: 'the text' },
];

/** What a table says of every generation. */
function tableOf({ measure, run, band, law }: Shown, what = measure.label.toLowerCase()) {
  return {
    columns: ['generation', what, '5 % of the runs', '95 % of the runs', 'law'],
    rows: run.map(({ t, value }) => {
      const its = band.find((one) => one.t === t);
      const known = law.find((one) => one.t === t)?.value;
      return [t, value, its?.low ?? '', its?.high ?? '', known ?? ''];
    }),
  };
}

function* prepareOf(result: Book, name: string) {
  const many = manyOf(result);
  if (!many) return;
  const measure = asMeasure(many.config, name);
  yield* findBands([many], measure);
  yield* findLaw(many, measure);
}

/** Words alive, or the entropy of the next word, over the generations. */
export const bookVariety: Figure<Book> = generationFigure<Book>({
  id: 'variety',
  title: ({ view }) =>
    view.show === 'types'
      ? 'Words alive, generation by generation'
      : 'Entropy of the next word, the last one known',
  name: ({ view }) => (view.show === 'types' ? 'Words alive' : 'Next word'),
  staticRows: 6,
  of: ({ text }) => text,
  prepare: (result) => prepareOf(result, result.view.show),
  plot(result, view) {
    const shown = shownOf(result, result.view.show);
    const isCount = result.view.show === 'types';
    const values = [...shown.run, ...shown.law].map(({ value }) => value);
    return {
      yLabel: isCount ? 'words alive, log scale' : 'bits',
      y: isCount
        ? logLimits([...values, ...shown.band.flatMap(({ low, high }) => [low, high])])
        : [0, 1.05 * Math.max(0.1, ...values.filter(Number.isFinite))],
      scale: isCount ? 'log' : 'linear',
      key: keyOf(shown, manyOf(result)),
      marks: (f) => marksOf(view, f, shown),
    };
  },
  reading: (result, frame) => {
    const { show } = result.view;
    if (show === 'types') return `${count(aliveIn(result.text, frame))} words`;
    const { run } = shownOf(result, show);
    return `${short(run[frame]?.value ?? NaN)} bits`;
  },
  takeaway(result, frame) {
    const { show } = result.view;
    const { original, run, law } = shownOf(result, show);
    const now = run[frame]?.value ?? NaN;
    if (show !== 'types')
      return `What comes next, the last word known, holds ${short(now)} bits of surprise; ${short(original)} in the text.`;
    const known = law.find(({ t }) => t === frame)?.value;
    const by =
      known === undefined || frame === 0
        ? ''
        : `; the law of single words says ${count(Math.round(known))}`;
    return `${count(now)} words are alive in generation ${count(frame)}${by}.`;
  },
  note: () =>
    'Dashed: the law for words that are drawn one by one; for pairs and triples it holds within a few per cent.',
  table: (result) => tableOf(shownOf(result, result.view.show)),
});

const countName = ({ view }: Book) => `count${view.word}`;
const quoted = ({ text, view }: Book) => `“${nameOf(text, view.word)}”`;

/** The chance that the word is gone by generation t, by law; NaN where none is known. */
function goneByLaw(result: Book, t: number): number {
  const many = manyOf(result);
  const known = many && lawOf(checkedOf(many.config), `alive${result.view.word}`)?.known.mean;
  return known && t > 0 ? 1 - known(t) : NaN;
}

/** The share of the runs in which it is. */
function goneInRuns(result: Book, t: number): number {
  const many = manyOf(result);
  const band = many?.bands.find((one) => one.t === t);
  const alive = band?.statistics[`alive${result.view.word}`]?.mean;
  return alive === undefined ? NaN : 1 - alive;
}

/** How often one word stands in each copy, in this run and in all others. */
export const bookWord: Figure<Book> = generationFigure<Book>({
  id: 'word',
  title: (result) => `How often ${quoted(result)} stands in each copy`,
  name: (result) => `One word: ${quoted(result)}`,
  staticRows: 6,
  of: ({ text }) => text,
  prepare: (result) => prepareOf(result, countName(result)),
  plot(result, view) {
    const shown = shownOf(result, countName(result));
    const highs = shown.band.map(({ high }) => high);
    return {
      yLabel: `times ${quoted(result)} occurs`,
      y: [
        0,
        1.1 * Math.max(2, shown.original, ...highs, ...shown.run.map(({ value }) => value || 0)),
      ],
      scale: 'linear',
      key: keyOf(shown, manyOf(result)),
      marks: (f) => marksOf(view, f, shown),
    };
  },
  reading: (result, frame) =>
    `${short(shownOf(result, countName(result)).run[frame]?.value ?? NaN)} times`,
  takeaway(result, frame) {
    const { run } = shownOf(result, countName(result));
    const now = run[frame]?.value ?? NaN;
    const stands = now > 0 ? `stands ${short(now)} times` : 'is gone';
    const [law, runs] = [goneByLaw(result, frame), goneInRuns(result, frame)];
    const chance = [
      ...(Number.isNaN(runs) ? [] : [`${percent(runs)} of the runs`]),
      ...(Number.isNaN(law) ? [] : [`by law ${percent(law)}`]),
    ].join(', ');
    return `In generation ${count(frame)} ${quoted(result)} ${stands}${chance ? `; gone by then: ${chance}` : ''}.`;
  },
  note: () => 'On average the number of times stays; in each run it is lost sooner or later.',
  table: (result) => tableOf(shownOf(result, countName(result)), `times ${quoted(result)} occurs`),
});
