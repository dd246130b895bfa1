/**
 * Text as outlines, so that a picture made at build time does not depend on the fonts of the
 * machine.
 */
import { entryAt } from '../lib/entryAt.ts';
import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import subsetFont from 'subset-font';

/**
 * The face of one of the site's own font files (a name in src/site/fonts) at one weight, with the
 * characters of `text`. It goes through a subset because fontkit cannot vary a compressed font.
 */
export async function openFace(file: string, weight: number, text: string): Promise<Font> {
  const variable = readFileSync(`${process.cwd()}/src/site/fonts/${file}`);
  const fixed = await subsetFont(variable, text, {
    targetFormat: 'sfnt',
    variationAxes: { wght: weight },
  });
  return create(fixed);
}

export interface TextPlace {
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly size: number;
  readonly fill: string;
}

/** A line of text as SVG paths. Throws if the face lacks a character. */
export function textPath(face: Font, text: string, place: TextPlace): string {
  const scale = place.size / face.unitsPerEm;
  const { glyphs, positions } = face.layout(text);
  let pen = 0;
  const paths = glyphs.map((glyph, i) => {
    if (glyph.id === 0) throw new Error(`no glyph for a character of: ${text}`);
    const position = entryAt(positions, i);
    const path = `<path transform="translate(${pen + position.xOffset} 0)" d="${glyph.path.toSVG()}"/>`;
    pen += position.xAdvance;
    return path;
  });
  return `<g fill="${place.fill}" transform="translate(${place.x} ${place.y}) scale(${scale} ${-scale})">${paths.join('')}</g>`;
}
