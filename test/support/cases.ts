/** How many cases property tests try in all; more by the environment variable COLLAPSE_CASES. */
const TOTAL = 2000;

/** The cases of one property that gets this share of them all; at least one. */
export function cases(share: number): number {
  const total = Number(process.env['COLLAPSE_CASES'] ?? TOTAL);
  return Math.max(1, Math.round(share * total));
}
