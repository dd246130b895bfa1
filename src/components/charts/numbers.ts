export interface NumberFormat {
  /** Significant digits; `Infinity` prints every digit that the number has. Default 3. */
  readonly digits?: number;
}

const MINUS = '\u2212';
const NO_VALUE = '\u2014';
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `-12` as raised figures. */
export function superscript(integer: number): string {
  const digits = [...String(Math.abs(integer))]
    .map((digit) => SUPERSCRIPTS[Number(digit)])
    .join('');
  return (integer < 0 ? '⁻' : '') + digits;
}

/** A decimal number without sign or exponent, with a comma between thousands. */
function group(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/**
 * A positive number in plain decimals or, when very large or small, as `1.35 × 10⁻⁷`, which no line
 * breaks.
 */
function formatPositive(x: number, digits: number): string {
  const [mantissa = '', power = '0'] = (
    Number.isFinite(digits) ? x.toExponential(digits - 1) : x.toExponential()
  ).split('e');
  const exponent = Number(power);
  if (exponent < -4 || exponent >= 9) return `${mantissa}\u00a0×\u00a010${superscript(exponent)}`;
  const shown = mantissa.replace('.', '').length;
  const decimals = Number.isInteger(x) ? 0 : Math.max(0, shown - 1 - exponent);
  return group(Number(`${mantissa}e${power}`).toFixed(decimals));
}

/**
 * A number as the site prints it, in prose, labels and takeaways: three significant digits, a comma
 * between thousands, a real minus sign. Whole numbers get no decimals (30, not 30.0). NaN is a
 * dash, since a missing value is expected where a fit has no answer. Throws a RangeError if
 * `digits` is not a count.
 */
export function formatNumber(x: number, { digits = 3 }: NumberFormat = {}): string {
  if (digits !== Infinity && !(Number.isInteger(digits) && digits >= 1 && digits <= 17))
    throw new RangeError(`not a number of digits: ${digits} (1 to 17, or Infinity)`);
  if (Number.isNaN(x)) return NO_VALUE;
  const sign = x < 0 ? MINUS : '';
  const size = Math.abs(x);
  if (size === Infinity) return `${sign}∞`;
  return size === 0 ? '0' : sign + formatPositive(size, digits);
}
