/**
 * n Var m_t / sigma^2 for n -> Infinity and then t -> Infinity, if nothing is thrown away
 * (dey2024): 1 + 1/4 + 1/9 + … A file of its own, since a page that needs the number needs nothing
 * of accumulateLimit.ts.
 */
export const KEEP_ALL_LIMIT = (Math.PI * Math.PI) / 6;
