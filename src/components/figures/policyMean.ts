import { pathOf } from '../../lib/ensemble/pick.ts';
import type { EnsembleSoFar, EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import type { Frame, Table, View } from '../charts/figure.ts';
import { generationFigure } from '../charts/generationFigure.ts';
import { firstRun, held, inside, quantileBands, trace, type Track } from '../charts/bands.ts';
import { cellOf, drawnRows, LEVELS, only } from '../charts/ensemble.ts';
import type { LegendItem } from '../charts/legend.ts';
import { lawPath, originalLine } from '../charts/marks.ts';
import {
  exactDeviationOfMean,
  findLaws,
  momentsOf,
  policyName,
  simulatedDeviationOfMean,
} from '../charts/policy.ts';
import { count, NO_RUN, short } from '../charts/words.ts';

const KEY: readonly LegendItem[] = [
  { mark: 'block', colour: 'var(--mean-soft)', label: 'runs' },
  { mark: 'line', colour: 'var(--mean)', label: 'run 1' },
  {
    mark: 'dashed',
    colour: 'var(--law)',
    label: '± one exact SD of the means',
    short: '± one exact SD',
  },
];

/** Means further off than this, in standard deviations of the original, leave the picture. */
const REACH = 12;

const quantile = ({ bands }: EnsembleSoFar, row: number, level: number) =>
  bands[row]!.statistics.mu!.quantiles[String(level)]!;

function domainOf(ensemble: EnsembleSoFar): [number, number] {
  const { config, bands } = ensemble;
  const { mu, sigma } = config.truth as { mu: number; sigma: number };
  let reach = sigma / 10;
  const include = (value: number) => {
    if (value - value === 0) reach = Math.max(reach, Math.abs(value - mu));
  };
  bands.forEach(({ t, survivors }, row) => {
    if (survivors === 0) return;
    include(quantile(ensemble, row, 0.05));
    include(quantile(ensemble, row, 0.95));
    include(mu + exactDeviationOfMean(ensemble, t));
  });
  pathOf(ensemble.slices, 0, 'mu')?.forEach(include);
  const end = Math.min(1.05 * reach, REACH * sigma);
  return [mu - end, mu + end];
}

/** Where the fitted means of the runs go under one policy, with the exact standard deviation. */
export const policyMean = generationFigure<EnsemblesResult>({
  id: 'policy-mean',
  title: (result) => `Mean of the runs: ${policyName(only(result))}`,
  name: () => 'Mean',
  staticRows: 6,
  prepare: findLaws,
  of: only,
  plot(result, view) {
    const ensemble = only(result);
    return {
      yLabel: 'fitted mean m',
      y: domainOf(ensemble),
      scale: 'linear',
      key: momentsOf(ensemble) ? KEY : KEY.slice(0, 2),
      gap: 22,
      marks(f) {
        const track: Track = { name: 'mu', colour: 'mean', y: (m) => held(f, f.y(m)) };
        return [
          ...quantileBands(view, f, ensemble, track, view.still ? 4 : 1),
          originalLine(view, f, ensemble.config.truth.mu!),
          lawPath(view, [-1, 1].map((sign) => deviationLine(view, f, ensemble, sign)).join('')),
          firstRun(view, f, ensemble, track),
        ];
      },
    };
  },
  takeaway(result, frame) {
    const ensemble = only(result);
    const band = ensemble.bands[frame]!;
    if (band.survivors === 0) return `No run is left in generation ${count(band.t)}.`;
    const { sigma } = ensemble.config.truth;
    const simulated = simulatedDeviationOfMean(ensemble, band);
    const exact = exactDeviationOfMean(ensemble, band.t);
    const law = Number.isNaN(exact) ? '' : `; the exact value is ${short(exact)}`;
    return `In generation ${count(band.t)} the means of the runs have a standard deviation of ${short(simulated)} about the original mean, ${short(simulated / sigma!)} times the original’s${law}.`;
  },
  reading(result, frame) {
    const band = only(result).bands[frame]!;
    if (band.survivors === 0) return NO_RUN;
    const spread = simulatedDeviationOfMean(only(result), band);
    return `standard deviation of the means ${short(spread)}`;
  },
  table: (result) => meanTable(only(result)),
});

function deviationLine(view: View, f: Frame, ensemble: EnsembleSoFar, sign: number): string {
  const mu = ensemble.config.truth.mu!;
  return trace(f, ensemble, drawnRows(ensemble, view.still ? 6 : 1), (_, t) =>
    inside(f, f.y(mu + sign * exactDeviationOfMean(ensemble, t))),
  );
}

function meanTable(ensemble: EnsembleSoFar): Table {
  return {
    columns: [
      'generation',
      'runs left',
      ...LEVELS.map((level) => `${Math.round(100 * level)} % of m`),
      'standard deviation of m, simulated',
      'standard deviation of m, exact',
    ],
    rows: ensemble.bands.map((band, row) => [
      band.t,
      band.survivors,
      ...LEVELS.map((level) => cellOf(quantile(ensemble, row, level))),
      cellOf(simulatedDeviationOfMean(ensemble, band)),
      cellOf(exactDeviationOfMean(ensemble, band.t)),
    ]),
  };
}

/** What the policy has made of the typical run and of the means, in words. */
export function policySentence(result: EnsemblesResult, frame: number): string {
  const ensemble = only(result);
  const band = ensemble.bands[frame]!;
  if (band.survivors === 0) return `No run is left in generation ${count(band.t)}: all have ended.`;
  const { mu, sigma } = ensemble.config.truth as { mu: number; sigma: number };
  const s = band.statistics.sigma!.quantiles['0.5']!;
  return `Generation ${count(band.t)}: the typical standard deviation is ${short(s)}, from an original ${short(sigma)}; half of the means lie between ${short(band.statistics.mu!.quantiles['0.25']!)} and ${short(band.statistics.mu!.quantiles['0.75']!)}, from an original ${short(mu)}.`;
}
