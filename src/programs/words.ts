/**
 * A sentence of the engine, made safe for a comment in any language: "the generation’s number"
 * becomes "the number of the generation", and what is neither a letter, a digit, a space nor one of
 * `. , : ; ( ) -` goes.
 */
const plainWords = (text: string) =>
  text.replace(/the (\w+)’s (\w+)/g, 'the $2 of the $1').replace(/[^A-Za-z0-9 .,:;()-]/g, '');

/** The same with a small letter first. */
export function inASentence(text: string): string {
  const words = plainWords(text);
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** The words of `text` in lines of at most `width` characters, or of one longer word. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lastOf(lines)} ${word}` : word;
    if (lines.length > 0 && longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
import { lastOf } from '../lib/entryAt.ts';
