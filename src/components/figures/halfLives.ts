import ln from '@stdlib/math-base-special-ln';
import { lastOf } from '../../lib/entryAt.ts';
import type { EnsembleSoFar, EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import { onLogScale } from '../../lib/special/logScale.ts';
import { fallTimeOfMedian } from '../../lib/theory/fallTimeOfMedian.ts';
import { driftOfLogSd } from '../../lib/theory/drift.ts';
import { logVariance } from '../../lib/special/logSd.ts';
import type { Figure, Frame, View, Viewed } from '../charts/figure.ts';
import { logAxis, logAxisX, logMargin } from '../charts/axes.ts';
import { logLimits } from '../charts/bands.ts';
import { captionOfEach } from '../charts/captions.ts';
import { chart } from '../charts/chart.ts';
import { cellOf, only, simulated } from '../charts/ensemble.ts';
import type { LegendItem } from '../charts/legend.ts';
import { dotMarks, element, lawPath, linePath, px, ringMark } from '../charts/marks.ts';
import { originally } from '../charts/statistic.ts';
import { count, percent, short } from '../charts/words.ts';
import { estimatorFor } from '../../lib/estimators/index.ts';

const KEY: readonly LegendItem[] = [
  { mark: 'dot', colour: 'var(--spread)', label: 'simulated' },
  { mark: 'hollow', colour: 'var(--spread)', label: 'your n' },
  { mark: 'dashed', colour: 'var(--law)', label: 'exact law' },
];

/** What the picture needs to know besides the runs. */
export interface FallView {
  /** Share of the spread that is left when the clock is stopped. */
  readonly fraction: number;
  /** The reader's own sample size. */
  readonly n: number;
}

type Result = Viewed<EnsemblesResult, FallView>;

/**
 * When the median of the runs falls to the fraction, between kept generations on a straight line in
 * log s; NaN if it has not.
 */
export function simulatedFall(ensemble: EnsembleSoFar, fraction: number): number {
  let before = { t: 0, s: originally(ensemble, 'spread') };
  const level = fraction * before.s;
  for (const band of ensemble.bands) {
    const { t } = band;
    const s = simulated(ensemble, band, 0.5);
    if (s <= level) return before.t + ((t - before.t) * ln(level / before.s)) / ln(s / before.s);
    before = { t, s };
  }
  return NaN;
}

const exactFall = ({ config }: EnsembleSoFar, fraction: number) =>
  fallTimeOfMedian({ n: config.n, estimator: config.estimator, fraction });

/**
 * Standard error of the simulated time: that of a median of normal values, sqrt(pi / 2) sd /
 * sqrt(runs), with sd = sqrt(k v) that of log s, over the fall of log s in a generation.
 */
export function errorOfFall({ config, made }: EnsembleSoFar, k: number): number {
  const spread = Math.sqrt(k * logVariance(config.n));
  const { n, estimator } = config;
  return (Math.sqrt(Math.PI / 2 / made) * spread) / -driftOfLogSd({ n, estimator });
}

/** How long the typical run takes to lose a share of its spread, against n. */
export const halfLives: Figure<Result> = {
  id: 'half-lives',
  title: (result) =>
    `Generations until the typical run has ${percent(result.view.fraction)} of its spread left`,
  name: () => 'Half-lives',
  redraws: false,
  draw(result, _frame, view) {
    const fraction = result.view.fraction;
    const { ensembles } = result;
    const { estimator } = only(result).config;
    const sizes = ensembles.map(({ config }) => config.n);
    const xs: [number, number] = [Math.min(...sizes) / 1.2, Math.max(...sizes) * 1.2];
    const line = Array.from({ length: 21 }, (_, i) => {
      const n = Math.round(onLogScale(...xs, i / 20));
      return { n, k: fallTimeOfMedian({ n: Math.max(2, n), estimator, fraction }) };
    });
    const dots = ensembles
      .map((ensemble) => ({ n: ensemble.config.n, k: simulatedFall(ensemble, fraction) }))
      .filter(({ k }) => k > 0);
    const ks = [...line, ...dots].map(({ k }) => k);
    const [low, high] = logLimits(ks, 1.3);
    return chart(view, {
      name: this.title(result),
      key: KEY,
      marginLeft: logMargin(low, high),
      yLabel: 'generations, logarithmic scale',
      x: { type: 'log', domain: xs },
      y: { type: 'log', domain: [low, high] },
      axes: (space) => [
        ...logAxisX(space, 'values in each generation n, logarithmic scale'),
        ...logAxis(space),
      ],
      draw: (f) => [
        lawPath(view, linePath(line.map(({ n, k }) => [f.x(Math.max(xs[0], n)), f.y(k)]))),
        dotMarks(
          view,
          dots.map(({ n, k }) => [f.x(n), f.y(k)]),
          'var(--spread)',
          8,
        ),
        ...dots
          .filter(({ n }) => n === result.view.n)
          .flatMap(({ n, k }) => [
            ringMark(view, f.x(n), f.y(k), 'var(--spread)'),
            answer(view, f, f.x(n), f.y(k), own(result)),
          ]),
      ],
    });
  },
  takeaway(result) {
    const fraction = result.view.fraction;
    const all = result.ensembles.map((ensemble) => {
      const exact = exactFall(ensemble, fraction);
      const time = simulatedFall(ensemble, fraction);
      return (time - exact + 0.5) / errorOfFall(ensemble, exact);
    });
    const worst = Math.max(...all.map(Math.abs).filter((size) => size >= 0));
    const largest = lastOf(result.ensembles);
    const per = exactFall(largest, fraction) / largest.config.n;
    return `The time grows in proportion to n: about ${short(per)} × n generations. Simulation and exact law differ by at most ${worst.toFixed(1)} standard errors at these ${count(all.length)} sample sizes.`;
  },
  note: () => 'The typical run is the median of all runs.',
  table(result) {
    const fraction = result.view.fraction;
    return {
      columns: [
        'n',
        'runs',
        'generations, simulated',
        'standard error',
        'first generation at or below, exact',
      ],
      rows: result.ensembles.map((ensemble) => {
        const exact = exactFall(ensemble, fraction);
        return [
          ensemble.config.n,
          ensemble.made,
          cellOf(simulatedFall(ensemble, fraction)),
          cellOf(errorOfFall(ensemble, exact)),
          exact,
        ];
      }),
    };
  },
};

const own = ({ ensembles, view }: Result) => {
  const ensemble = ensembles.find(({ config }) => config.n === view.n);
  if (!ensemble) throw new Error(`no runs of n = ${view.n} values`);
  return { ensemble, n: count(view.n), exact: count(exactFall(ensemble, view.fraction)) };
};

/** The answer beside its ring, on the side where the rising line leaves room. */
function answer(view: View, f: Frame, x: number, y: number, { n, exact }: ReturnType<typeof own>) {
  const isRight = x > (f.left + f.right) / 2;
  return element(
    view,
    'text',
    {
      x: px(x + (isRight ? -12 : 12)),
      y: px(isRight ? Math.max(f.top + 10, y - 8) : Math.min(f.bottom - 4, y + 16)),
      'text-anchor': isRight ? 'end' : 'start',
      class: 'edge-name',
    },
    `n = ${n}: generation ${exact}`,
  );
}

/** The answer for the reader's own n. */
export function halfLifeSentence(result: Result): string {
  const fraction = result.view.fraction;
  const { ensemble, n, exact } = own(result);
  const time = simulatedFall(ensemble, fraction);
  const found = Number.isNaN(time)
    ? 'not within this simulation'
    : `in generation ${count(Math.round(time))} of the simulation`;
  return `With ${n} values in each generation the typical run is down to ${percent(fraction)} of its spread by generation ${exact} by the exact law, and ${found}.`;
}

/** What was run for the half-lives. */
export function halfLivesCaption({ ensembles }: Result): string {
  const { family, estimator } = only({ ensembles }).config;
  const label = estimatorFor(family, estimator).label.toLowerCase();
  return captionOfEach(ensembles, 'for each n', { after: [label] });
}
