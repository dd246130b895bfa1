/** The fits that the motif is drawn from. */
import { FIRST_GRAPH } from '../components/demos/shared/runDemo.ts';
import { runConfig } from '../components/demos/shared/runSettings.ts';
import { normal } from '../lib/families/normal.ts';
import { recordsOf } from '../lib/recursion.ts';
import type { Normal } from '../lib/types.ts';
import type { Bell } from './motif.ts';

/** The run behind the source article's first graph. */
export const MOTIF_CONFIG = runConfig(FIRST_GRAPH);

/** The original distribution, then the fit of every `step`th generation of MOTIF_CONFIG. */
export function motifRun(step: number): Bell[] {
  const bells: Bell[] = [normal.model(MOTIF_CONFIG.truth)];
  for (const { t, fit } of recordsOf(MOTIF_CONFIG)) {
    if (!fit.ok) throw new Error(`generation ${t} of the motif has no fit: ${fit.reason}`);
    if (t % step === 0) bells.push(fit.model as Normal);
  }
  return bells;
}
