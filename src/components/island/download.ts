import type { Table } from '../charts/figure.ts';
import { contextOf } from './plainColour.ts';
import { standalone, type Drawing } from './standalone.ts';
import { toCsv } from './table.ts';

/** A picture with the words and the numbers that must travel with it. */
export interface Picture extends Drawing {
  readonly table: Table;
}

export type FileKind = 'csv' | 'svg' | 'png';

/** Pixels of a PNG for each of the page. */
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

async function toPng(picture: Picture): Promise<Blob> {
  const { text, width, height } = standalone(picture, true);
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * SCALE;
    canvas.height = height * SCALE;
    const context = contextOf(canvas);
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
