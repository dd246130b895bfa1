import exp from '@stdlib/math-base-special-exp';
import gammaln from '@stdlib/math-base-special-gammaln';
import ln from '@stdlib/math-base-special-ln';

/**
 * One type under copying: of n tokens, the next n are each of the type with the share that it has
 * now. The Wright-Fisher model of genetics without mutation (Fisher 1930, Wright 1931).
 */
export interface OneType {
  /** Tokens in every sample. */
  readonly n: number;
  /** The share of the type in the real distribution, 0 to 1. */
  readonly share: number;
}

/** The chances that a type has died, and that it is the only one left. */
export interface Fate {
  readonly gone: number;
  readonly fixed: number;
}

/** The fate of a type in any sample: worked out for as many as have been asked for, and kept. */
export function fateOfType(type: OneType): (k: number) => Fate {
  let fates = fatesOfType(type, 1);
  return (k) => {
    if (k > fates.length) fates = fatesOfType(type, Math.max(k, 2 * fates.length));
    return fates[k - 1] ?? { gone: NaN, fixed: NaN };
  };
}

/**
 * The chances that the type has died, or is the only one left, in samples 1 to k: exact, by the
 * binomial transition matrix. Takes about k n² steps.
 */
export function fatesOfType({ n, share }: OneType, k: number): Fate[] {
  let counts = binomial(n, share);
  const rows = Array.from({ length: n + 1 }, (_, count) => binomial(n, count / n));
  const found = [endsOf(counts)];
  for (let copy = 2; copy <= k; copy++) {
    const next = new Float64Array(n + 1);
    for (const [count, row] of rows.entries()) {
      const weight = counts[count] ?? 0;
      if (weight === 0) continue;
      for (const [other, chance] of row.entries())
        next[other] = (next[other] ?? 0) + weight * chance;
    }
    counts = next;
    found.push(endsOf(counts));
  }
  return found;
}

const endsOf = (counts: Float64Array) => ({ gone: counts.at(0) ?? 0, fixed: counts.at(-1) ?? 0 });

/** The chances of 0, 1, …, n among n draws, each with probability p. */
function binomial(n: number, p: number): Float64Array {
  const chances = new Float64Array(n + 1);
  if (p <= 0 || p >= 1) {
    chances[p <= 0 ? 0 : n] = 1;
    return chances;
  }
  for (let x = 0; x <= n; x++) {
    const ways = gammaln(n + 1) - gammaln(x + 1) - gammaln(n - x + 1);
    chances[x] = exp(ways + x * ln(p) + (n - x) * ln(1 - p));
  }
  return chances;
}

/**
 * The mean number of copies until one of two types is left, of which one has this share, in the
 * limit of many tokens: -2 n (w ln w + (1 - w) ln(1 - w)). Source: Kimura & Ohta 1969, Genetics 61.
 */
export const copiesUntilOneIsLeft = ({ n, share: w }: OneType): number =>
  w > 0 && w < 1 ? -2 * n * (w * ln(w) + (1 - w) * ln(1 - w)) : 0;
