import { shareOfReal, type RealAmong, type Rest } from './realAmong.ts';

/**
 * Where the second moments of a normal model come to rest if each generation is fitted to n - real
 * values of the newest model and to `real` new ones of the original, with divisor n - 1 (the
 * fresh-data loop of alemohammad2024). Exact for every n. With no real value the mean has no rest,
 * its variance is Infinity, and E s^2 stays sigma^2. Throws a RangeError unless n and `real` are
 * such numbers.
 *
 * With a = real / n, b = 1 - a, sigma = 1, V = Var m and S = E s^2 at rest: a mean square about the
 * fitted mean is the one about 0 less V, so that V = b^2 V + (a + b S) / n   and   S (n - 1) / n =
 * a + b (V + S) - V, which V = (n - 1) / (n (real (2 - a) - 1)) and S = 1 + b n V / (n - 1) solve.
 * One real value gives V = 1 whatever n is.
 */
export function freshRealRest(asked: RealAmong): Rest {
  const share = shareOfReal(asked);
  const { n, real } = asked;
  if (real === 0) return { varianceOfMean: Infinity, meanOfVariance: 1 };
  const varianceOfMean = (n - 1) / (n * (real * (2 - share) - 1));
  return { varianceOfMean, meanOfVariance: 1 + ((1 - share) * n * varianceOfMean) / (n - 1) };
}

/**
 * Var m / sigma^2 at rest for large n, a being the share of new real values: 1 / (n a (2 - a)),
 * Infinity for a = 0. Throws a RangeError unless a is 0 to 1.
 */
export function freshRealRestOfMany({ n, share }: { readonly n: number; readonly share: number }) {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`a share must be 0 to 1, got ${share}`);
  return 1 / (n * share * (2 - share));
}
