import { entryAt, lastOf } from '../../lib/entryAt.ts';
import * as Plot from '@observablehq/plot';
import ln from '@stdlib/math-base-special-ln';
import type { Space } from './chart.ts';
import { element } from './marks.ts';
import { formatNumber, superscript } from './numbers.ts';
import { textWidth } from './textWidth.ts';
import { count, plain, short } from './words.ts';

/** Pixels from the chart down to the base line of the x axis's labels, and of its name. */
const BASE = { ticks: 16, name: 32 };
/** The name of the x axis ends so far from the right edge of the picture. */
const RIGHT = 2;

/** The x axis of every chart over generations. */
export const generationAxis = (space: Space): Plot.Markish[] =>
  linearAxisX(space, 'Generation', (t) => (Number.isInteger(t) ? count(t) : ''));

/** The x axis of charts over the values themselves. */
export const valueAxisX = (space: Space, label: string): Plot.Markish[] =>
  linearAxisX(space, label, plain);

function linearAxisX(
  space: Space,
  label: string,
  format: (value: number) => string,
): Plot.Markish[] {
  const { left, right, x } = space;
  const pixel = (value: number) => left + ((right - left) * (value - x[0])) / (x[1] - x[0]);
  return [
    Plot.axisX({
      label: null,
      // In a low picture the last ones make way for the name.
      ticks: Math.max(3, Math.round(space.width / (space.low ? 70 : 95))),
      tickFormat: (value: number) => inRow(space, label, pixel(value), format(value)),
      tickSize: 4,
    }),
    nameOfX(space, label),
  ];
}

/**
 * The label of a tick if there is room for it in its row, which in a low picture has the axis's
 * name too.
 */
function inRow(space: Space, label: string, pixel: number, text: string): string {
  const half = textWidth(text) / 2;
  const end = space.width - (space.low ? textWidth(nameIn(space, label)) + 12 : 0);
  return pixel - half >= -1 && pixel + half <= end + 1 ? text : '';
}

const nameIn = ({ low }: Space, label: string) =>
  `${low ? label.replace(', logarithmic scale', '') : label} →`;

const nameOfX =
  (space: Space, label: string): Plot.RenderFunction =>
  (_index, _scales, _values, _dimensions, { document }) =>
    element(
      { document },
      'text',
      {
        x: space.width - RIGHT,
        y: space.bottom + (space.low ? BASE.ticks : BASE.name),
        'text-anchor': 'end',
        class: 'axis-name',
      },
      nameIn(space, label),
    );

/** A y axis with a light grid: at most five lines or so, fewer in a low picture. */
export function valueAxis({ top, bottom }: Space): Plot.Markish[] {
  const ticks = Math.min(5, Math.max(2, Math.floor((bottom - top) / 30)));
  return [
    Plot.gridY({ ticks, stroke: 'var(--line)', strokeOpacity: 1 }),
    Plot.axisY({ label: null, ticks, tickSize: 0, tickFormat: plain }),
  ];
}

/** Pixels that the labels of a logarithmic y axis keep between their middles. */
const LINE = 17;

/** A logarithmic y axis: a handful of round ticks whatever the range, from 10⁻³⁰⁰ to 10³⁰⁰. */
export function logAxis({ y, top, bottom }: Space): Plot.Markish[] {
  const ticks = logTicks(...y, (bottom - top) / LINE);
  return [
    Plot.gridY(ticks, { stroke: 'var(--line)', strokeOpacity: 1 }),
    // Not axisY: on a log scale Plot leaves out the labels of all but some ticks.
    Plot.text(ticks, {
      y: (tick: number) => tick,
      text: tickText,
      frameAnchor: 'left',
      textAnchor: 'end',
      dx: -6,
      fill: 'var(--ink-muted)',
    }),
  ];
}

