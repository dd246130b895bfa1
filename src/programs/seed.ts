/** Every language here takes whole numbers from 1 to this as a seed. */
export const MAX_SEED = 2147483647;

const WHOLE = /^[1-9]\d{0,9}$/;

/** The seed as a number if it is written as a whole number from 1 to MAX_SEED, else null. */
export function wholeSeed(seed: string): number | null {
  const value = WHOLE.test(seed) ? Number(seed) : NaN;
  return value <= MAX_SEED ? value : null;
}

/**
 * A whole number from 1 to 2147483646 made from any text: start at 0; for each character multiply
 * by 65599, add its UTF-16 code and keep the remainder by 2147483646; add 1 at the end. Two words
 * can share a number, but hardly two that somebody thinks of. Exact: no step reaches 2^53.
 */
export function numberFromText(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i += 1) {
    hash = (hash * 65599 + text.charCodeAt(i)) % (MAX_SEED - 1);
  }
  return hash + 1;
}

/**
 * Text by a stranger, made safe for a comment in any language: letters, digits, space and `. _ -`
 * stay, any other character becomes its code point, as in `<U+002A>`. So no quote, backslash, line
 * end, end of comment, or trigger of SAS's macro language is left.
 */
export function plainText(text: string): string {
  return [...text]
    .map((character) => {
      if (/^[A-Za-z0-9 ._-]$/.test(character)) return character;
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
      return `<U+${code.padStart(4, '0')}>`;
    })
    .join('');
}
