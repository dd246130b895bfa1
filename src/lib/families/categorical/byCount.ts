/** The numbers of the types, the commonest first; of equal counts the lower number first. */
export const byCount = (counts: Float64Array): Int32Array =>
  Int32Array.from({ length: counts.length }, (_, type) => type).sort(
    (a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b,
  );
