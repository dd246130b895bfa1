/**
 * Reads the OpenType table MATH, by which browsers know how brackets, roots and arrows grow:
 * https://learn.microsoft.com/en-us/typography/opentype/spec/math
 */

/** Where a table of a font file (sfnt) begins. Throws if there is none. */
function offsetOf(font: Buffer, tag: string): number {
  for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16)
    if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8);
  throw new Error(`no table ${tag}`);
}

/** The glyphs of a coverage table. */
function covered(font: Buffer, at: number): number[] {
  const [format, count] = [font.readUInt16BE(at), font.readUInt16BE(at + 2)];
  if (format === 1)
    return Array.from({ length: count }, (_, i) => font.readUInt16BE(at + 4 + 2 * i));
  return Array.from({ length: count }, (_, i) => {
    const first = font.readUInt16BE(at + 4 + 6 * i);
    const last = font.readUInt16BE(at + 6 + 6 * i);
    return Array.from({ length: last - first + 1 }, (_, k) => first + k);
  }).flat();
}

/** The glyphs of a font file (sfnt) that have larger sizes or parts to grow by. */
export function growingGlyphs(font: Buffer): Record<'upwards' | 'sideways', Set<number>> {
  const math = offsetOf(font, 'MATH');
  const variants = math + font.readUInt16BE(math + 8);
  const at = (field: number) => new Set(covered(font, variants + font.readUInt16BE(field)));
  return { upwards: at(variants + 2), sideways: at(variants + 4) };
}
