import exp from '@stdlib/math-base-special-exp';
import { drain } from '../../lib/drain.ts';
import { entryAt } from '../../lib/entryAt.ts';
import type { EnsembleSoFar, EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import { regimes } from '../../lib/regimes/index.ts';
import { growingPath, type Replaced } from '../../lib/theory/growingLaw.ts';
import { replacingOf } from '../../lib/theory/replacingSizes.ts';
import type { Frame } from '../charts/figure.ts';
import { generationFigure } from '../charts/generationFigure.ts';
import { clampY, edgeLabels, fanBands, logLimits, NINE_TENTHS, trace } from '../charts/bands.ts';
import { captionOfEach } from '../charts/captions.ts';
import { bandOf, cellOf, drawable, drawnRows, only, simulated } from '../charts/ensemble.ts';
import type { LegendItem } from '../charts/legend.ts';
import { dotMarks, lawPath, originalLine } from '../charts/marks.ts';
import { originally } from '../charts/statistic.ts';
import { count, percent, plain, short } from '../charts/words.ts';

const KEY: readonly LegendItem[] = [
  { mark: 'block', colour: 'var(--spread-soft)', label: 'runs at your p' },
  { mark: 'dot', colour: 'var(--spread)', label: 'typical run, simulated' },
  { mark: 'dashed', colour: 'var(--law)', label: 'approximation' },
];

/** The chart ends at this share of the original; lines that go lower leave it. */
const FLOOR = 0.05;

export const powerOf = ({ config }: EnsembleSoFar) => config.regimeOptions?.power ?? 0;

/** The law from generation to generation, worked out once for each ensemble. */
const known = new WeakMap<EnsembleSoFar['config'], readonly Replaced[]>();

function* findLaw({ config }: EnsembleSoFar): Generator<undefined, readonly Replaced[]> {
  const found = known.get(config);
  if (found) return found;
  const replacing = replacingOf(config);
  if (!replacing) throw new Error(`no law of growing samples under ${config.regime}`);
  const law: Replaced[] = [];
  for (const step of growingPath(replacing)) {
    law.push(step);
    yield;
  }
  known.set(config, law);
  return law;
}

const lawOf = (ensemble: EnsembleSoFar) => drain(findLaw(ensemble));

/** The median of s by the log-normal approximation: log s is a sum of independent terms. */
export const medianByLaw = (ensemble: EnsembleSoFar, t: number) =>
  exp(entryAt(lawOf(ensemble), t - 1).meanOfLogSd);

/**
 * The typical run for samples that grow as powers of the generation's number; the first ensemble is
 * the reader's own.
 */
export const growthFigure = generationFigure<EnsemblesResult>({
  id: 'growth',
  title: () => 'Spread of the typical run when samples grow from generation to generation',
  name: () => 'Spread',
  staticRows: 9,
  *prepare({ ensembles }) {
    for (const ensemble of ensembles) yield* findLaw(ensemble);
  },
  of: only,
  plot(result, view) {
    const { ensembles } = result;
    const own = only(result);
    return {
      yLabel: 'standard deviation s, logarithmic scale',
      y: domainOf(result),
      scale: 'log',
      key: KEY,
      marginRight: 62,
      marks: (f) => [
        ...fanBands(view, f, own, view.still ? 3 : 1),
        originalLine(view, f, originally(own, 'spread')),
        dotMarks(
          view,
          ensembles.flatMap((ensemble) => dotsOf(f, ensemble, view.still)),
          'var(--spread)',
          4,
        ),
        lawPath(view, ensembles.map((ensemble) => lawLine(f, ensemble, view.still)).join('')),
      ],
      front: (f) =>
        edgeLabels(
          view,
          f,
          // Where two leave the chart below, the higher one comes first.
          ensembles.toReversed().map((ensemble) => ({
            at: clampY(f, medianByLaw(ensemble, own.config.generations)),
            text: ensemble === own ? 'your p' : `p = ${plain(powerOf(ensemble))}`,
          })),
        ),
    };
  },
  takeaway(result) {
    const others = result.ensembles.slice(1).map((ensemble) => {
      const left =
        medianByLaw(ensemble, ensemble.config.generations) / originally(ensemble, 'spread');
      return `${percent(left)} at p = ${plain(powerOf(ensemble))}`;
    });
    return `After ${count(only(result).config.generations)} generations the typical run has, by a close approximation, this much of its spread left: ${others.join(', ')}.`;
  },
  reading(result, frame) {
    const own = only(result);
    const band = bandOf(own, frame);
    const median = band.survivors > 0 ? short(simulated(own, band, 0.5)) : '–';
    return `typical run at p = ${plain(powerOf(own))}: ${median}`;
  },
  note(result) {
    // An estimator that is right for log s lets the typical run stand still at every p.
    const constant = result.ensembles.find((ensemble) => powerOf(ensemble) === 0) ?? only(result);
    const falls =
      medianByLaw(constant, constant.config.generations) <
      (1 - 1e-6) * originally(constant, 'spread');
    return `The approximation is log-normal, with exact mean and variance of log s, a little low for small n.${falls ? ' Up to p = 1 the spread still goes to nothing, ever more slowly.' : ''}`;
  },
  table({ ensembles }) {
    const name = (ensemble: EnsembleSoFar) => `p = ${plain(powerOf(ensemble))}`;
    return {
      columns: [
        'generation',
        ...ensembles.flatMap((ensemble, i) => [
          `median of s at ${i === 0 ? 'your ' : ''}${name(ensemble)}, simulated`,
          `the same by the approximation${i === 0 ? ' (yours)' : ` (${name(ensemble)})`}`,
        ]),
      ],
      rows: only({ ensembles }).config.at.map((t, row) => [
        t,
        ...ensembles.flatMap((ensemble) => [
          cellOf(simulated(ensemble, bandOf(ensemble, row), 0.5)),
          cellOf(medianByLaw(ensemble, t)),
        ]),
      ]),
    };
  },
});

const mediansOf = (ensemble: EnsembleSoFar) =>
  ensemble.bands.map((band) => simulated(ensemble, band, 0.5));

function domainOf(result: EnsemblesResult): [number, number] {
  const { ensembles } = result;
  const own = only(result);
  const original = originally(own, 'spread');
  const [low, high] = logLimits([
    original,
    ...own.bands.flatMap((band) => NINE_TENTHS.map((level) => simulated(own, band, level))),
    ...ensembles.flatMap(mediansOf),
    ...ensembles.map((ensemble) => medianByLaw(ensemble, ensemble.config.generations)),
  ]);
  return [Math.max(FLOOR * original, low), high];
}

const dotsOf = (f: Frame, ensemble: EnsembleSoFar, still?: boolean) =>
  drawnRows(ensemble, still ? 8 : 3)
    .map((row) => bandOf(ensemble, row))
    .map((band) => [f.x(band.t), simulated(ensemble, band, 0.5)] as const)
    .map(([x, s]) => [x, drawable(s) ? f.y(s) : NaN] as const)
    .filter(([, y]) => y >= f.top && y <= f.bottom);

const lawLine = (f: Frame, ensemble: EnsembleSoFar, still?: boolean) =>
  trace(f, ensemble, drawnRows(ensemble, still ? 4 : 1), (_, t) => {
    const s = medianByLaw(ensemble, t);
    const y = drawable(s) ? f.y(s) : NaN;
    return y <= f.bottom ? y : NaN;
  });

/** How many values the last generation needs, and what they buy. */
export function growthSentence(result: EnsemblesResult, frame: number): string {
  const own = only(result);
  const band = bandOf(own, frame);
  const { n, regimeOptions: options = {} } = own.config;
  const original = originally(own, 'spread');
  const [batch] = regimes.get(own.config.regime).batches({ t: band.t, n, options });
  const size = batch?.count ?? 0;
  if (band.survivors === 0) return `No run is left in generation ${count(band.t)}.`;
  const median = simulated(own, band, 0.5);
  return `At p = ${plain(powerOf(own))} generation ${count(band.t)} is fitted to ${size < 1e9 ? count(size) : short(size)} values, and the typical run has ${percent(median / original)} of the original spread left (by the approximation ${percent(medianByLaw(own, band.t) / original)}).`;
}

/** What was run for samples that grow. */
export function growthCaption({ ensembles }: EnsemblesResult): string {
  const before = [
    `Generation t is fitted to n tᵖ values, n = ${count(only({ ensembles }).config.n)}`,
  ];
  return captionOfEach(ensembles, 'for each p', { before });
}
