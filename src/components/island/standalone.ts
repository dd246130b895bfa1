import { entryAt } from '../../lib/entryAt.ts';
import { plainColour } from './plainColour.ts';

/** A drawing with the words that must travel with it. */
export interface Drawing {
  readonly svg: SVGSVGElement;
  readonly title: string;
  readonly caption: string;
}

const SVG = 'http://www.w3.org/2000/svg';
/** Ours if the reader has it, else faces of about its width: labels are laid out by it. */
const FONT = '"Source Sans 3", "Source Sans 3 Variable", Arial, sans-serif';
const PAD = 16;
const LINE = 17;

/** What decides how a mark looks, besides its colours. */
const LOOKS = [
  'opacity',
  'stroke-width',
  'stroke-dasharray',
  'paint-order',
  'font-size',
  'font-weight',
  'text-anchor',
];

/** What only a page knows: its styles, its scripts, its keyboard, its links. */
const OF_THE_PAGE = /^(class|style|role|tabindex|href|font-family|data-|aria-)/;

/**
 * The chart as a document of its own: colours resolved, fonts named, title above, caption below.
 * With `fixed` each label is as wide as on the page, whatever face it will be drawn with: for
 * pictures, not for files that somebody may edit.
 */
export function standalone({ svg, title, caption }: Drawing, fixed = false) {
  const width = Number(svg.getAttribute('width')) + 2 * PAD;
  const chartHeight = Number(svg.getAttribute('height'));
  // Room for a wide font too: whoever opens the file may not have ours.
  const titleLines = wrap(title, Math.floor((width - 2 * PAD) / 9.8));
  const captionLines = wrap(caption, Math.floor((width - 2 * PAD) / 7.2));
  const top = PAD + titleLines.length * 22;
  const height = top + chartHeight + captionLines.length * LINE + PAD;
  const page = document.createElementNS(SVG, 'svg');
  const { color, backgroundColor } = getComputedStyle(document.body);
  set(page, {
    xmlns: SVG,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': FONT,
    'font-size': 12,
    fill: plainColour(color)[0],
  });
  const ground = document.createElementNS(SVG, 'rect');
  set(ground, { width: '100%', height: '100%', fill: plainColour(backgroundColor)[0] });
  const chart = resolved(svg, fixed);
  set(chart, { x: PAD, y: top });
  page.append(
    ground,
    ...titleLines.map((line, i) => textLine(line, PAD + 14 + i * 22, 16, 600)),
    chart,
    ...captionLines.map((line, i) => textLine(line, top + chartHeight + 12 + i * LINE, 12, 400)),
  );
  return { text: new XMLSerializer().serializeToString(page), width, height };
}

/**
 * A copy of the drawing in which every var(--…) and every style rule that matters is written out,
 * and nothing is left of the page.
 */
function resolved(svg: SVGSVGElement, fixed: boolean): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  const looks = new Map<Element | null, Look>();
  [svg, ...svg.querySelectorAll<SVGElement>('*')].forEach((original, i) => {
    const element = entryAt(copies, i);
    const look = lookOf(getComputedStyle(original));
    looks.set(original, look);
    // Written where it differs from what the parent hands down, as all do but opacity.
    const above: Look = { ...looks.get(original.parentElement), opacity: '1' };
    for (const { name } of [...element.attributes])
      if (OF_THE_PAGE.test(name)) element.removeAttribute(name);
    for (const [name, value] of Object.entries(look)) {
      if (value === above[name]) element.removeAttribute(name);
      else element.setAttribute(name, value);
    }
    const length = fixed && original instanceof SVGTextElement && original.getComputedTextLength();
    if (length && original.childElementCount === 0)
      set(element, { textLength: length, lengthAdjust: 'spacingAndGlyphs' });
  });
  return copy;
}

type Look = Readonly<Record<string, string>>;

function lookOf(style: CSSStyleDeclaration): Look {
  const look: Record<string, string> = {};
  for (const paint of ['fill', 'stroke']) {
    const [colour, opacity] = plainColour(style.getPropertyValue(paint));
    const both = opacity * Number(style.getPropertyValue(`${paint}-opacity`));
    look[paint] = colour;
    look[`${paint}-opacity`] = String(Number(both.toFixed(3)));
  }
  for (const name of LOOKS) look[name] = style.getPropertyValue(name);
  return look;
}

function set(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

function textLine(text: string, y: number, size: number, weight: number): SVGTextElement {
  const line = document.createElementNS(SVG, 'text');
  set(line, { x: PAD, y, 'font-size': size, 'font-weight': weight });
  line.textContent = text;
  return line;
}

/** Text broken at spaces into lines of at most `length` characters. */
export function wrap(text: string, length: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= length)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
