/** Each digit can be read in one way only, or a long text would take the square of its length. */
const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** The number that `text` writes with a decimal point and an exponent if it likes; NaN for everything else. */
export const decimal = (text: string) => (DECIMAL.test(text) ? Number(text) : NaN);

const ENGLISH = /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?(e[+-]?\d+)?$/i;
const CONTINENTAL = /^[+-]?(\d{1,3}(\.\d{3})+|\d*)(,\d*)?(e[+-]?\d+)?$/i;
const BLANKS = /^([+-]?\d{1,3})((?: \d{3})+)(?![\d ])/;

/** No number that a person types is longer, and what is pasted may be of any length. */
const LONGEST = 60;

/**
 * The number that a person means who types it with a decimal comma, with marks or blanks between thousands, in full-width digits
 * or with another minus; and whether it can be meant in this way only. NaN if it cannot be told. `1,234` is 1234, as in English, and
 * sure where whole numbers are asked for; else it is not sure, and 1.234 where only that `fits`.
 */
export function typedNumber(
  typed: string,
  integer: boolean,
  fits: (value: number) => boolean,
): [value: number, sure: boolean] {
  const text = (typed.length > LONGEST ? '' : typed)
    .trim()
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[−–]/g, '-')
    .replace(/[\s'’]/g, ' ')
    .replace(BLANKS, (_, first: string, rest: string) => first + rest.replaceAll(' ', ''));
  const point = decimal(text);
  if (!Number.isNaN(point)) return [point, true];
  const english = ENGLISH.test(text) ? Number(text.replaceAll(',', '')) : NaN;
  const continental =
    CONTINENTAL.test(text) && /\d/.test(text)
      ? Number(text.replaceAll('.', '').replace(',', '.'))
      : NaN;
  if (Number.isNaN(english)) return [continental, true];
  if (Number.isNaN(continental) || integer) return [english, true];
  return [!fits(english) && fits(continental) ? continental : english, false];
}
