import { entryAt } from '../../lib/entryAt.ts';
import type { PassagesResult } from '../../lib/jobs/passages.ts';
import { largestDiscrepancy } from '../../lib/theory/discrepancy.ts';
import {
  cdfOfFirstPassage,
  meanFirstPassage,
  quantileOfFirstPassage,
  type Fading,
} from '../../lib/theory/firstPassage.ts';
import type { Figure } from '../charts/figure.ts';
import { generationAxis } from '../charts/axes.ts';
import { captionOf } from '../charts/captions.ts';
import { chart } from '../charts/chart.ts';
import { LEVELS } from '../charts/ensemble.ts';
import type { LegendItem } from '../charts/legend.ts';
import { barMarks, groundLine, lawPath, linePath } from '../charts/marks.ts';
import { originally } from '../charts/statistic.ts';
import { count, percent, short, soFar } from '../charts/words.ts';

const BINS = 50;

const KEY: readonly LegendItem[] = [
  { mark: 'block', colour: 'var(--spread-soft)', label: 'runs' },
  { mark: 'dashed', colour: 'var(--law)', label: 'inverse Gaussian distribution' },
];

/** The share of the original spread below which a run counts as faded. */
const fractionOf = (result: PassagesResult) => result.below.level / originally(result, 'spread');

const fadingOf = (result: PassagesResult): Fading => ({
  n: result.config.n,
  estimator: result.config.estimator,
  fraction: fractionOf(result),
});

/** Last generation drawn: 99 % of the runs have passed by then. */
const horizonOf = (result: PassagesResult) =>
  Math.max(BINS, Math.ceil(quantileOfFirstPassage({ ...fadingOf(result), p: 0.99 })));

function sharesOf(result: PassagesResult): { shares: number[]; width: number; horizon: number } {
  const horizon = horizonOf(result);
  // Whole generations, so that every bin holds as many.
  const width = Math.ceil(horizon / BINS);
  const shares = new Array<number>(Math.ceil(horizon / width)).fill(0);
  for (const t of result.times) {
    const bin = Math.floor((t - 1) / width);
    if (t > 0 && bin < shares.length) shares[bin] = entryAt(shares, bin) + 1 / result.times.length;
  }
  return { shares, width, horizon: width * shares.length };
}

/**
 * Of a bin of generations from + 1 to to. The law is of a continuous time; a walk is seen at whole
 * ones.
 */
const lawOf = (result: PassagesResult, from: number, to: number) => {
  const fading = fadingOf(result);
  return cdfOfFirstPassage({ ...fading, k: to }) - cdfOfFirstPassage({ ...fading, k: from });
};

/** When runs first fall below a share of their spread: a histogram over the runs, and the law. */
export const passages: Figure<PassagesResult> = {
  id: 'passages',
  title: (result) =>
    `The generation in which a run first has less than ${percent(fractionOf(result))} of its spread`,
  name: () => 'Waiting times',
  redraws: false,
  staticRows: 11,
  draw(result, _frame, view) {
    const { shares, width, horizon } = sharesOf(result);
    const law = shares.map((_, i) => lawOf(result, i * width, (i + 1) * width));
    const top = 1.05 * Math.max(...shares, ...law);
    return chart(view, {
      name: this.title(result),
      key: KEY,
      gap: 22,
      marginLeft: 14,
      yLabel: 'share of the runs',
      x: { domain: [0, horizon] },
      y: { domain: [0, top] },
      axes: generationAxis,
      draw: (f) => [
        barMarks(
          view,
          f.y(0),
          shares
            .map((share, i) => ({ share, i }))
            .filter(({ share }) => share > 0)
            .map(({ share, i }) => [f.x(i * width), f.x((i + 1) * width) - 1, f.y(share)]),
          'var(--spread)',
          0.3,
        ),
        groundLine(view, f),
        lawPath(view, linePath(law.map((share, i) => [f.x((i + 0.5) * width), f.y(share)]))),
      ],
    });
  },
  takeaway(result) {
    const fading = fadingOf(result);
    const by = (p: number) => count(Math.ceil(quantileOfFirstPassage({ ...fading, p })));
    return `By an inverse Gaussian distribution one run in twenty has got there by generation ${by(0.05)}, and one in twenty has still not got there by generation ${by(0.95)}. ${comparison(result)}`;
  },
  table(result) {
    const { shares, width } = sharesOf(result);
    return {
      columns: ['generations from', 'to', 'share of the runs', 'share by the inverse Gaussian'],
      rows: shares.map((share, i) => [
        i * width + 1,
        (i + 1) * width,
        share,
        lawOf(result, i * width, (i + 1) * width),
      ]),
    };
  },
};

/** How far simulation and law are apart. The law is an approximation, to less than a generation. */
function comparison(result: PassagesResult): string {
  const fading = fadingOf(result);
  const never = result.config.generations + 1;
  // Seen at whole generations, t stands for a time between t - 1 and t: its middle is compared.
  const values = Float64Array.from(result.times, (t) => (t === 0 ? never : t - 0.5)).sort();
  const found = largestDiscrepancy({
    values,
    cdf: (k) => cdfOfFirstPassage({ ...fading, k }),
    levels: LEVELS,
  });
  return `Simulation and distribution, which is a close approximation, differ by at most ${Math.abs(found.standardErrors).toFixed(1)} standard errors.`;
}

/** The middle run and the mean. */
export function fadingSentence(result: PassagesResult): string {
  const fading = fadingOf(result);
  const ordered = [...result.times].map((t) => (t === 0 ? Infinity : t)).sort((a, b) => a - b);
  const middle = entryAt(ordered, Math.floor(ordered.length / 2));
  const simulated =
    middle === Infinity ? 'none yet in this simulation' : `${count(middle)} simulated`;
  return (
    `Half of the runs have fallen below ${percent(fading.fraction)} of the original spread by generation ` +
    `${count(Math.ceil(quantileOfFirstPassage({ ...fading, p: 0.5 })))} (${simulated}); on average it takes ${count(Math.round(meanFirstPassage(fading)))} generations.`
  );
}

/** What was run for the waiting times. */
export function passagesCaption(result: PassagesResult): string {
  const { config, times, below } = result;
  const some = soFar(times.length, config.replicates, 'run');
  const late = times.reduce((sum, t) => sum + (t === 0 ? 1 : 0), 0);
  return captionOf(config, {
    ran: [
      `below ${short(below.level)}, from an original ${short(originally(result, 'spread'))}`,
      `${some}, ${count(late)} of them not there by generation ${count(config.generations)}, where the simulation stops`,
    ],
    original: false,
  });
}
