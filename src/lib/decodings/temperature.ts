import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import type { Decoding } from '../types.ts';

/**
 * The chance p of a type becomes p^(1/τ), made to add up to 1 again: below 1 the likely types
 * become likelier, above 1 the chances come closer to each other. Source: Ackley, Hinton &
 * Sejnowski 1985, Cognitive Science 9, 147-169.
 */
export const temperature: Decoding = {
  id: 'temperature',
  label: 'Temperature',
  summary: 'Chances are raised to the power 1/τ: below 1 the likely words become likelier still.',
  options: [
    {
      name: 'tau',
      symbol: 'τ',
      label: 'Temperature',
      domain: { min: 0.05, max: 20 },
      typical: { min: 0.5, max: 2 },
      default: 0.9,
      scale: 'log',
    },
  ],
  reweigh: ({ tau = NaN }) => {
    if (tau === 1) return (counts) => counts;
    return (counts) => {
      const most = counts.reduce((largest, count) => Math.max(largest, count), 0);
      // Against the largest, so that no power is too large to hold.
      return counts.map((count) => (count > 0 ? exp(ln(count / most) / tau) : 0));
    };
  },
};
