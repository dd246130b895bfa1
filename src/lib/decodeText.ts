/* global TextDecoder -- the same in browsers and in Node */
/**
 * The text of a file: UTF-8, or UTF-16 where the file says so by its byte order mark, as files of
 * PowerShell and of some spreadsheets do. Null if it is no text: no text has a zero in it.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const mark = `${bytes[0]} ${bytes[1]}`;
  const encoding = { '255 254': 'utf-16le', '254 255': 'utf-16be' }[mark] ?? 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes);
  return text.includes('\0') ? null : text;
}
