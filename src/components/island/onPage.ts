import { jobNamed } from '../../lib/jobs/index.ts';
import type { Queued } from './errand.ts';
import { breath, inStretches } from './stretches.ts';

/** What is being made here; another, or none, once it was called off. */
let current: Queued | null = null;

/** True while a piece is made on the page's own thread. */
export const isBusyHere = () => current !== null;

/**
 * Makes a piece on the page's own thread, in stretches that leave the reader in charge, where no
 * worker can be had.
 */
export async function makeHere(errand: Queued): Promise<void> {
  current = errand;
  // Never while whoever sent it is still at it.
  await breath();
  if (current !== errand) return;
  try {
    const made = await inStretches(jobNamed(errand.job).make(errand.piece), (share) => {
      if (current === errand) errand.onProgress(share);
      return current === errand;
    });
    if (current !== errand) return;
    current = null;
    errand.onMade(made);
  } catch (error) {
    if (current !== errand) return;
    current = null;
    errand.onFailed(error instanceof Error ? error : new Error(String(error)));
  }
}

/** The piece under way is not wanted any more, if it is one of these. */
export function dropHere(errands: ReadonlySet<Queued>): void {
  if (current && errands.has(current)) current = null;
}
