import { drain } from '../../lib/drain.ts';
import { failureText } from '../../lib/failures.ts';
import type { RunResult } from '../../lib/jobs/run.ts';
import { valuesOf } from '../../lib/recursion.ts';
import type { Figure, Frame, View, Viewed } from '../charts/figure.ts';
import { valueAxis, valueAxisX } from '../charts/axes.ts';
import { inside } from '../charts/bands.ts';
import { captionOf } from '../charts/captions.ts';
import { chart } from '../charts/chart.ts';
import type { LegendItem } from '../charts/legend.ts';
import { element, lineMark, linePath, px } from '../charts/marks.ts';
import { originally, statisticFor } from '../charts/statistic.ts';
import { count, plain, short } from '../charts/words.ts';
import {
  CUT,
  intervalOf,
  profileOf,
  type LikelyInterval,
  type Profile,
} from '../../lib/theory/profileLikelihood.ts';

/** What may be left out of the sample. */
export type Left = 'none' | 'smallest' | 'largest';

/** The log-likelihood is drawn from here to here, the maximum being 0. */
const FLOOR = -6;
const CEILING = 1.5;

/** What is left out of the sample before it is looked at. */
export interface ProfileView {
  readonly left: Left;
}

export type ProfileResult = Viewed<RunResult, ProfileView>;

/** The sample of the settings, with nothing left out. */
const wholeSample = ({ config }: ProfileResult) => valuesOf(config, 1, null);

/** The sample without its smallest or largest value. */
function sampleWithout(values: Float64Array, left: Left): Float64Array {
  if (left === 'none') return values;
  const extreme = values.reduce((a, b) => (left === 'smallest' ? Math.min(a, b) : Math.max(a, b)));
  const place = values.indexOf(extreme);
  return values.filter((_, i) => i !== place);
}

/**
 * The profile of what is fitted, with its interval, and that of the whole sample where something
 * was left out.
 */
interface Profiles {
  readonly own: Profile;
  readonly likely: LikelyInterval | null;
  readonly whole: Profile | null;
}

const known = new WeakMap<ProfileResult, Profiles>();

function* findProfiles(result: ProfileResult): Generator<undefined, Profiles> {
  const before = known.get(result);
  if (before) return before;
  const left = result.view.left;
  const values = wholeSample(result);
  const own = yield* profileOf(sampleWithout(values, left));
  const likely = yield* intervalOf(own);
  const whole = left === 'none' ? null : yield* profileOf(values);
  const found = { own, likely, whole };
  known.set(result, found);
  return found;
}

const profilesOf = (result: ProfileResult): Profiles => drain(findProfiles(result));

/** Why there is no estimate. */
const whyNot = ({ reason }: Profile) => (reason ? failureText(reason) : '');

const nameOf = (left: Left) => `without the ${left} value`;

const items = (left: Left, symbol: string, original: number): readonly LegendItem[] => [
  {
    mark: 'line',
    colour: 'var(--ink)',
    label: left === 'none' ? 'log-likelihood' : `log-likelihood ${nameOf(left)}`,
    short: left === 'none' ? 'all values' : nameOf(left),
  },
  ...(left === 'none'
    ? []
    : [
        {
          mark: 'line',
          colour: 'var(--original)',
          label: 'with all values',
          short: 'all values',
        } as const,
      ]),
  { mark: 'dot', colour: 'var(--ink)', label: 'maximum' },
  { mark: 'dashed', colour: 'var(--ink-muted)', label: 'the best normal', short: 'best normal' },
  {
    mark: 'ghost',
    colour: 'var(--original)',
    label: `original ${symbol} = ${plain(original)}`,
    short: 'original',
  },
  { mark: 'dotted', colour: 'var(--ink-muted)', label: 'smallest value', short: 'smallest' },
];

/** The parameter whose every value is tried. */
const tried = (result: ProfileResult) => statisticFor(result, 'mean');
export const inText = (result: ProfileResult) => tried(result).label.toLowerCase();

