import { decimal } from './decimal.ts';

const NAN = /^[+-]?nan$/i;
const INFINITE = /^([+-]?)inf(inity)?$/i;

/** Nothing longer is a number that somebody means: texts come from files and strangers. */
const LONGEST = 400;

/**
 * The number that `text` writes in decimal, with an exponent if it likes; NaN and infinities by
 * name. The minus may be the real one, as the site prints it. Null for everything else, which an
 * empty text, hexadecimal and a decimal comma are.
 */
export function readNumber(text: string): number | null {
  const trimmed = text.trim().replaceAll('−', '-');
  if (trimmed.length > LONGEST) return null;
  const value = decimal(trimmed);
  if (!Number.isNaN(value)) return value;
  if (NAN.test(trimmed)) return NaN;
  const infinite = INFINITE.exec(trimmed);
  if (infinite) return infinite[1] === '-' ? -Infinity : Infinity;
  return null;
}
