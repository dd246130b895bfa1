import { openFace } from '../../src/site/textPath.ts';

/** Where a word of a drawing stands, in pixels of the drawing. */
export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const PRINTABLE = String.fromCodePoint(
  ...Array.from({ length: 0x17f - 0x20 }, (_, i) => 0x20 + i),
  ...[...'–—‘’“”…−×≥≤→←↑↓⁰¹²³⁴⁵⁶⁷⁸⁹⁻½\u202f'].map((c) => c.codePointAt(0)!),
);

/**
 * The face of the pictures, as charts.css has it; Greek letters and arrows come from other faces.
 */
const FACES = {
  normal: await openFace('interface.woff2', 400, PRINTABLE),
  bold: await openFace('interface.woff2', 600, PRINTABLE),
};

/** Of a letter that the face lacks: wide, to be safe. */
const FALLBACK_EM = { letter: 0.9, space: 0.3 };

/** Height above and below the base line of what is drawn, in parts of the size. */
const [ASCENT, DESCENT] = [0.75, 0.2];

/** Classes that charts.css makes bold, or larger than 12 px. */
const BOLD = /\b(step-name|guess-label)\b/;
const LARGE = /\bstep\b/;
const READ = /\bpage-word\b/;

function widthOf(text: string, size: number, bold: boolean): number {
  const face = bold ? FACES.bold : FACES.normal;
  return [...text].reduce((sum, letter) => {
    const has = face.hasGlyphForCodePoint(letter.codePointAt(0)!);
    const em = has
      ? face.layout(letter).advanceWidth / face.unitsPerEm
      : FALLBACK_EM[/\s/.test(letter) ? 'space' : 'letter'];
    return sum + em * size;
  }, 0);
}

/** `0.32em` or `6` in pixels. */
const lengthOf = (value: string | null, size: number) =>
  value === null ? 0 : value.endsWith('em') ? parseFloat(value) * size : parseFloat(value);

/** The elements from `element` up to the drawing. */
function* lineOf(element: Element): Generator<Element> {
  for (let one: Element | null = element; one; one = one.parentElement) yield one;
}

const inherited = (element: Element, name: string) => {
  for (const one of lineOf(element)) {
    const value = one.getAttribute(name);
    if (value !== null) return value;
  }
  return null;
};

/**
 * The boxes of all words of a drawing, by the widths of the site's own face. Throws on what it
 * cannot place.
 */
export function textBoxes(svg: Element): TextBox[] {
  return [...svg.querySelectorAll('text')]
    .filter((text) => inherited(text, 'visibility') !== 'hidden' && text.textContent.trim() !== '')
    .map((element) => {
      const classes = [...lineOf(element)].map((one) => one.getAttribute('class') ?? '').join(' ');
      const size = READ.test(classes) ? 14 : LARGE.test(classes) ? 13 : 12;
      const text = element.textContent;
      const width = [...element.childNodes].reduce((sum, part) => {
        const isSpan = part.nodeType === 1;
        const own = isSpan ? ((part as Element).getAttribute('class') ?? '') : '';
        const before = isSpan ? lengthOf((part as Element).getAttribute('dx'), size) : 0;
        return sum + before + widthOf(part.textContent!, size, BOLD.test(`${classes} ${own}`));
      }, 0);
      const sum = (...names: string[]) =>
        names.reduce((all, name) => all + lengthOf(element.getAttribute(name), size), 0);
      let x = sum('x', 'dx');
      let y = sum('y', 'dy');
      for (const one of lineOf(element)) {
        const transform = one.getAttribute('transform');
        if (transform === null) continue;
        const [, dx, dy] = /^translate\((-?[\d.]+)(?:,\s*(-?[\d.]+))?\)$/.exec(transform) ?? [];
        if (dx === undefined) throw new Error(`cannot place: ${transform}`);
        x += Number(dx);
        y += Number(dy ?? 0);
      }
      const anchor = inherited(element, 'text-anchor') ?? 'start';
      const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
      return {
        text,
        left,
        right: left + width,
        top: y - ASCENT * size,
        bottom: y + DESCENT * size,
      };
    });
}