/** A logarithmic x axis. */
export function logAxisX(space: Space, label: string): Plot.Markish[] {
  const { left, right, x } = space;
  const widest = Math.max(...logTicks(...x).map((tick) => textWidth(tickText(tick))));
  const ticks = logTicks(...x, (right - left) / (widest + 14));
  const pixel = (tick: number) =>
    left + ((right - left) * (ln(tick) - ln(x[0]))) / (ln(x[1]) - ln(x[0]));
  return [
    Plot.gridX(ticks, { stroke: 'var(--line)', strokeOpacity: 1 }),
    // Not axisX: on a log scale Plot leaves out the labels of all but some ticks.
    Plot.text(ticks, {
      x: (tick: number) => tick,
      text: (tick: number) => inRow(space, label, pixel(tick), tickText(tick)),
      frameAnchor: 'bottom',
      lineAnchor: 'bottom',
      dy: BASE.ticks,
      fill: 'var(--ink-muted)',
    }),
    nameOfX(space, label),
  ];
}

/**
 * The largest k with 10ᵏ at most x (> 0): by its digits, since a logarithm is not the same in every
 * browser.
 */
const powerBelow = (x: number) => Number(x.toExponential().split('e')[1]);

/** A tick in as many digits as it has, where that is one; far from 1 a power of ten. */
function tickText(tick: number): string {
  const power = powerBelow(tick);
  const isPower = Number(`1e${power}`) === tick;
  if (isPower && (power <= -4 || power >= 5)) return `10${superscript(power)}`;
  return Number(tick.toPrecision(1)) === tick ? formatNumber(tick, { digits: 1 }) : short(tick);
}

/** Room for the tick labels to the left of a chart with `logAxis`. */
export function logMargin(low: number, high: number): number {
  const longest = Math.max(...logTicks(low, high).map((tick) => textWidth(tickText(tick))));
  return Math.max(44, 12 + Math.ceil(longest));
}

/** Steps within a decade, from many ticks to few. */
const STEPS = [[1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 5], [1, 3], [1]] as const;

/**
 * At most about six of 1, 2, 5 × 10ᵏ, or of powers of ten, within [low, high]; fewer where the axis
 * is no more than `room` of its labels long.
 */
export function logTicks(low: number, high: number, room = Infinity): number[] {
  const decades = decadesIn(low, high);
  const coarse = Math.ceil(decades / 6);
  const wanted = decades <= 2 ? 1 : decades <= 4 ? 2 : 3;
  const choices = [
    ...STEPS.slice(wanted).map((steps) => ticksOf(low, high, steps, steps.length > 1 ? 1 : coarse)),
    ...[2, 3, 4, 6].map((times) => ticksOf(low, high, [1], times * coarse)),
  ];
  const fits = (ticks: readonly number[]) =>
    ticks.every(
      (tick, i) => i === 0 || (ln(tick) - ln(entryAt(ticks, i - 1))) * room >= ln(high) - ln(low),
    );
  const found = choices.filter(({ length }) => length > 1);
  if (entryAt(choices, 0).length > 1) return found.find(fits) ?? ends(lastOf(found));
  const closer = ticksOf(low, high, STEPS[0], 1);
  if (closer.length < 2) return [low, high];
  return fits(closer) ? closer : spaced(closer, (a, b) => fits([a, b]));
}

const ends = (ticks: readonly number[]) => [entryAt(ticks, 0), lastOf(ticks)];

/** Ticks from the lowest on, without those that are too near the one before. */
function spaced(ticks: readonly number[], apart: (a: number, b: number) => boolean): number[] {
  const kept = ticks.slice(0, 1);
  for (const tick of ticks) if (apart(lastOf(kept), tick)) kept.push(tick);
  return kept;
}

/** Powers of ten that hold [low, high], less one. */
function decadesIn(low: number, high: number): number {
  const below = powerBelow(high);
  return (Number(`1e${below}`) === high ? below : below + 1) - powerBelow(low);
}

/** The multiples `steps` of every so many powers of ten within [low, high]. */
function ticksOf(low: number, high: number, steps: readonly number[], every: number): number[] {
  const first = powerBelow(low);
  const ticks: number[] = [];
  for (let power = first; power <= first + decadesIn(low, high); power += every) {
    for (const step of steps) {
      const tick = Number(`${step}e${power}`);
      if (tick >= low && tick <= high) ticks.push(tick);
    }
  }
  return ticks;
}
