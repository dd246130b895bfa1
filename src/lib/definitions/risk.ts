import { normal } from '../families/normal.ts';
import type { EnsembleSoFar } from '../jobs/ensembles.ts';
import { exactRisk } from '../theory/wasserstein.ts';

/**
 * The mean squared Wasserstein distance between model and original, E (m - mu)^2 + E (s - sigma)^2,
 * in units of sigma^2: the risk of all definitions that speak of one. Exact where that is known, as
 * under replace: there it is carried in the long run by runs too rare to be among those made, so
 * that their average would stop rising while the risk does not.
 */
export function riskOf({ config, bands }: EnsembleSoFar, row: number): number {
  const band = bands[row];
  const { mu: m, sigma: s } = band?.statistics ?? {};
  if (!band || !m || !s) return NaN;
  const exact = exactRisk(config, band.t);
  if (exact !== null) return exact;
  const { mu, sigma } = normal.model(config.truth);
  const centre = m.meanSquare - 2 * mu * m.mean + mu * mu;
  const spread = s.meanSquare - 2 * sigma * s.mean + sigma * sigma;
  return (centre + spread) / (sigma * sigma);
}

/** The row whose generation is nearest to half of that of another row. */
export function halfway({ config: { at } }: EnsembleSoFar, row: number): number {
  const half = (at[row] ?? NaN) / 2;
  let best = 0;
  for (const [other, t] of at.entries())
    if (Math.abs(t - half) < Math.abs((at[best] ?? NaN) - half)) best = other;
  return best;
}
