import { lastOf } from '../../lib/entryAt.ts';
import type { EnsembleSoFar, EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import { onLogScale } from '../../lib/special/logScale.ts';
import { optionOf, realCount, share } from '../../lib/regimes/options.ts';
import { restUnder } from '../../lib/theory/restUnder.ts';
import type { Figure } from '../charts/figure.ts';
import { logAxis, logAxisX, logMargin } from '../charts/axes.ts';
import { logLimits } from '../charts/bands.ts';
import { chart } from '../charts/chart.ts';
import { cellOf, madeOfEach, only } from '../charts/ensemble.ts';
import type { LegendItem } from '../charts/legend.ts';
import { dotMarks, lawPath, linePath, ringMark } from '../charts/marks.ts';
import {
  exactDeviationOfMean,
  exactRoot,
  simulatedDeviationOfMean,
  simulatedRoot,
} from '../charts/policy.ts';
import { originally } from '../charts/statistic.ts';
import { count, percent, short, soFar } from '../charts/words.ts';

const KEY: readonly LegendItem[] = [
  { mark: 'dot', colour: 'var(--spread)', label: 'spread s (root mean square)', short: 'spread s' },
  {
    mark: 'dot',
    colour: 'var(--mean)',
    label: 'standard deviation of the means',
    short: 'SD of the means',
  },
  { mark: 'dashed', colour: 'var(--law)', label: 'resting point, exact', short: 'exact' },
];

/** Points of a curve. */
const STEPS = 60;

/** How many of the n values are real in an ensemble. */
const realOf = ({ config: { n, regimeOptions } }: EnsembleSoFar) =>
  realCount(n, optionOf(regimeOptions, share));

/** Where the curve is drawn: whole numbers of real values, evenly on a logarithmic scale. */
function curve({ config }: EnsembleSoFar) {
  const { n, regime } = config;
  const counts = Array.from({ length: STEPS + 1 }, (_, i) =>
    Math.round(onLogScale(1, n, i / STEPS)),
  );
  return [...new Set(counts)].map((real) => ({
    share: real / n,
    ...restUnder(regime, { n, real }),
  }));
}

/** What the last generation has come to, as shares of the original's standard deviation. */
function reached(ensemble: EnsembleSoFar) {
  const band = lastOf(ensemble.bands);
  const original = originally(ensemble, 'spread');
  return {
    share: realOf(ensemble) / ensemble.config.n,
    spread: simulatedRoot(ensemble, band) / original,
    mean: simulatedDeviationOfMean(ensemble, band) / original,
  };
}

/** Below this share of the original there is nothing to see. */
const FLOOR = 1e-2;

/**
 * Where spread and mean come to rest, against the share of real values. The first ensemble is the
 * reader's own.
 */
export const resting: Figure<EnsemblesResult> = {
  id: 'resting',
  title: () => 'Resting point of spread and mean against the share of real values',
  name: () => 'Where it rests',
  redraws: false,
  draw(result, _frame, view) {
    const { ensembles } = result;
    const own = only(result);
    const { n } = own.config;
    const points = curve(own);
    const ends = ensembles.map(reached);
    const values = points
      .flatMap(({ varianceOfMean, meanOfVariance }) => [varianceOfMean, meanOfVariance])
      .map(Math.sqrt);
    const all = [...values, ...ends.flatMap(({ spread, mean }) => [spread, mean])].filter(
      (value) => value > FLOOR && value < Infinity,
    );
    const [low, high] = logLimits(all);
    const shares: [number, number] = [1 / n / 1.1, 1.1];
    return chart(view, {
      name: this.title(result),
      key: KEY,
      marginLeft: logMargin(low, high),
      yLabel: 'in SD of the original, logarithmic scale',
      x: { type: 'log', domain: shares },
      y: { type: 'log', domain: [low, high] },
      axes: (space) => [
        ...logAxisX(space, 'share of real values α, logarithmic scale'),
        ...logAxis(space),
      ],
      draw: (f) => {
        const at = (value: number) => (value >= low && value <= high ? f.y(value) : NaN);
        const line = (of: (point: (typeof points)[number]) => number) =>
          linePath(points.map((point) => [f.x(point.share), at(Math.sqrt(of(point)))]));
        const mine = reached(own);
        const marks = (of: 'spread' | 'mean', colour: string) => [
          dotMarks(
            view,
            ends.map((end) => [f.x(end.share), at(end[of])]),
            colour,
            8,
          ),
          Number.isNaN(at(mine[of])) ? null : ringMark(view, f.x(mine.share), at(mine[of]), colour),
        ];
        return [
          lawPath(
            view,
            line(({ meanOfVariance }) => meanOfVariance) +
              line(({ varianceOfMean }) => varianceOfMean),
          ),
          ...marks('spread', 'var(--spread)'),
          ...marks('mean', 'var(--mean)'),
        ];
      },
    });
  },
  takeaway(result) {
    const own = only(result);
    const { n, regime } = own.config;
    const real = realOf(own);
    const { varianceOfMean, meanOfVariance } = restUnder(regime, { n, real });
    const kept =
      meanOfVariance > 0
        ? `The model comes to rest with ${percent(Math.sqrt(meanOfVariance))} of the original spread, as a root mean square,`
        : 'One real value that stays the same carries no spread: the model ends as a point,';
    return `${kept} and its mean off by ${short(Math.sqrt(varianceOfMean))} standard deviations of the original: ${short(Math.sqrt(n * varianceOfMean))} times the error of one fit to ${count(n)} real values.`;
  },
  note({ ensembles }) {
    const { config } = only({ ensembles });
    const runs = soFar(madeOfEach(ensembles), config.replicates, 'run');
    return `Dots: ${runs} for each share after ${count(config.generations)} generations; the ringed ones are yours. Where very few values are real, dots tend to lie below the line: rest may not be reached yet, and rare wide runs carry the averages.`;
  },
  table({ ensembles }) {
    return {
      columns: [
        'real values of n',
        'share',
        'root of E s², simulated',
        'the same at rest, exact',
        'SD of the means, simulated',
        'the same at rest, exact',
        'root of E s² in the last generation, exact',
        'SD of the means in the last generation, exact',
      ],
      rows: [...ensembles]
        .sort((a, b) => realOf(a) - realOf(b))
        .map((ensemble) => {
          const { n, regime, generations } = ensemble.config;
          const real = realOf(ensemble);
          const rest = restUnder(regime, { n, real });
          const original = originally(ensemble, 'spread');
          const end = reached(ensemble);
          return [
            real,
            real / n,
            cellOf(end.spread * original),
            cellOf(Math.sqrt(rest.meanOfVariance) * original),
            cellOf(end.mean * original),
            cellOf(Math.sqrt(rest.varianceOfMean) * original),
            cellOf(exactRoot(ensemble, generations)),
            cellOf(exactDeviationOfMean(ensemble, generations)),
          ];
        }),
    };
  },
};
