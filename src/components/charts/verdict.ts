import type { EnsembleSoFar } from '../../lib/jobs/ensembles.ts';
import { cdfOfSd } from '../../lib/theory/sdLaw.ts';
import { generationAt, lawAt } from './ensemble.ts';

/** P(s <= x) in a row of an ensemble, by the exact law. */
export function chanceBelow(ensemble: EnsembleSoFar, row: number, x: number): number {
  return cdfOfSd({ ...lawAt(ensemble, generationAt(ensemble, row)), x });
}
