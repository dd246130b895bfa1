import type { FamilyPieces, RegimePiece } from '../pieces.ts';
import type { Constant } from '../settings.ts';

// What the TypeScript programs of one run and of many, and of all families, have in common.

export const normalTruth: FamilyPieces['truth'] = ({
  mu,
  sigma,
}) => `const trueMean = ${mu}; // mean of the real distribution
const trueSd = ${sigma}; // its standard deviation`;

export const sfc32 = `/** Uniform numbers on [0, 1) from a whole number: Chris Doty-Humphrey's generator sfc32. */
function sfc32(start: number): () => number {
  let a = start | 0;
  let b = 0x9e3779b9 | 0;
  let c = 0x243f6a88;
  let count = 1;
  const next = () => {
    const sum = (((a + b) | 0) + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let i = 0; i < 20; i += 1) next(); // so that near seeds give unlike numbers
  return next;
}`;

/** Standard normal values from any uniform generator. */
export const polar = `/**
 * Standard normal values by Marsaglia's polar method: a point that falls uniformly in the unit
 * disc gives two values; a point of the square outside it is thrown away.
 */
function polar(uniform: () => number): () => number {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    for (;;) {
      const v1 = 2 * uniform() - 1;
      const v2 = 2 * uniform() - 1;
      const w = v1 * v1 + v2 * v2;
      if (w > 0 && w < 1) {
        const factor = Math.sqrt((-2 * Math.log(w)) / w);
        spare = v2 * factor;
        return v1 * factor;
      }
    }
  };
}`;

const c4With = (series: string) => `/**
 * The usual standard deviation is too small on average, by this factor. It needs
 * gamma(n / 2) / gamma((n - 1) / 2), which is 1 / sqrt(pi) at n = 2; the ratio at n times the ratio at
 * n + 1 is (n - 1) / 2.
 */
function c4(n: number): number {
${series}  let ratio = 1 / Math.sqrt(Math.PI);
  for (let k = 2; k < n; k += 1) ratio = (k - 1) / 2 / ratio;
  return Math.sqrt(2 / (n - 1)) * ratio;
}`;

const logBiasWith = (series: string) => `/**
 * The derivative of log gamma at 1/2, 1, 3/2, 2 ...: known at the first two, and it grows by 1/x from
 * x to x + 1.
 */
function digamma(x: number): number {
  let at = Number.isInteger(x) ? 1 : 0.5;
  let value = -0.5772156649015329 - (at === 1 ? 0 : 2 * Math.LN2);
  for (; at < x; at += 1) value += 1 / at;
  return value;
}

/** The log of the usual standard deviation is too small on average, by this much. */
function logBias(n: number): number {
${series}  return (Math.log((n - 1) / 2) - digamma((n - 1) / 2)) / 2;
}`;

export const c4 = c4With('');
export const logBias = logBiasWith('');

/** With their series, for where they would take too long. */
export const anySize = {
  c4: c4With(`  if (n > 1e5) return 1 - 1 / (4 * n) - 7 / (32 * n ** 2); // its series
`),
  logBias:
    logBiasWith(`  if (n > 1e5) return 1 / (2 * (n - 1)) + 1 / (6 * (n - 1) ** 2); // its series
`),
};

/** The random numbers of the stream `source`. */
export const twister = `/**
 * Uniform numbers on [0, 1): the Mersenne Twister (MT19937) of Matsumoto and Nishimura. Its 624 words are
 * filled as SAS does: each from the one before, modulo 2^32. A multiple of 8192 gets the newer rule,
 * since the older one would leave the last 13 bits of every word empty.
 */
function twister(start: number): () => number {
  const words = new Uint32Array(624);
  words[0] = start;
  for (let i = 1; i < 624; i += 1) {
    const word = words[i - 1]!;
    if (start % 8192 !== 0) words[i] = Math.imul(69069, word);
    else words[i] = Math.imul(1812433253, word ^ (word >>> 30)) + i;
  }
  let used = 624;
  return () => {
    if (used === 624) {
      for (let i = 0; i < 624; i += 1) {
        const y = (words[i]! & 0x80000000) | (words[(i + 1) % 624]! & 0x7fffffff);
        words[i] = words[(i + 397) % 624]! ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
      }
      used = 0;
    }
    let y = words[used]!;
    used += 1;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    y ^= y >>> 18;
    return (y >>> 0) / 4294967296;
  };
}`;

export const replace: RegimePiece = {
  plain: true,
  step: `// Regime "replace": each generation sees only what the newest model wrote.
const x = simulate(model, t);`,
};

export const constant: Constant = (name, value, says) => `const ${name} = ${value}; // ${says}`;
