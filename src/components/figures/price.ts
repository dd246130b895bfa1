import type { EnsembleSoFar, EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import { regimes } from '../../lib/regimes/index.ts';
import { KEEP_ALL_LIMIT } from '../../lib/theory/keepAllLimit.ts';
import { FIXED_BUDGET_LIMIT } from '../../lib/theory/fixedBudgetLimit.ts';
import type { Frame } from '../charts/figure.ts';
import { generationFigure } from '../charts/generationFigure.ts';
import { edgeLabels, trace } from '../charts/bands.ts';
import { captionOfEach } from '../charts/captions.ts';
import { bandOf, cellOf, drawnRows, generationAt, only } from '../charts/ensemble.ts';
import type { LegendItem } from '../charts/legend.ts';
import { dotMarks, lawPath, originalLine } from '../charts/marks.ts';
import { exactDeviationOfMean, policyName, simulatedDeviationOfMean } from '../charts/policy.ts';
import { originally } from '../charts/statistic.ts';
import { count, plain, short } from '../charts/words.ts';

const KEY: readonly LegendItem[] = [
  { mark: 'dot', colour: 'var(--mean)', label: 'simulated' },
  { mark: 'dashed', colour: 'var(--law)', label: 'exact law' },
  { mark: 'ghost', colour: 'var(--original)', label: 'limits for large n' },
];

/** The chart ends here: one who throws away everything is out of it after as many generations. */
const CEILING = 6.5;

/** What the picture is told of the policies, by their ids. */
interface Policies {
  /** The one that keeps all data. */
  readonly keepsAll: string;
  /** Names at the edge of the picture, where the usual ones are too long. */
  readonly names: Readonly<Record<string, string>>;
}

/**
 * Variance of the fitted mean in units of that of one honest fit, the original variance over n.
 */
function inFits(ensemble: EnsembleSoFar, deviation: number) {
  const original = originally(ensemble, 'spread');
  return (ensemble.config.n * deviation * deviation) / (original * original);
}

export const simulatedPrice = (ensemble: EnsembleSoFar, row: number) =>
  inFits(ensemble, simulatedDeviationOfMean(ensemble, bandOf(ensemble, row)));

export const exactPrice = (ensemble: EnsembleSoFar, t: number) =>
  inFits(ensemble, exactDeviationOfMean(ensemble, t));

/** The error of the mean under several policies, counted in errors of one honest fit. */
export const priceFigure = ({ keepsAll, names }: Policies) =>
  generationFigure<EnsemblesResult>({
    id: 'price',
    title: () =>
      'Squared error of the fitted mean under four policies, in units of one fit to real data',
    name: () => 'Error',
    staticRows: 9,
    of: only,
    plot: ({ ensembles }, view) => ({
      yLabel: 'variance of the mean, in units of σ² / n',
      y: [0, CEILING],
      scale: 'linear',
      key: KEY,
      marginRight: 76,
      marks: (f) => [
        ...[1, KEEP_ALL_LIMIT, FIXED_BUDGET_LIMIT].map((level) => originalLine(view, f, level)),
        dotMarks(
          view,
          ensembles.flatMap((ensemble) => dotsOf(f, ensemble, view.still)),
          'var(--mean)',
          5,
        ),
        lawPath(view, ensembles.map((ensemble) => lawLine(f, ensemble, view.still)).join('')),
      ],
      front: (f) =>
        edgeLabels(view, f, [
          { at: f.y(1), text: '1: one fit' },
          { at: f.y(KEEP_ALL_LIMIT), text: 'π²/6' },
          { at: f.y(FIXED_BUDGET_LIMIT), text: 'π²/2 − 2' },
          ...ensembles.flatMap((ensemble) => endLabel(f, ensemble, names)),
        ]),
    }),
    takeaway(result) {
      const kept =
        result.ensembles.find(({ config }) => config.regime === keepsAll) ?? only(result);
      const { generations } = kept.config;
      const worst = Math.max(...result.ensembles.map(largestError).filter((size) => size >= 0));
      return `Under accumulate the squared error of the mean is, after ${count(generations)} generations, ${short(exactPrice(kept, generations))} times that of one fit to real data; for large n it goes up to π²/6 ≈ ${KEEP_ALL_LIMIT.toFixed(3)} and no further. Simulation and law differ by at most ${worst.toFixed(1)} standard errors in the last generation.`;
    },
    reading: ({ ensembles }, frame) =>
      ensembles
        .map((ensemble) => {
          const found = simulatedPrice(ensemble, frame);
          const { short: word } = regimes.get(ensemble.config.regime);
          return `${word.toLowerCase()} ${Number.isFinite(found) ? short(found) : '–'}`;
        })
        .join(', '),
    note: () => `A dot that leaves the picture is higher than ${plain(CEILING)}.`,
    table({ ensembles }) {
      return {
        columns: [
          'generation',
          ...ensembles.flatMap((ensemble) => [
            `${policyName(ensemble)}, simulated`,
            `${policyName(ensemble)}, exact`,
          ]),
        ],
        rows: only({ ensembles }).config.at.map((t, row) => [
          t,
          ...ensembles.flatMap((ensemble) => [
            cellOf(simulatedPrice(ensemble, row)),
            cellOf(exactPrice(ensemble, t)),
          ]),
        ]),
      };
    },
  });

const dotsOf = (f: Frame, ensemble: EnsembleSoFar, still?: boolean) =>
  drawnRows(ensemble, still ? 6 : 2)
    .map((row) => [f.x(generationAt(ensemble, row)), simulatedPrice(ensemble, row)] as const)
    .filter(([, value]) => value <= CEILING)
    .map(([x, value]) => [x, f.y(value)] as const);

const lawLine = (f: Frame, ensemble: EnsembleSoFar, still?: boolean) =>
  trace(f, ensemble, drawnRows(ensemble, still ? 4 : 1), (_, t) => {
    const value = exactPrice(ensemble, t);
    return value <= CEILING ? f.y(value) : NaN;
  });

/** The policy's short name where its law leaves the chart at the right. */
function endLabel(f: Frame, ensemble: EnsembleSoFar, names: Policies['names']) {
  const { config } = ensemble;
  const value = exactPrice(ensemble, config.generations);
  const text = names[config.regime] ?? regimes.get(config.regime).label.toLowerCase();
  return value <= CEILING ? [{ at: f.y(value), text, className: 'edge-label edge-name' }] : [];
}

/**
 * Distance of the simulated variance from the exact one in the last generation, in standard errors:
 * for normal means sqrt(2 / runs) of it; more where a few wide runs carry it, so that this is on
 * the strict side.
 */
function largestError(ensemble: EnsembleSoFar): number {
  const row = ensemble.config.at.length - 1;
  const exact = exactPrice(ensemble, generationAt(ensemble, row));
  return Math.abs(simulatedPrice(ensemble, row) / exact - 1) / Math.sqrt(2 / ensemble.made);
}

/** What each policy costs at this generation. */
export function priceSentence(result: EnsemblesResult, frame: number): string {
  const parts = result.ensembles.map((ensemble) => {
    const left = bandOf(ensemble, frame).survivors > 0;
    const paid = left ? short(simulatedPrice(ensemble, frame)) : '(no run is left)';
    return `${regimes.get(ensemble.config.regime).label.toLowerCase()} ${paid}`;
  });
  return `Generation ${count(generationAt(only(result), frame))}, squared error of the fitted mean in honest fits, as simulated: ${parts.join('; ')}.`;
}

/** What was run for the price. */
export function priceCaption(result: EnsemblesResult): string {
  const { ensembles } = result;
  const withOptions = ensembles.filter(
    ({ config }) => regimes.get(config.regime).options.length > 0,
  );
  return captionOfEach(ensembles, 'of each policy', {
    before: [`n = ${count(only(result).config.n)}`],
    after: withOptions.map((ensemble) => policyName(ensemble).toLowerCase()),
  });
}
