import type { EnsembleSoFar, EnsemblesResult } from '../../../lib/jobs/ensembles.ts';
import { regimes } from '../../../lib/regimes/index.ts';
import type { Centre, Curation } from '../../../lib/types.ts';
import { simulated } from '../../charts/ensemble.ts';
import { count, percent } from '../../charts/words.ts';

/** What one round of curation makes of a normal model of which it sees infinitely many values. */
function rounded(curation: Curation, between: Parameters<Curation['take']>[1]): Centre {
  if (curation.normal) return curation.normal(between);
  const factor = curation.varianceFactor?.(between.options) ?? NaN;
  return { mean: between.model.mean, sd: between.model.sd * Math.sqrt(factor) };
}

/**
 * The spread after t generations if each model is fitted to infinitely many values of the one
 * before: what curation alone does. Exact where what is kept of a normal is a normal; under
 * truncation each fit is a normal of the same variance.
 */
export function curationAlone({ config }: EnsembleSoFar, t: number): number {
  const { mu, sigma } = config.truth as { mu: number; sigma: number };
  const original: Centre = { mean: mu, sd: sigma };
  const options = config.regimeOptions ?? {};
  const [batch] = regimes.get(config.regime).batches({ t: 2, n: config.n, options });
  const curation = batch?.curation;
  if (!curation) return sigma;
  let model = original;
  for (let done = 1; done < t; done++) model = rounded(curation, { model, original, options });
  return model.sd;
}

/** How far curation alone goes, and how far both go. */
export function selectionSentence({ ensembles }: EnsemblesResult, frame: number): string {
  const [chosen, free] = ensembles as readonly [EnsembleSoFar, EnsembleSoFar];
  const band = chosen.bands[frame]!;
  const sigma = chosen.config.truth.sigma!;
  const left = (share: number) => percent(share / sigma);
  const limit = curationAlone(chosen, band.t);
  const alone = limit >= 0 ? ` With infinitely many values it would be ${left(limit)}.` : '';
  const chosenLeft =
    band.survivors === 0 ? 'no run is left' : `${left(simulated(band, 0.5))} is left`;
  const without = free.bands[frame]!;
  return `Generation ${count(band.t)}: of the typical run’s spread ${chosenLeft}.${alone} Without any selection it is ${left(simulated(without, 0.5))} at the same n.`;
}
