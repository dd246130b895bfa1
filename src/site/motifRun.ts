/** The fits that the motif is drawn from. */
import { FIRST_GRAPH } from '../components/demos/shared/runDemo.ts';
import { runConfig } from '../components/demos/shared/runSettings.ts';
import { recordsOf } from '../lib/recursion.ts';
import type { Bell } from './motif.ts';

/** The run behind the source article's first graph. */
export const MOTIF_CONFIG = runConfig(FIRST_GRAPH);

/** The original distribution, then the fit of every `step`th generation of MOTIF_CONFIG. */
export function motifRun(step: number): Bell[] {
  const bells: Bell[] = [{ mu: MOTIF_CONFIG.truth.mu!, sigma: MOTIF_CONFIG.truth.sigma! }];
  for (const { t, fit } of recordsOf(MOTIF_CONFIG)) {
    if (!fit.ok) throw new Error(`generation ${t} of the motif has no fit: ${fit.reason}`);
    if (t % step === 0) bells.push({ mu: fit.params.mu!, sigma: fit.params.sigma! });
  }
  return bells;
}
