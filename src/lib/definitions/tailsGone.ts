import type { Definition } from './definition.ts';
import { BEYOND_THREE, chancesBeyond } from './tails.ts';

export const tailsGone: Definition = {
  id: 'tails',
  label: 'The tails are gone',
  short: 'Tails gone',
  rule: 'typical model gives values beyond three original SD less than a tenth of their chance',
  reads: 'times',
  find({ small }, row) {
    const ordered = chancesBeyond(small, row, 3).sort();
    const value = (ordered[Math.floor(ordered.length / 2)] ?? NaN) / BEYOND_THREE;
    return { collapsed: value < 0.1, value };
  },
};
