/**
 * What stdlib's exp, ln and gammaln ask of the smallest functions beneath them, in a line each: the
 * bits of a number as two words, its exponent, its sign. Bit for bit what the originals give, which
 * come as some fifty files with a frame each. Texts of CommonJS modules, by the name of the package
 * that each replaces; for leaveOut.ts.
 */
const WORDS = 'stdlib-words';

const withWords = (text: string) => `const { number, words, HIGH, LOW } = require('${WORDS}');
  ${text}`;

export const stdlib: Readonly<Record<string, string>> = {
  [WORDS]: `const number = new Float64Array(1);
    const words = new Uint32Array(number.buffer);
    const HIGH = new Uint8Array(Uint16Array.of(1).buffer)[0];
    module.exports = { number, words, HIGH, LOW: 1 - HIGH };`,
  '@stdlib/number-float64-base-get-high-word': withWords(
    `module.exports = (x) => { number[0] = x; return words[HIGH]; };`,
  ),
  '@stdlib/number-float64-base-get-low-word': withWords(
    `module.exports = (x) => { number[0] = x; return words[LOW]; };`,
  ),
  '@stdlib/number-float64-base-set-high-word': withWords(
    `module.exports = (x, high) => { number[0] = x; words[HIGH] = high; return number[0]; };`,
  ),
  '@stdlib/number-float64-base-from-words': withWords(
    `module.exports = (high, low) => { words[HIGH] = high; words[LOW] = low; return number[0]; };`,
  ),
  '@stdlib/number-float64-base-to-words': withWords(
    `exports.assign = (x, out, stride, offset) => {
      number[0] = x;
      out[offset] = words[HIGH];
      out[offset + stride] = words[LOW];
      return out;
    };`,
  ),
  '@stdlib/number-float64-base-exponent': withWords(
    `module.exports = (x) => { number[0] = x; return ((words[HIGH] >>> 20) & 2047) - 1023; };`,
  ),
  '@stdlib/number-float64-base-normalize': `exports.assign = (x, out, stride, offset) => {
      const small = x !== 0 && Math.abs(x) < 2.2250738585072014e-308;
      out[offset] = small ? x * 4503599627370496 : x;
      out[offset + stride] = small ? -52 : 0;
      return out;
    };`,
  '@stdlib/math-base-special-copysign': withWords(
    `module.exports = (x, y) => {
      number[0] = y;
      const sign = words[HIGH] & 0x80000000;
      number[0] = x;
      words[HIGH] = (words[HIGH] & 0x7fffffff) | sign;
      return number[0];
    };`,
  ),
  '@stdlib/math-base-special-trunc': 'module.exports = Math.trunc;',
  '@stdlib/math-base-special-floor': 'module.exports = Math.floor;',
  '@stdlib/math-base-special-ceil': 'module.exports = Math.ceil;',
  '@stdlib/math-base-special-round': 'module.exports = Math.round;',
  '@stdlib/math-base-special-abs': 'module.exports = Math.abs;',
  '@stdlib/math-base-assert-is-nan': 'module.exports = Number.isNaN;',
  '@stdlib/math-base-assert-is-infinite':
    'module.exports = (x) => x === Infinity || x === -Infinity;',
  '@stdlib/number-ctor': 'module.exports = Number;',
  '@stdlib/string-format': `module.exports = (...words) => words.join(' ');`,
  '@stdlib/array-float64': 'module.exports = Float64Array;',
  '@stdlib/array-uint32': 'module.exports = Uint32Array;',
  '@stdlib/array-uint16': 'module.exports = Uint16Array;',
  '@stdlib/array-uint8': 'module.exports = Uint8Array;',
  '@stdlib/utils-define-nonenumerable-read-only-property':
    'module.exports = (object, name, value) => Object.defineProperty(object, name, { value });',
};
