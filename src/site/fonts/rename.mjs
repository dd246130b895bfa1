/**
 * A font under another name. The licence of Source Serif and Source Sans reserves the name “Source”
 * for the originals, so a subset may not bear it; the copyright notice, which says so, has to stay.
 */

/**
 * Ids of the names that a reader may see: family, unique id, full name, PostScript name, families
 * and prefix of a variable font.
 */
const SHOWN = new Set([1, 3, 4, 6, 16, 18, 21, 25]);
const RESERVED = /Source ?(?:Serif|Sans) ?\d/g;

const encodings = {
  utf16: (text) => Buffer.from(text, 'utf16le').swap16(),
  latin1: (text) => Buffer.from(text, 'latin1'),
};
const decode = (bytes, encoding) =>
  encoding === 'utf16' ? Buffer.from(bytes).swap16().toString('utf16le') : bytes.toString('latin1');

/** The table of names with another family in it. */
function renamedTable(table, family) {
  const count = table.readUInt16BE(2);
  const strings = table.readUInt16BE(4);
  const head = Buffer.alloc(6 + 12 * count);
  const texts = [];
  let length = 0;
  head.writeUInt16BE(count, 2);
  head.writeUInt16BE(head.length, 4);
  for (let i = 0; i < count; i++) {
    const at = 6 + 12 * i;
    table.copy(head, at, at, at + 8);
    const start = strings + table.readUInt16BE(at + 10);
    let text = table.subarray(start, start + table.readUInt16BE(at + 8));
    if (SHOWN.has(table.readUInt16BE(at + 6))) {
      // Macintosh names have a byte a letter, all others two.
      const encoding = table.readUInt16BE(at) === 1 ? 'latin1' : 'utf16';
      text = encodings[encoding](decode(text, encoding).replace(RESERVED, family));
    }
    head.writeUInt16BE(text.length, at + 8);
    head.writeUInt16BE(length, at + 10);
    texts.push(text);
    length += text.length;
  }
  return Buffer.concat([head, ...texts]);
}

/**
 * A font file (sfnt, not compressed) in which the reserved name has given way to `family`.
 * Checksums are left to the next tool.
 */
export function renamed(font, family) {
  const count = font.readUInt16BE(4);
  const head = Buffer.from(font.subarray(0, 12 + 16 * count));
  const tables = [];
  let offset = head.length;
  for (let i = 0; i < count; i++) {
    const at = 12 + 16 * i;
    const start = font.readUInt32BE(at + 8);
    let table = font.subarray(start, start + font.readUInt32BE(at + 12));
    if (font.toString('latin1', at, at + 4) === 'name') table = renamedTable(table, family);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(table.length, at + 12);
    const padded = Buffer.alloc(Math.ceil(table.length / 4) * 4);
    table.copy(padded);
    tables.push(padded);
    offset += padded.length;
  }
  return Buffer.concat([head, ...tables]);
}
