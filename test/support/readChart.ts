import { parseHTML } from 'linkedom';

/*
 * Reads a chart as a reader does: what its axes call a pixel, where its marks are, what its legend
 * names. Nothing is known of how it was drawn.
 */

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** A place in the drawing, in pixels. */
export type Point = readonly [x: number, y: number];

/** What can draw itself: a figure. */
interface Drawable<Result> {
  draw(
    result: Result,
    frame: number,
    view: {
      readonly width: number;
      readonly height: number;
      readonly document: Document;
      readonly uid: string;
      readonly still?: boolean;
    },
  ): { readonly svg: SVGSVGElement };
}

/** A drawing of a figure: a live one, 720 by 320 pixels, if nothing else is asked for. */
export const drawn = <Result>(
  figure: Drawable<Result>,
  result: Result,
  frame = 0,
  { width = 720, height = 320, still = false } = {},
): SVGSVGElement => figure.draw(result, frame, { width, height, document, uid: 'test', still }).svg;

/**
 * Path data as strokes, each from a move on: a closed one without its way back, a dot as one point.
 */
export function strokesOf(d: string): Point[][] {
  const strokes: Point[][] = [];
  let [x, y] = [0, 0];
  for (const [, command, rest] of d.matchAll(/([MmLlHhVvZz])([^MmLlHhVvZz]*)/g)) {
    const numbers = (rest!.match(/-?(\d+\.?\d*|\.\d+)(e-?\d+)?/g) ?? []).map(Number);
    if (/z/i.test(command!)) continue;
    const [a, b] = numbers as [number, number];
    const wanted = /[hv]/i.test(command!) ? 1 : 2;
    if (numbers.length !== wanted) throw new Error(`cannot read: ${command}${rest}`);
    const isRelative = command === command!.toLowerCase();
    const [fromX, fromY] = isRelative ? [x, y] : [0, 0];
    if (/h/i.test(command!)) x = fromX + a;
    else if (/v/i.test(command!)) y = fromY + a;
    else [x, y] = [fromX + a, fromY + b];
    if (/m/i.test(command!)) strokes.push([[x, y]]);
    else if (command !== 'h' || a !== 0) strokes.at(-1)!.push([x, y]);
  }
  return strokes;
}

/** The elements of a drawing that a selector finds, those of the legend aside. */
export const marks = (svg: SVGSVGElement, selector: string): Element[] =>
  [...svg.querySelectorAll(selector)].filter((mark) => !mark.closest('.legend'));

/** The only one of them. */
export function mark(svg: SVGSVGElement, selector: string): Element {
  const found = marks(svg, selector);
  if (found.length !== 1) throw new Error(`${found.length} of ${selector}`);
  return found[0]!;
}

/** The strokes of a path, or of the only path that a selector finds. */
export const strokes = (where: Element | SVGSVGElement, selector?: string): Point[][] =>
  strokesOf((selector ? mark(where as SVGSVGElement, selector) : where).getAttribute('d')!);

/** The points of the only path that a selector finds, in one row. */
export const points = (svg: SVGSVGElement, selector: string): Point[] =>
  strokes(svg, selector).flat();

/** The middle of a circle. */
export const centre = (circle: Element): Point => [
  Number(circle.getAttribute('cx')),
  Number(circle.getAttribute('cy')),
];

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * The number that a label is, as the site writes it: `1,000`, `−5`, `10⁻⁵`, `2 × 10⁹`; NaN if it is
 * none.
 */
function numberOf(label: string): number {
  const plain = label
    .replaceAll(',', '')
    .replace('−', '-')
    .replace(/\s×\s10/, 'e')
    .replace(/^10(?=[⁻⁰¹²³⁴⁵⁶⁷⁸⁹])/, '1e')
    .replace('⁻', '-')
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (raised) => String(SUPERSCRIPTS.indexOf(raised)));
  return plain.trim() === '' ? NaN : Number(plain);
}

export interface Text {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly className: string;
}

/** The texts of a drawing outside its legend, and where they begin or end. */
export function textsOf(svg: SVGSVGElement): Text[] {
  return marks(svg, 'text').map((element) => {
    const length = (name: string) => {
      const value = element.getAttribute(name) ?? '0';
      return value.endsWith('em') ? 0 : Number(value);
    };
    let [x, y] = [length('x'), length('y')];
    for (let one: Element | null = element; one; one = one.parentElement) {
      const moved = /^translate\(([^,]+),([^)]+)\)$/.exec(one.getAttribute('transform') ?? '');
      if (moved) [x, y] = [x + Number(moved[1]), y + Number(moved[2])];
    }
    const className = element.getAttribute('class') ?? '';
    return { text: element.textContent, x, y, className };
  });
}

/** A scale, as the labelled ticks of its axis have it. */
export interface Scale {
  readonly toPixel: (value: number) => number;
  readonly toValue: (pixel: number) => number;
  readonly ticks: readonly number[];
}

export type Kind = 'linear' | 'log';

/**
 * The scale through ticks. Throws if fewer than two have a label, or if they are not where such a
 * scale has them.
 */
