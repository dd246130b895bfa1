import type { Parameters } from 'fast-check';

/**
 * What every property is tried on in `npm test`, unless COLLAPSE_CASES says how many cases it shall
 * be.
 */
const USUAL = 2000;
const ALL = Number(process.env['COLLAPSE_CASES'] ?? USUAL);
/**
 * Fixed, so that what passed passes again; COLLAPSE_SEED tries others. A failure prints its seed
 * and path.
 */
const SEED = Number(process.env['COLLAPSE_SEED'] ?? 20261130);

/** How fast-check shall try a property: `share` is its part of all cases. */
export const cases = (share = 1): Parameters<unknown> => ({
  numRuns: Math.max(1, Math.round(ALL * share)),
  seed: SEED,
});

/**
 * Milliseconds that a test of properties may take: what is asked for by hand may take as long as it
 * likes.
 */
export const PATIENCE = 120_000 * Math.max(1, ALL / USUAL);
