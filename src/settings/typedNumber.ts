import { decimal } from '../lib/decimal.ts';

/** No number that a person types is longer, and what is pasted may be of any length. */
const LONGEST = 60;

/**
 * The number that a person means who types it with a decimal comma, with marks or blanks between
 * thousands or with another minus; and whether it can be meant in this way only. NaN if it cannot
 * be told. `1,234` is 1234, as in English, and sure where whole numbers are asked for; else it is
 * not sure, and 1.234 where only that `fits`.
 */
export function typedNumber(
  typed: string,
  integer: boolean,
  fits: (value: number) => boolean,
): [value: number, sure: boolean] {
  const text = (typed.length > LONGEST ? '' : typed)
    .trim()
    .replace(/[−–]/g, '-')
    .replace(/^[+-]?\d{1,3}([\s'’]\d{3})+(?!\d)/, (groups) => groups.replace(/[\s'’]/g, ''));
  const point = decimal(text);
  const english = /^[+-]?[1-9]\d?\d?(,\d{3})+(?![\d,])/.test(text)
    ? decimal(text.replaceAll(',', ''))
    : NaN;
  const continental = /^[+-]?(\d{1,3}(\.\d{3})+|\d*)(?![\d.])[^.]*$/.test(text)
    ? decimal(text.replaceAll('.', '').replace(',', '.'))
    : NaN;
  const [first = NaN, second = first] = [point, english, continental].filter(
    (value) => !Number.isNaN(value),
  );
  const sure = integer || first === second || first === point;
  return [sure || fits(first) || !fits(second) ? first : second, sure];
}
