import { shareOfReal, type RealAmong, type Rest } from './realAmong.ts';

/**
 * Where the second moments of a normal model come to rest if each generation is fitted to n - real
 * values of the newest model and to the same `real` values of the original, with divisor n - 1 (the
 * synthetic augmentation loop of alemohammad2024). Exact for every n. A single real value has no
 * spread: s falls to 0, and the mean to that value. With no real value the mean has no rest, its
 * variance is Infinity, and E s^2 stays sigma^2. Throws a RangeError unless n and `real` are such
 * numbers.
 *
 * With a = real / n, b = 1 - a, sigma = 1, p the mean of the real values, D = E (m - p)^2 and S = E
 * s^2 at rest: p does not change and the synthetic mean lies at m + s Z / sqrt(n b), so that D =
 * b^2 (D + S / (n b))   and   (n - 1) S = real - 1 + (n b - 1) S + n a b (D + S / (n b)). The first
 * is D + S / (n b) = S / (n b a (2 - a)), and the second then (real - 1 / (2 - a)) S = real - 1.
 */
export function fixedRealRest(asked: RealAmong): Rest {
  const share = shareOfReal(asked);
  const { n, real } = asked;
  if (real === 0) return { varianceOfMean: Infinity, meanOfVariance: 1 };
  const meanOfVariance = real === 1 ? 0 : (real - 1) / (real - 1 / (2 - share));
  const aboutTheReal = ((1 - share) * meanOfVariance) / (n * share * (2 - share));
  return { varianceOfMean: 1 / real + aboutTheReal, meanOfVariance };
}
