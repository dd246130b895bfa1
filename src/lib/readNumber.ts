const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const NAN = /^[+-]?nan$/i;
const INFINITE = /^([+-]?)inf(inity)?$/i;

/**
 * The number that `text` writes in decimal, with an exponent if it likes; NaN and infinities by name. Null
 * for everything else, which an empty text, hexadecimal and a decimal comma are.
 */
export function readNumber(text: string): number | null {
  const trimmed = text.trim();
  if (DECIMAL.test(trimmed)) return Number(trimmed);
  if (NAN.test(trimmed)) return NaN;
  const infinite = INFINITE.exec(trimmed);
  if (infinite) return infinite[1] === '-' ? -Infinity : Infinity;
  return null;
}