/** How likely each value of it makes the sample: the curve that local maximum likelihood climbs. */
export const profile: Figure<ProfileResult> = {
  id: 'profile',
  title: (result) => `How probable each ${inText(result)} makes the sample`,
  name: () => 'This sample',
  redraws: false,
  staticRows: 21,
  prepare: findProfiles,
  draw(result, _frame, view) {
    const { own, likely, whole } = profilesOf(result);
    const truth = originally(result, 'mean');
    const { symbol } = tried(result);
    const [low, high] = domainOf(own, truth);
    return chart(view, {
      name: this.title(result),
      key: items(result.view.left, symbol, truth),
      yLabel: 'log-likelihood, less its maximum',
      x: { domain: [low, high] },
      y: { domain: [FLOOR, CEILING] },
      axes: (space) => [...valueAxisX(space, `${inText(result)} ${symbol}`), ...valueAxis(space)],
      draw: (f) => [
        vertical(view, f, truth, 'var(--original)', 1.5),
        vertical(view, f, own.lowest, 'var(--ink-muted)', 1, '1 3'),
        level(view, f, -own.highest),
        ...(whole ? [curve(view, f, whole, 'var(--original)')] : []),
        curve(view, f, own, 'var(--ink)'),
        ...interval(view, f, own, likely),
        ...(own.estimate
          ? [
              element(view, 'circle', {
                cx: px(f.x(own.estimate.value)),
                cy: px(f.y(0)),
                r: 5,
                fill: 'var(--ink)',
              }),
            ]
          : []),
      ],
    });
  },
  takeaway(result) {
    const { own, likely } = profilesOf(result);
    if (!own.estimate || !likely)
      return `The curve has no maximum inside its range. ${whyNot(own)}`;
    const from = likely.left === null ? 'minus infinity' : short(likely.left);
    const to = likely.right === null ? 'the smallest value' : short(likely.right);
    return `The maximum is flat: every ${inText(result)} from ${from} to ${to} makes these ${count(own.values.length)} values nearly as probable (within ${short(CUT)} of the highest log-likelihood, the usual 95\u00a0% interval).`;
  },
  note: (result) =>
    `The other two parameters are the best ones for each ${inText(result)}. Near the smallest value the curve rises to infinity, which is no estimate.`,
  table(result) {
    const { own } = profilesOf(result);
    return {
      columns: [inText(result), 'log-likelihood, less that of the best normal'],
      rows: own.points.map(([theta, l]) => [theta, l]),
    };
  },
};

/** What was drawn. */
export function sampleCaption({ config, view: { left } }: ProfileResult): string {
  const n = `n = ${count(config.n)}${left === 'none' ? '' : `, ${nameOf(left)}`}`;
  return captionOf(config, { n, estimator: false });
}

/**
 * From where the curve is low, or ten standard deviations away, to a little beyond the smallest
 * value.
 */
function domainOf({ points, highest, lowest, mean, sd }: Profile, truth: number): [number, number] {
  const seen = points.find(([, l]) => l - highest > FLOOR)?.[0] ?? mean - 4 * sd;
  const low = Math.min(truth - 0.3 * sd, Math.max(seen, mean - 10 * sd));
  return [low, lowest + 0.08 * (lowest - low)];
}

function curve(view: View, f: Frame, { points, highest }: Profile, stroke: string): SVGElement {
  const shown = points.filter(([theta]) => f.x(theta) >= f.left);
  const d = linePath(shown.map(([theta, l]) => [f.x(theta), inside(f, f.y(l - highest))]));
  return lineMark(view, d, stroke);
}

/** The 95 % interval as a bar at the level where it ends. */
function interval(view: View, f: Frame, own: Profile, likely: LikelyInterval | null): SVGElement[] {
  if (!likely) return [];
  const left = likely.left === null ? f.left : Math.max(f.left, f.x(likely.left));
  const right = f.x(likely.right ?? own.lowest);
  const y = px(f.y(-CUT));
  return [
    element(view, 'path', {
      d: `M${px(left)},${y}H${px(right)}`,
      stroke: 'var(--ink)',
      'stroke-width': 4,
      'stroke-opacity': 0.35,
    }),
  ];
}

function level(view: View, f: Frame, value: number): SVGElement | null {
  if (value < FLOOR || value > CEILING) return null;
  return element(view, 'path', {
    d: `M${f.left},${px(f.y(value))}H${f.right}`,
    stroke: 'var(--ink-muted)',
    'stroke-dasharray': '5 4',
  });
}

function vertical(view: View, f: Frame, x: number, stroke: string, width: number, dashes = '') {
  return element(view, 'path', {
    d: `M${px(f.x(x))},${f.top}V${f.bottom}`,
    stroke,
    'stroke-width': width,
    ...(dashes && { 'stroke-dasharray': dashes }),
  });
}

/** Where the estimate lies, and what one value does to it. */
export function profileSentence(result: ProfileResult): string {
  const { own, whole } = profilesOf(result);
  const { estimate } = own;
  if (!estimate)
    return `These ${count(own.values.length)} values have no best lognormal. ${whyNot(own)} The normal with their mean and spread has ${short(own.mean)} and ${short(own.sd)}.`;
  const main = `Estimated ${inText(result)}: ${short(estimate.value)}, with a standard error of ${short(estimate.error)} (${short(estimate.error / own.sd)} standard deviations of the data); the original has ${short(originally(result, 'mean'))}.`;
  if (!whole) return main;
  if (!whole.estimate) return `${main} With all values there is no maximum at all.`;
  const moved = estimate.value - whole.estimate.value;
  return `${main} Leaving out one value of ${count(whole.values.length)} has moved it by ${short(moved)}, from ${short(whole.estimate.value)}.`;
}