function scaleThrough(ticks: readonly { at: number; value: number }[], kind: Kind): Scale {
  if (ticks.length < 2) throw new Error(`${ticks.length} labelled ticks`);
  const [first, last] = [ticks[0]!, ticks.at(-1)!];
  const height = kind === 'log' ? Math.log : (value: number) => value;
  const value = kind === 'log' ? Math.exp : (h: number) => h;
  const rise = (height(last.value) - height(first.value)) / (last.at - first.at);
  const toPixel = (x: number) => first.at + (height(x) - height(first.value)) / rise;
  for (const tick of ticks) {
    if (Math.abs(toPixel(tick.value) - tick.at) < 0.1) continue;
    throw new Error(`the tick ${tick.value} is not at its place on a ${kind} scale`);
  }
  return {
    toPixel,
    toValue: (pixel) => value(height(first.value) + (pixel - first.at) * rise),
    ticks: ticks.map((tick) => tick.value),
  };
}

/** Labelled ticks: numbers without a class of their own. */
const ticksOf = (svg: SVGSVGElement) =>
  textsOf(svg)
    .map((text) => ({ ...text, value: numberOf(text.text) }))
    .filter(({ className, value }) => className === '' && !Number.isNaN(value));

/** The scale of the x axis: its ticks stand in the lowest row of numbers. */
export function xScale(svg: SVGSVGElement, kind: Kind = 'linear'): Scale {
  const numbers = ticksOf(svg);
  const lowest = Math.max(...numbers.map(({ y }) => y));
  const row = numbers.filter(({ y }) => Math.abs(y - lowest) < 0.01);
  return scaleThrough(
    row.map(({ x, value }) => ({ at: x, value })),
    kind,
  );
}

/** The scale of the y axis: its ticks stand in the column of numbers furthest to the left. */
export function yScale(svg: SVGSVGElement, kind: Kind = 'linear'): Scale {
  const numbers = ticksOf(svg);
  const lowest = Math.max(...numbers.map(({ y }) => y));
  const above = numbers.filter(({ y }) => y < lowest - 0.01);
  const leftmost = Math.min(...above.map(({ x }) => x));
  const column = above.filter(({ x }) => Math.abs(x - leftmost) < 0.01);
  return scaleThrough(
    column.map(({ y, value }) => ({ at: y, value })),
    kind,
  );
}

/**
 * What the axes are called: the upper name with ↑, that of the x axis with →; a heading stands
 * above both.
 */
export function axisNames(svg: SVGSVGElement) {
  const texts = textsOf(svg);
  return {
    x: texts.find(({ text }) => text.endsWith('→'))?.text ?? '',
    y: texts.find(({ text }) => text.startsWith('↑'))?.text ?? '',
    heading:
      texts.find(({ text, className }) => className === 'axis-name' && !/^↑|→$/.test(text))?.text ??
      '',
  };
}

/** The mark that a swatch of a legend shows: its element, and how it is dashed. */
function kindOf(swatch: Element): string {
  if (swatch.localName === 'rect') return 'block';
  if (swatch.localName === 'circle') return swatch.getAttribute('fill') === 'none' ? 'ring' : 'dot';
  const dashes = swatch.getAttribute('stroke-dasharray');
  if (dashes) return Number(dashes.split(' ')[0]) > 2 ? 'dashed' : 'dotted';
  const d = swatch.getAttribute('d')!;
  if (/h16$/.test(d)) return Number(swatch.getAttribute('stroke-width')) < 2 ? 'thin' : 'line';
  return /v14$/.test(d) ? 'bar' : 'ticks';
}

/** What the legend names, as `dashed law: exact law`: mark, colour, words. */
export function legendOf(svg: SVGSVGElement): string[] {
  const [...parts] = svg.querySelector('.legend')?.children ?? [];
  const named: string[] = [];
  for (let i = 0; i < parts.length; i += 2) {
    const [swatch, label] = [parts[i]!, parts[i + 1]!];
    const paints = ['stroke', 'fill'].map((name) => swatch.getAttribute(name) ?? '');
    const colour = paints.map((paint) => /^var\(--(.*)\)$/.exec(paint)?.[1]).find(Boolean);
    named.push(`${kindOf(swatch)} ${colour}: ${label.textContent}`);
  }
  return named;
}

/** Half a tenth of a pixel of the path, as much of each tick, and some. */
export const HAIR = 0.2;

/** Where the places are that differ from those wanted, in words; empty if there is none. */
export function differences(
  found: readonly Point[],
  wanted: readonly Point[],
  { x, y }: { readonly x?: Scale; readonly y?: Scale },
): string[] {
  if (found.length !== wanted.length) return [`${found.length} points for ${wanted.length}`];
  return found.flatMap((point, i) => {
    const [wantedX, wantedY] = wanted[i]!;
    const off = [
      x ? point[0] - x.toPixel(wantedX) : 0,
      y ? point[1] - y.toPixel(wantedY) : 0,
    ] as const;
    const isNear = off.every((pixels) => Math.abs(pixels) <= HAIR);
    return isNear
      ? []
      : [`point ${i}, (${wantedX}, ${wantedY}): off by ${off.map((d) => d.toFixed(2)).join(', ')}`];
  });
}

/** A text with plain spaces where no line may end. */
export const spaced = (text: string) => text.replaceAll('\u00a0', ' ');
