import { pathOf } from '../../lib/ensemble/pick.ts';
import type { EnsembleSoFar, EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import type { Role } from '../../lib/types.ts';
import type { Frame, Table, View } from '../charts/figure.ts';
import { generationFigure } from '../charts/generationFigure.ts';
import {
  firstRun,
  held,
  inside,
  NINE_TENTHS,
  quantileBands,
  trace,
  trackOf,
} from '../charts/bands.ts';
import { bandOf, cellOf, drawnRows, LEVELS, only, simulated } from '../charts/ensemble.ts';
import type { LegendItem } from '../charts/legend.ts';
import { lawPath, originalLine } from '../charts/marks.ts';
import {
  exactDeviationOfMean,
  findLaws,
  momentsOf,
  policyName,
  simulatedDeviationOfMean,
} from '../charts/policy.ts';
import { originally, statisticFor } from '../charts/statistic.ts';
import { count, NO_RUN, short } from '../charts/words.ts';

const RUNS: readonly LegendItem[] = [
  { mark: 'block', colour: 'var(--mean-soft)', label: 'runs' },
  { mark: 'line', colour: 'var(--mean)', label: 'run 1' },
];
const LAW: LegendItem = {
  mark: 'dashed',
  colour: 'var(--law)',
  label: '± one exact SD of the means',
  short: '± one exact SD',
};

/** Means further off than this, in standard deviations of the original, leave the picture. */
const REACH = 12;

function domainOf(ensemble: EnsembleSoFar): [number, number] {
  const centre = originally(ensemble, 'mean');
  const spread = originally(ensemble, 'spread');
  let reach = spread / 10;
  const include = (value: number) => {
    if (value - value === 0) reach = Math.max(reach, Math.abs(value - centre));
  };
  for (const band of ensemble.bands) {
    if (band.survivors === 0) continue;
    for (const level of NINE_TENTHS) include(simulated(ensemble, band, level, 'mean'));
    include(centre + exactDeviationOfMean(ensemble, band.t));
  }
  pathOf(ensemble.slices, 0, statisticFor(ensemble, 'mean').name)?.forEach(include);
  const end = Math.min(1.05 * reach, REACH * spread);
  return [centre - end, centre + end];
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
      key: momentsOf(ensemble) ? [...RUNS, LAW] : RUNS,
      gap: 22,
      marks(f) {
        const track = trackOf(ensemble, 'mean', (m) => held(f, f.y(m)));
        return [
          ...quantileBands(view, f, ensemble, track, view.still ? 4 : 1),
          originalLine(view, f, originally(ensemble, 'mean')),
          lawPath(view, [-1, 1].map((sign) => deviationLine(view, f, ensemble, sign)).join('')),
          firstRun(view, f, ensemble, track),
        ];
      },
    };
  },
  takeaway(result, frame) {
    const ensemble = only(result);
    const band = bandOf(ensemble, frame);
    if (band.survivors === 0) return `No run is left in generation ${count(band.t)}.`;
    const found = simulatedDeviationOfMean(ensemble, band);
    const exact = exactDeviationOfMean(ensemble, band.t);
    const law = Number.isNaN(exact) ? '' : `; the exact value is ${short(exact)}`;
    return `In generation ${count(band.t)} the means of the runs have a standard deviation of ${short(found)} about the original mean, ${short(found / originally(ensemble, 'spread'))} times the original’s${law}.`;
  },
  reading(result, frame) {
    const band = bandOf(only(result), frame);
    if (band.survivors === 0) return NO_RUN;
    const spread = simulatedDeviationOfMean(only(result), band);
    return `standard deviation of the means ${short(spread)}`;
  },
  table: (result) => meanTable(only(result)),
});

function deviationLine(view: View, f: Frame, ensemble: EnsembleSoFar, sign: number): string {
  const centre = originally(ensemble, 'mean');
  return trace(f, ensemble, drawnRows(ensemble, view.still ? 6 : 1), (_, t) =>
    inside(f, f.y(centre + sign * exactDeviationOfMean(ensemble, t))),
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
    rows: ensemble.bands.map((band) => [
      band.t,
      band.survivors,
      ...LEVELS.map((level) => cellOf(simulated(ensemble, band, level, 'mean'))),
      cellOf(simulatedDeviationOfMean(ensemble, band)),
      cellOf(exactDeviationOfMean(ensemble, band.t)),
    ]),
  };
}

/** What the policy has made of the typical run and of the means, in words. */
export function policySentence(result: EnsemblesResult, frame: number): string {
  const ensemble = only(result);
  const band = bandOf(ensemble, frame);
  if (band.survivors === 0) return `No run is left in generation ${count(band.t)}: all have ended.`;
  const from = (role: Role) => `from an original ${short(originally(ensemble, role))}`;
  const at = (level: number, role: Role) => short(simulated(ensemble, band, level, role));
  return `Generation ${count(band.t)}: the typical standard deviation is ${at(0.5, 'spread')}, ${from('spread')}; half of the means lie between ${at(0.25, 'mean')} and ${at(0.75, 'mean')}, ${from('mean')}.`;
}
