import { valuesAt } from '../../lib/ensemble/pick.ts';
import type { EnsembleSoFar, EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import { largestDiscrepancy } from '../../lib/theory/discrepancy.ts';
import { cdfOfFinalMean, densityOfFinalMean } from '../../lib/theory/finalMean.ts';
import { varianceOfMean } from '../../lib/theory/sdMoments.ts';
import type { Figure } from '../charts/figure.ts';
import { valueAxisX } from '../charts/axes.ts';
import { chart } from '../charts/chart.ts';
import { lawAt, LEVELS, only } from '../charts/ensemble.ts';
import type { LegendItem } from '../charts/legend.ts';
import { barMarks, groundLine, lawPath, linePath, originalUpright } from '../charts/marks.ts';
import { count, percent, short } from '../charts/words.ts';

/** The chart shows so many original standard deviations on either side; few means lie beyond. */
const REACH = 6;
const BINS = 60;

const KEY: readonly LegendItem[] = [
  { mark: 'block', colour: 'var(--mean-soft)', label: 'means of the runs', short: 'runs' },
  {
    mark: 'dashed',
    colour: 'var(--law)',
    label: 'in the long run: t, 2 degrees of freedom',
    short: 'in the long run',
  },
  { mark: 'ghost', colour: 'var(--original)', label: 'original mean', short: 'original' },
];

const meansAt = ({ slices, config }: EnsembleSoFar, frame: number) =>
  valuesAt(slices, config.at[frame]!, 'mu').filter((m) => m - m === 0);

/** Counts of the means in equal bins over the chart's range, and how many lie outside. */
function countsAt(ensemble: EnsembleSoFar, frame: number) {
  const { mu, sigma } = ensemble.config.truth as { mu: number; sigma: number };
  const means = meansAt(ensemble, frame);
  const low = mu - REACH * sigma;
  const width = (2 * REACH * sigma) / BINS;
  const counts = new Array<number>(BINS).fill(0);
  let outside = 0;
  for (const m of means) {
    const bin = Math.floor((m - low) / width);
    if (bin >= 0 && bin < BINS) counts[bin]!++;
    else outside++;
  }
  return { counts, outside, all: means.length, low, width };
}

const truthOf = (ensemble: EnsembleSoFar) =>
  ensemble.config.truth as { readonly mu: number; readonly sigma: number };

/**
 * Whether the limit law is that of this estimator's means: elsewhere it is neither drawn nor in the
 * table.
 */
function limitHolds({ config }: EnsembleSoFar): boolean {
  return config.estimator === 'unbiased-variance';
}

/** The means of all runs in one generation, and the law that they tend to. */
export const finalMeans: Figure<EnsemblesResult> = {
  id: 'final-means',
  title: () => 'The means of all runs in this generation',
  name: () => 'The means',
  redraws: true,
  staticRows: 13,
  draw(result, frame, view) {
    const ensemble = only(result);
    const { mu, sigma } = truthOf(ensemble);
    const { counts, all, low, width } = countsAt(ensemble, frame);
    const densities = counts.map((some) => some / Math.max(1, all) / width);
    const peak = densityOfFinalMean({ mu, sigma, x: mu });
    const top = Math.max(peak * 1.5, Math.min(4 * peak, ...[Math.max(...densities)]));
    return chart(view, {
      name: `${this.title(result)} (generation ${count(ensemble.config.at[frame]!)})`,
      // As high with the law as without.
      room: KEY,
      key: limitHolds(ensemble) ? KEY : [KEY[0]!, KEY[2]!],
      marginLeft: 14,
      yLabel: 'share of the runs',
      x: { domain: [mu - REACH * sigma, mu + REACH * sigma] },
      y: { domain: [0, top] },
      axes: (space) => valueAxisX(space, 'fitted mean m'),
      draw: (f) => [
        barMarks(
          view,
          f.y(0),
          densities
            .map((density, i) => [low + i * width, Math.min(density, top)] as const)
            .filter(([, density]) => density > 0)
            .map(([x, density]) => [f.x(x), f.x(x + width) - 1, f.y(density)]),
          'var(--mean)',
          0.32,
        ),
        groundLine(view, f),
        originalUpright(view, f, mu),
        limitHolds(ensemble)
          ? lawPath(
              view,
              linePath(
                Array.from({ length: 121 }, (_, i) => {
                  const x = mu + sigma * REACH * (i / 60 - 1);
                  return [f.x(x), f.y(densityOfFinalMean({ mu, sigma, x }))] as const;
                }),
              ),
            )
          : null,
      ],
    });
  },
  takeaway(result, frame) {
    const ensemble = only(result);
    const { mu, sigma } = truthOf(ensemble);
    const { outside, all } = countsAt(ensemble, frame);
    const beyond = `${count(outside)} of ${count(all)} runs lie beyond the chart, more than ${REACH} original standard deviations away`;
    if (!limitHolds(ensemble))
      return `${beyond}. The law of the long run is known for the unbiased variance; with this estimator the means come to rest elsewhere, or not at all.`;
    if (frame < ensemble.config.at.length - 1 || all === 0) return `${beyond}.`;
    const law = (x: number) => cdfOfFinalMean({ mu, sigma, x });
    const found = largestDiscrepancy({
      values: meansAt(ensemble, frame),
      cdf: law,
      levels: LEVELS,
    });
    const expected = 2 * law(mu - REACH * sigma);
    return `${beyond}; for large n and in the long run, ${percent(expected)} of all runs do. Simulation and dashed curve differ by at most ${Math.abs(found.standardErrors).toFixed(1)} standard errors at five percentiles.`;
  },
  table(result, frame) {
    const ensemble = only(result);
    const { mu, sigma } = truthOf(ensemble);
    const { counts, all, low, width } = countsAt(ensemble, frame);
    const isLawful = limitHolds(ensemble);
    const law = (x: number) => cdfOfFinalMean({ mu, sigma, x });
    return {
      columns: [
        'mean from',
        'mean to',
        'share of the runs',
        ...(isLawful ? ['share by the limit law'] : []),
      ],
      rows: counts.map((some, i) => {
        const from = low + i * width;
        const to = low + (i + 1) * width;
        const share = some / Math.max(1, all);
        return [from, to, share, ...(isLawful ? [law(to) - law(from)] : [])];
      }),
    };
  },
};

/** Where the means are, in words. */
export function finalMeanSentence(result: EnsemblesResult, frame: number): string {
  const ensemble = only(result);
  const { sigma } = truthOf(ensemble);
  const t = ensemble.config.at[frame]!;
  const quantiles = ensemble.bands[frame]!.statistics.mu!.quantiles;
  if (ensemble.bands[frame]!.survivors === 0) return `No run has reached generation ${count(t)}.`;
  const formula = Math.sqrt(varianceOfMean(lawAt(ensemble, t)));
  const grown =
    formula < 1e6 * sigma
      ? `By the formula their standard deviation is ${short(formula)}`
      : 'By the formula their standard deviation is beyond all measure';
  return (
    `In generation ${count(t)} half of the means lie between ${short(quantiles['0.25']!)} and ${short(quantiles['0.75']!)}. ` +
    `${grown}, carried more and more by a few runs that have gone far.`
  );
}
