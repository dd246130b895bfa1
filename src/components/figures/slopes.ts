import exp from '@stdlib/math-base-special-exp';
import type { EnsembleSoFar, EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import { optionOf, realCount, share } from '../../lib/regimes/options.ts';
import { rateOfFreshAccumulated } from '../../lib/theory/freshAccumulated.ts';
import { edgeLabels, inside, logLimits, trace } from '../charts/bands.ts';
import { captionOfEach } from '../charts/captions.ts';
import { bandOf, cellOf, drawnRows, generationAt, only } from '../charts/ensemble.ts';
import type { Frame } from '../charts/figure.ts';
import { generationFigure } from '../charts/generationFigure.ts';
import type { LegendItem } from '../charts/legend.ts';
import { dotMarks, lawPath } from '../charts/marks.ts';
import { findLaws } from '../charts/policy.ts';
import { count, plain, short } from '../charts/words.ts';
import { exactPrice, simulatedPrice } from './price.ts';

const KEY: readonly LegendItem[] = [
  { mark: 'dot', colour: 'var(--mean)', label: 'simulated' },
  { mark: 'dashed', colour: 'var(--law)', label: 'exact law' },
];

const shareOf = ({ config }: EnsembleSoFar) => optionOf(config.regimeOptions, share);

const nameOf = (ensemble: EnsembleSoFar) => `α = ${plain(shareOf(ensemble))}`;

/**
 * How many times as many generations it takes in the long run until the squared error has halved.
 */
export const timesToHalve = (real: number) => exp(Math.LN2 / rateOfFreshAccumulated(real));

/** Limits that hold both the law and the runs. */
const domainOf = ({ ensembles }: EnsemblesResult) =>
  logLimits(
    ensembles.flatMap((ensemble) =>
      ensemble.config.at.flatMap((t, row) => [
        exactPrice(ensemble, t),
        simulatedPrice(ensemble, row),
      ]),
    ),
  );

/**
 * The squared error of the mean as the store grows: lines whose slope is the rate. The first
 * ensemble is the reader's own.
 */
export const slopesFigure = generationFigure<EnsemblesResult>({
  id: 'slopes',
  title: () => 'Squared error of the fitted mean by share of real values, both axes logarithmic',
  name: () => 'Error',
  staticRows: 6,
  prepare: findLaws,
  of: only,
  plot: (result, view) => ({
    yLabel: 'variance of the mean, in units of σ² / n',
    y: domainOf(result),
    scale: 'log',
    logX: true,
    key: KEY,
    marginRight: 62,
    marks: (f) => [
      dotMarks(
        view,
        result.ensembles.flatMap((ensemble) => dotsOf(f, ensemble, view.still)),
        'var(--mean)',
        5,
      ),
      lawPath(
        view,
        result.ensembles
          .map((ensemble) =>
            trace(f, ensemble, drawnRows(ensemble, view.still ? 4 : 1), (_, t) =>
              inside(f, f.y(exactPrice(ensemble, t))),
            ),
          )
          .join(''),
      ),
    ],
    front: (f) =>
      edgeLabels(
        view,
        f,
        result.ensembles.toReversed().map((ensemble, i, { length }) => ({
          at: f.y(exactPrice(ensemble, ensemble.config.generations)),
          text: i === length - 1 ? 'your α' : nameOf(ensemble),
        })),
      ),
  }),
  takeaway({ ensembles }) {
    const { generations } = only({ ensembles }).config;
    const parts = ensembles
      .slice(1)
      .map((ensemble) => `${short(exactPrice(ensemble, generations))} at ${nameOf(ensemble)}`);
    return `After ${count(generations)} generations the squared error of the mean is, in honest fits, by the exact law: ${parts.join(', ')}.`;
  },
  reading: (result, frame) =>
    `${nameOf(only(result))}: ${short(simulatedPrice(only(result), frame))}`,
  note: () =>
    'On these axes a fall like a power of t is a straight line, the steeper the higher the power.',
  table: ({ ensembles }) => ({
    columns: [
      'generation',
      ...ensembles.flatMap((ensemble, i) => [
        `${i === 0 ? 'your ' : ''}${nameOf(ensemble)}, simulated`,
        `${i === 0 ? 'your ' : ''}${nameOf(ensemble)}, exact`,
      ]),
    ],
    rows: only({ ensembles }).config.at.map((t, row) => [
      t,
      ...ensembles.flatMap((ensemble) => [
        cellOf(simulatedPrice(ensemble, row)),
        cellOf(exactPrice(ensemble, t)),
      ]),
    ]),
  }),
});

const dotsOf = (f: Frame, ensemble: EnsembleSoFar, still?: boolean) =>
  drawnRows(ensemble, still ? 4 : 2).map(
    (row) => [f.x(generationAt(ensemble, row)), f.y(simulatedPrice(ensemble, row))] as const,
  );

/** The error at the reader's share, and how long it takes to halve. */
export function slopesSentence(result: EnsemblesResult, frame: number): string {
  const own = only(result);
  const { t, survivors } = bandOf(own, frame);
  if (survivors === 0) return `No run is left in generation ${count(t)}.`;
  const { n } = own.config;
  const real = realCount(n, shareOf(own));
  // Three digits, and no more than it has.
  const times = plain(Number(timesToHalve(real / n).toPrecision(3)));
  return `Generation ${count(t)}, ${count(real)} of ${count(n)} new values real: the squared error of the mean is ${short(simulatedPrice(own, frame))} honest fits as simulated, ${short(exactPrice(own, t))} by the exact law. In the long run it takes ${2 * real === n ? 'a little over ' : ''}${times} times as many generations to halve it.`;
}

/** What was run for the slopes. */
export function slopesCaption({ ensembles }: EnsemblesResult): string {
  const before = [
    `n values come new in each generation, n = ${count(only({ ensembles }).config.n)}`,
  ];
  return captionOfEach(ensembles, 'for each share', { before });
}
