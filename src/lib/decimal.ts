/** Each digit can be read in one way only, or a long text would take the square of its length. */
const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/**
 * The number that `text` writes with a decimal point and an exponent if it likes; NaN for
 * everything else.
 */
export const decimal = (text: string) => (DECIMAL.test(text) ? Number(text) : NaN);
