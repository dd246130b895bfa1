import type { Decoding } from '../types.ts';
import { byCount } from '../families/categorical/byCount.ts';

/**
 * Only the likeliest types can come, as many as it takes for their chances to add up to the mass at
 * least; of equally likely ones the lower numbers stay. Source: Holtzman et al. 2020, ICLR, section
 * 3.1.
 */
export const nucleus: Decoding = {
  id: 'nucleus',
  aliases: ['top-p'],
  label: 'The nucleus (top-p)',
  summary: 'The likeliest words are drawn from, so many that together they have the given chance.',
  options: [
    {
      name: 'mass',
      symbol: 'p',
      label: 'Chance that is kept',
      domain: { min: 0, max: 1, open: 'min' },
      typical: { min: 0.5, max: 1 },
      default: 0.95,
    },
  ],
  reweigh: ({ mass = NaN }) => {
    if (mass === 1) return (counts) => counts;
    return (counts) => {
      const wanted = mass * counts.reduce((sum, count) => sum + count, 0);
      const kept = new Float64Array(counts.length);
      let sum = 0;
      for (const type of byCount(counts)) {
        if (sum >= wanted) break;
        const count = counts[type] ?? 0;
        kept[type] = count;
        sum += count;
      }
      return kept;
    };
  },
};
