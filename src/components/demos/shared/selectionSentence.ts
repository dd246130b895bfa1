import { entryAt } from '../../../lib/entryAt.ts';
import type { EnsembleSoFar, EnsemblesResult } from '../../../lib/jobs/ensembles.ts';
import { regimes } from '../../../lib/regimes/index.ts';
import type { Centre, Curation } from '../../../lib/types.ts';
import { originalOf } from '../../charts/bell.ts';
import { bandOf, simulated } from '../../charts/ensemble.ts';
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
  const original = originalOf(config);
  const options = config.regimeOptions ?? {};
  const [batch] = regimes.get(config.regime).batches({ t: 2, n: config.n, options });
  const curation = batch?.curation;
  if (!curation) return original.sd;
  let model = original;
  for (let done = 1; done < t; done++) model = rounded(curation, { model, original, options });
  return model.sd;
}

/** How far curation alone goes, and how far both go. */
export function selectionSentence({ ensembles }: EnsemblesResult, frame: number): string {
  const [chosen, free] = [entryAt(ensembles, 0), entryAt(ensembles, 1)];
  const band = bandOf(chosen, frame);
  const { sd } = originalOf(chosen.config);
  const left = (spread: number) => percent(spread / sd);
  const typical = (ensemble: EnsembleSoFar) =>
    left(simulated(ensemble, bandOf(ensemble, frame), 0.5));
  const limit = curationAlone(chosen, band.t);
  const alone = limit >= 0 ? ` With infinitely many values it would be ${left(limit)}.` : '';
  const chosenLeft = band.survivors === 0 ? 'no run is left' : `${typical(chosen)} is left`;
  return `Generation ${count(band.t)}: of the typical run’s spread ${chosenLeft}.${alone} Without any selection it is ${typical(free)} at the same n.`;
}
