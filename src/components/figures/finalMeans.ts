import { entryAt } from '../../lib/entryAt.ts';
import type { EnsembleSoFar, EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import { largestDiscrepancy } from '../../lib/theory/discrepancy.ts';
import { cdfOfFinalMean, densityOfFinalMean, finalMeanOf } from '../../lib/theory/finalMean.ts';
import { varianceOfMean } from '../../lib/theory/sdMoments.ts';
import type { Centre } from '../../lib/types.ts';
import type { Figure } from '../charts/figure.ts';
import { valueAxisX } from '../charts/axes.ts';
import { chart } from '../charts/chart.ts';
import {
  bandOf,
  generationAt,
  lawAt,
  LEVELS,
  only,
  simulated,
  valuesInRow,
} from '../charts/ensemble.ts';
import type { LegendItem } from '../charts/legend.ts';
import { barMarks, groundLine, lawPath, linePath, originalUpright } from '../charts/marks.ts';
import { originally } from '../charts/statistic.ts';
import { count, percent, short } from '../charts/words.ts';

/** The chart shows so many original standard deviations on either side; few means lie beyond. */
const REACH = 6;
const BINS = 60;

const RUNS: LegendItem = {
  mark: 'block',
  colour: 'var(--mean-soft)',
  label: 'means of the runs',
  short: 'runs',
};
const LIMIT: LegendItem = {
  mark: 'dashed',
  colour: 'var(--law)',
  label: 'in the long run: t, 2 degrees of freedom',
  short: 'in the long run',
};
const ORIGINAL: LegendItem = {
  mark: 'ghost',
  colour: 'var(--original)',
  label: 'original mean',
  short: 'original',
};

const meansAt = (ensemble: EnsembleSoFar, frame: number) =>
  valuesInRow(ensemble, frame, 'mean').filter((m) => m - m === 0);

/** Mean and standard deviation of the original. */
const originalOf = (ensemble: EnsembleSoFar): Centre => ({
  mean: originally(ensemble, 'mean'),
  sd: originally(ensemble, 'spread'),
});

/**
 * The limit law; it need not be that of this estimator's means: then it is neither drawn nor in the
 * table.
 */
function limitOf({ config }: EnsembleSoFar) {
  const { original, holds } = finalMeanOf(config);
  return {
    holds,
    density: (x: number) => densityOfFinalMean({ ...original, x }),
    cdf: (x: number) => cdfOfFinalMean({ ...original, x }),
  };
}

/** Counts of the means in equal bins over the chart's range, and how many lie outside. */
function countsAt(ensemble: EnsembleSoFar, frame: number) {
  const { mean, sd } = originalOf(ensemble);
  const means = meansAt(ensemble, frame);
  const low = mean - REACH * sd;
  const width = (2 * REACH * sd) / BINS;
  const counts = new Array<number>(BINS).fill(0);
  let outside = 0;
  for (const m of means) {
    const bin = Math.floor((m - low) / width);
    if (bin >= 0 && bin < BINS) counts[bin] = entryAt(counts, bin) + 1;
    else outside++;
  }
  return { counts, outside, all: means.length, low, width };
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
    const { mean, sd } = originalOf(ensemble);
    const limit = limitOf(ensemble);
    const { counts, all, low, width } = countsAt(ensemble, frame);
    const densities = counts.map((some) => some / Math.max(1, all) / width);
    const peak = limit.density(mean);
    const top = Math.max(peak * 1.5, Math.min(4 * peak, ...[Math.max(...densities)]));
    return chart(view, {
      name: `${this.title(result)} (generation ${count(generationAt(ensemble, frame))})`,
      // As high with the law as without.
      room: [RUNS, LIMIT, ORIGINAL],
      key: limit.holds ? [RUNS, LIMIT, ORIGINAL] : [RUNS, ORIGINAL],
      marginLeft: 14,
      yLabel: 'share of the runs',
      x: { domain: [mean - REACH * sd, mean + REACH * sd] },
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
        originalUpright(view, f, mean),
        limit.holds
          ? lawPath(
              view,
              linePath(
                Array.from({ length: 121 }, (_, i) => {
                  const x = mean + sd * REACH * (i / 60 - 1);
                  return [f.x(x), f.y(limit.density(x))] as const;
                }),
              ),
            )
          : null,
      ],
    });
  },
  takeaway(result, frame) {
    const ensemble = only(result);
    const { mean, sd } = originalOf(ensemble);
    const { holds, cdf } = limitOf(ensemble);
    const { outside, all } = countsAt(ensemble, frame);
    const beyond = `${count(outside)} of ${count(all)} runs lie beyond the chart, more than ${REACH} original standard deviations away`;
    if (!holds)
      return `${beyond}. The law of the long run is known for the unbiased variance; with this estimator the means come to rest elsewhere, or not at all.`;
    if (frame < ensemble.config.at.length - 1 || all === 0) return `${beyond}.`;
    const found = largestDiscrepancy({ values: meansAt(ensemble, frame), cdf, levels: LEVELS });
    const expected = 2 * cdf(mean - REACH * sd);
    return `${beyond}; for large n and in the long run, ${percent(expected)} of all runs do. Simulation and dashed curve differ by at most ${Math.abs(found.standardErrors).toFixed(1)} standard errors at five percentiles.`;
  },
  table(result, frame) {
    const ensemble = only(result);
    const { counts, all, low, width } = countsAt(ensemble, frame);
    const { holds, cdf } = limitOf(ensemble);
    return {
      columns: [
        'mean from',
        'mean to',
        'share of the runs',
        ...(holds ? ['share by the limit law'] : []),
      ],
      rows: counts.map((some, i) => {
        const from = low + i * width;
        const to = low + (i + 1) * width;
        const share = some / Math.max(1, all);
        return [from, to, share, ...(holds ? [cdf(to) - cdf(from)] : [])];
      }),
    };
  },
};

/** Where the means are, in words. */
export function finalMeanSentence(result: EnsemblesResult, frame: number): string {
  const ensemble = only(result);
  const band = bandOf(ensemble, frame);
  const { t, survivors } = band;
  if (survivors === 0) return `No run has reached generation ${count(t)}.`;
  const [low, high] = [0.25, 0.75].map((level) => short(simulated(ensemble, band, level, 'mean')));
  const formula = Math.sqrt(varianceOfMean(lawAt(ensemble, t)));
  const grown =
    formula < 1e6 * originally(ensemble, 'spread')
      ? `By the formula their standard deviation is ${short(formula)}`
      : 'By the formula their standard deviation is beyond all measure';
  return (
    `In generation ${count(t)} half of the means lie between ${low} and ${high}. ` +
    `${grown}, carried more and more by a few runs that have gone far.`
  );
}
