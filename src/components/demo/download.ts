import { toCsv } from './table.ts';
import type { Table } from './definition.ts';

/** A picture with the words that must travel with it. */
export interface Picture {
  readonly svg: SVGSVGElement;
  readonly title: string;
  readonly caption: string;
  readonly table: Table;
}

export type FileKind = 'csv' | 'svg' | 'png';

const SVG = 'http://www.w3.org/2000/svg';
const FONT = '"Source Sans 3", "Source Sans 3 Variable", system-ui, sans-serif';
const PAD = 16;
const LINE = 17;
const SCALE = 2;

/** Hands the reader a picture as CSV (its data), SVG or PNG (title, legend and caption inside). */
export async function download(picture: Picture, kind: FileKind, name: string): Promise<void> {
  const file =
    kind === 'csv'
      ? new Blob([toCsv(picture.table)], { type: 'text/csv;charset=utf-8' })
      : kind === 'svg'
        ? new Blob([standalone(picture).text], { type: 'image/svg+xml' })
        : await toPng(picture);
  save(file, `${name}.${kind}`);
}

/** Hands the reader a file. */
export function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The chart as a document of its own: colours resolved, fonts named, title above, caption below. */
function standalone({ svg, title, caption }: Picture) {
  const width = Number(svg.getAttribute('width')) + 2 * PAD;
  const chartHeight = Number(svg.getAttribute('height'));
  // Room for a wide font too: whoever opens the file may not have ours.
  const titleLines = wrap(title, Math.floor((width - 2 * PAD) / 9.8));
  const captionLines = wrap(caption, Math.floor((width - 2 * PAD) / 7.2));
  const top = PAD + titleLines.length * 22;
  const height = top + chartHeight + captionLines.length * LINE + PAD;
  const page = document.createElementNS(SVG, 'svg');
  for (const [key, value] of Object.entries({
    xmlns: SVG,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': FONT,
    'font-size': 12,
    fill: getComputedStyle(document.body).color,
  }))
    page.setAttribute(key, String(value));
  const ground = document.createElementNS(SVG, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  const chart = resolved(svg);
  chart.setAttribute('x', String(PAD));
  chart.setAttribute('y', String(top));
  page.append(
    ground,
    ...titleLines.map((line, i) => textLine(line, PAD + 14 + i * 22, 16, 600)),
    chart,
    ...captionLines.map((line, i) => textLine(line, top + chartHeight + 12 + i * LINE, 12, 400)),
  );
  return { text: new XMLSerializer().serializeToString(page), width, height };
}

/** A copy of the drawing in which every var(--…) and every style rule that matters is written out. */
function resolved(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.removeAttribute('class');
  const originals = [svg, ...svg.querySelectorAll<SVGElement>('*')];
  [copy, ...copy.querySelectorAll<SVGElement>('*')].forEach((element, i) => {
    const style = getComputedStyle(originals[i]!);
    for (const name of ['fill', 'stroke', 'opacity', 'stroke-width', 'stroke-dasharray'] as const) {
      const inherited = i > 0 && style.getPropertyValue(name) === parentValue(originals[i]!, name);
      if (!inherited) element.setAttribute(name, style.getPropertyValue(name));
    }
    if (element.tagName === 'text' || element.tagName === 'tspan') {
      element.setAttribute('font-size', style.fontSize);
      element.setAttribute('font-weight', style.fontWeight);
    }
    element.removeAttribute('class');
  });
  copy.setAttribute('font-family', FONT);
  return copy;
}

const parentValue = (element: SVGElement, name: string) =>
  element.parentElement && name !== 'opacity'
    ? getComputedStyle(element.parentElement).getPropertyValue(name)
    : name === 'opacity'
      ? '1'
      : '';

function textLine(text: string, y: number, size: number, weight: number): SVGTextElement {
  const line = document.createElementNS(SVG, 'text');
  line.setAttribute('x', String(PAD));
  line.setAttribute('y', String(y));
  line.setAttribute('font-size', String(size));
  line.setAttribute('font-weight', String(weight));
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

async function toPng(picture: Picture): Promise<Blob> {
  const { text, width, height } = standalone(picture);
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * SCALE;
    canvas.height = height * SCALE;
    const context = canvas.getContext('2d')!;
    context.scale(SCALE, SCALE);
    context.drawImage(image, 0, 0, width, height);
    return await new Promise<Blob>((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('no picture'))),
        'image/png',
      ),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}
