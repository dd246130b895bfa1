import type { Decoding } from '../types.ts';
import { byCount } from '../families/categorical/byCount.ts';

/**
 * Only the k likeliest types can come, as likely beside each other as before. Of types that are
 * equally likely the lower numbers stay. Source: Fan, Lewis & Dauphin 2018, ACL, section 5.4.
 */
export const topK: Decoding = {
  id: 'top-k',
  label: 'Only the k likeliest words',
  summary: 'Of the words that can come next only the k likeliest are drawn from.',
  options: [
    {
      name: 'k',
      symbol: 'k',
      label: 'Words to choose from',
      domain: { min: 1, max: 1_000_000 },
      typical: { min: 1, max: 1_000 },
      default: 40,
      integer: true,
      scale: 'log',
    },
  ],
  reweigh:
    ({ k = NaN }) =>
    (counts) => {
      if (counts.length <= k) return counts;
      const kept = new Float64Array(counts.length);
      for (const type of byCount(counts).subarray(0, k)) kept[type] = counts[type] ?? 0;
      return kept;
    },
};
