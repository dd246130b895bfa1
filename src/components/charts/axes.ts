import * as Plot from '@observablehq/plot';
import type { View } from './figure.ts';
import { formatNumber, superscript } from './numbers.ts';
import { count, plain, short } from './words.ts';

const ticksFor = (width: number) => Math.max(3, Math.round(width / 95));

/** The x axis of every chart over generations. */
export function generationAxis(view: View): Plot.Markish[] {
  return [
    Plot.axisX({
      label: 'Generation →',
      labelArrow: 'none',
      ticks: ticksFor(view.width),
      tickFormat: (t: number) => (Number.isInteger(t) ? count(t) : ''),
      tickSize: 4,
    }),
  ];
}

/** A y axis with a light grid. */
export function valueAxis(): Plot.Markish[] {
  return [
    Plot.gridY({ ticks: 5, stroke: 'var(--line)', strokeOpacity: 1 }),
    Plot.axisY({ label: null, ticks: 5, tickSize: 0, tickFormat: plain }),
  ];
}

/** The x axis of charts over the values themselves. */
export function valueAxisX(view: View, label: string): Plot.Markish[] {
  return [
    Plot.axisX({
      label: `${label} →`,
      labelArrow: 'none',
      ticks: ticksFor(view.width),
      tickSize: 4,
      tickFormat: plain,
    }),
  ];
}

/** A logarithmic y axis: a handful of round ticks whatever the range, from 10⁻³⁰⁰ to 10³⁰⁰. */
export function logAxis(low: number, high: number): Plot.Markish[] {
  const ticks = logTicks(low, high);
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
export function logAxisX(
  view: View,
  [low, high]: readonly [number, number],
  label: string,
): Plot.Markish[] {
  const every = Math.ceil(logTicks(low, high).length / Math.max(2, Math.floor(view.width / 70)));
  const ticks = logTicks(low, high).filter((_, i) => i % every === 0);
  return [
    Plot.gridX(ticks, { stroke: 'var(--line)', strokeOpacity: 1 }),
    // Not axisX: on a log scale Plot leaves out the labels of all but some ticks.
    Plot.text(ticks, {
      x: (tick: number) => tick,
      text: tickText,
      frameAnchor: 'bottom',
      lineAnchor: 'top',
      dy: 6,
      fill: 'var(--ink-muted)',
    }),
    Plot.text([`${label} →`], {
      frameAnchor: 'bottom-right',
      lineAnchor: 'top',
      dy: 24,
      fill: 'var(--ink-muted)',
    }),
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
  const longest = Math.max(...logTicks(low, high).map((tick) => tickText(tick).length));
  return Math.max(44, 12 + 6 * longest);
}

/** At most about six of 1, 2, 5 × 10ᵏ, or of powers of ten, within [low, high]. */
export function logTicks(low: number, high: number): number[] {
  const wanted = ticksOf(low, high, (decades) =>
    decades <= 2 ? [1, 2, 5] : decades <= 4 ? [1, 3] : [1],
  );
  if (wanted.length > 1) return wanted;
  const closer = ticksOf(low, high, () => [1, 2, 3, 4, 5, 6, 7, 8, 9]);
  return closer.length > 1 ? closer : [low, high];
}

/** The multiples `steps` of powers of ten within [low, high]; of single steps at most about six. */
function ticksOf(low: number, high: number, stepsFor: (decades: number) => number[]): number[] {
  const first = powerBelow(low);
  const below = powerBelow(high);
  const last = Number(`1e${below}`) === high ? below : below + 1;
  const decades = last - first;
  const steps = stepsFor(decades);
  const every = Math.max(1, Math.ceil(decades / 6));
  const ticks: number[] = [];
  for (let power = first; power <= last; power++) {
    if (steps.length === 1 && (power - first) % every !== 0) continue;
    for (const step of steps) {
      const tick = Number(`${step}e${power}`);
      if (tick >= low && tick <= high) ticks.push(tick);
    }
  }
  return ticks;
}
