import { cutInto, ensembleSlice } from '../../src/lib/ensemble/slice.ts';
import type { EnsembleConfig, EnsembleSlice } from '../../src/lib/ensemble/types.ts';

/** The source's setting, with a modest number of replicates. */
export const config: EnsembleConfig = {
  family: 'normal',
  truth: { mu: 125, sigma: 30 },
  estimator: 'unbiased-variance',
  regime: 'replace',
  n: 200,
  generations: 500,
  seed: '12345',
  stream: 'keyed',
  replicates: 100,
  at: [1, 10, 100, 500],
};

/** What a job returns, and the shares that it reported. */
export function finished<Result>(work: Generator<number, Result>) {
  const shares: number[] = [];
  let next = work.next();
  for (; !next.done; next = work.next()) shares.push(next.value);
  return { shares, result: next.value };
}

/** The whole ensemble in slices of `size`; one slice if absent. */
export function slicesOf(asked: EnsembleConfig, size = asked.replicates): EnsembleSlice[] {
  return cutInto(size, asked.replicates).map(
    ({ from, to }) => finished(ensembleSlice(asked, from, to)).result,
  );
}

/**
 * The largest distance between the shares of two columns at or below x, over all x. A value may
 * come twice; NaN, where a replicate has ended, is above all x.
 */
export function distance(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const [a, b] = [first, second].map((values) => Float64Array.from(values).sort()) as [
    Float64Array,
    Float64Array,
  ];
  let found = 0;
  for (let i = 0, j = 0; a[i]! <= Infinity && b[j]! <= Infinity;) {
    const x = Math.min(a[i]!, b[j]!);
    while (a[i]! <= x) i++;
    while (b[j]! <= x) j++;
    found = Math.max(found, Math.abs(i / a.length - j / b.length));
  }
  return found;
}
