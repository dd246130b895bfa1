import { wordsOf } from '../lib/sources/tokens.ts';
import { wrapped } from './words.ts';

/** How the programs find words in a line: see `words of` in their files. */
const WORD = /\p{L}[\p{L}\p{M}]*(?:'\p{L}[\p{L}\p{M}]*)*/gu;

/** Letter by letter, and only into single letters: R does it so. */
const inLowerCase = (text: string) =>
  [...text]
    .map((letter) => {
      const low = letter.toLowerCase();
      return [...low].length === 1 ? low : letter;
    })
    .join('');

const wordsByProgram = (text: string) => inLowerCase(text).replaceAll('’', "'").match(WORD) ?? [];

/**
 * A text as string literals of R and Python, in ASCII: lines of about `width` characters, between
 * words. Where the programs would find other words in it than the page does (in a script without
 * spaces, at a final sigma), its words as the page has them, with spaces between.
 */
export function literalLines(text: string, width = 90): string[] {
  // What cannot be seen divides words, as a space does.
  const plain = text
    .normalize('NFC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  const words = [...wordsOf(text)];
  const same = words.join(' ') === wordsByProgram(plain).join(' ');
  return wrapped(escaped(same ? plain : words.join(' ')), width).map((line) => `"${line}"`);
}

const escaped = (text: string) =>
  text.replace(/["\\]/g, '\\$&').replace(/[^ -~]/gu, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
  });
