import { pathOf } from '../../lib/ensemble/pick.ts';
import type { EnsembleSoFar, EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import type { Figure, Frame, Table, View } from '../charts/figure.ts';
import { generationAxis, valueAxis } from '../charts/axes.ts';
import { originalLine } from '../charts/bands.ts';
import { chart, element, lawPath, linePath } from '../charts/chart.ts';
import { cellOf, drawnRows, LEVELS, only } from '../charts/ensemble.ts';
import { firstRun } from '../charts/firstRun.ts';
import { legend, legendHeight, type LegendItem } from '../charts/legend.ts';
import { keptAt, keptX } from '../charts/overGenerations.ts';
import { movePlayhead, playheadLine } from '../charts/playhead.ts';
import {
  exactDeviationOfMean,
  findLaws,
  momentsOf,
  policyCaption,
  policyName,
  simulatedDeviationOfMean,
} from '../charts/policy.ts';
import { count, short } from '../charts/words.ts';

const KEY: readonly LegendItem[] = [
  { mark: 'block', colour: 'var(--mean-soft)', label: 'runs' },
  { mark: 'line', colour: 'var(--mean)', label: 'run 1' },
  { mark: 'dashed', colour: 'var(--law)', label: '± one exact SD of the means' },
];

/** Means further off than this, in standard deviations of the original, leave the picture. */
const REACH = 12;

const quantile = ({ bands }: EnsembleSoFar, row: number, level: number) =>
  bands[row]!.parameters.mu!.quantiles[String(level)]!;

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
export const policyMean: Figure<EnsemblesResult> = {
  id: 'policy-mean',
  title: (result) => `Mean of the runs: ${policyName(only(result))}`,
  height: 270,
  staticWidths: [330, 330],
  redraws: false,
  staticRows: 6,
  prepare: findLaws,
  draw(result, frame, view) {
    const ensemble = only(result);
    const { config } = ensemble;
    const [low, high] = domainOf(ensemble);
    const key = momentsOf(ensemble) ? KEY : KEY.slice(0, 2);
    const drawing = chart(view, {
      name: this.title(result),
      height: this.height,
      marginTop: legendHeight(key, view.width) + 22,
      yLabel: 'fitted mean m',
      x: { domain: [1, Math.max(2, config.generations)] },
      y: { domain: [low, high] },
      axes: [...generationAxis(view), ...valueAxis()],
      draw: (f) => [
        ...bandsOfMean(view, f, ensemble),
        originalLine(view, f, config.truth.mu!),
        lawPath(view, [-1, 1].map((sign) => deviationLine(view, f, ensemble, sign)).join('')),
        firstRun(view, f, ensemble, 'mu', (m) => clampLinear(f, m)),
        ...(view.still ? [] : [playheadLine(view, f)]),
        legend(view, key, f.left),
      ],
    });
    this.move!(drawing, result, frame);
    return drawing;
  },
  move: (drawing, result, frame) => movePlayhead(drawing, keptX(drawing, only(result), frame)),
  frameAt: (drawing, result, x) => keptAt(drawing, only(result), x),
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
  caption: (result) => policyCaption(only(result)),
  table: (result) => meanTable(only(result)),
};

const clampLinear = (f: Frame, value: number) => Math.min(f.bottom, Math.max(f.top, f.y(value)));

function bandsOfMean(view: View, f: Frame, ensemble: EnsembleSoFar): SVGElement[] {
  const rows = drawnRows(ensemble, view.still ? 3 : 1).filter(
    (row) => ensemble.bands[row]!.survivors > 0,
  );
  const points = (level: number) =>
    rows.map(
      (row) =>
        [f.x(ensemble.config.at[row]!), clampLinear(f, quantile(ensemble, row, level))] as const,
    );
  const area = (low: number, high: number) =>
    element(view, 'path', {
      d: rows.length === 0 ? '' : `${linePath([...points(low), ...points(high).toReversed()])}Z`,
      fill: 'var(--mean-soft)',
    });
  return [area(0.05, 0.95), area(0.25, 0.75)];
}

function deviationLine(view: View, f: Frame, ensemble: EnsembleSoFar, sign: number): string {
  const mu = ensemble.config.truth.mu!;
  return linePath(
    drawnRows(ensemble, view.still ? 4 : 1).map((row) => {
      const t = ensemble.config.at[row]!;
      const y = f.y(mu + sign * exactDeviationOfMean(ensemble, t));
      return [f.x(t), y >= f.top && y <= f.bottom ? y : NaN] as const;
    }),
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
  const s = band.parameters.sigma!.quantiles['0.5']!;
  return `Generation ${count(band.t)}: the typical standard deviation is ${short(s)}, from an original ${short(sigma)}; half of the means lie between ${short(band.parameters.mu!.quantiles['0.25']!)} and ${short(band.parameters.mu!.quantiles['0.75']!)}, from an original ${short(mu)}.`;
}
