import type { Definition } from './definition.ts';
import { chancesBeyond } from './tails.ts';

export const unrealValues: Definition = {
  id: 'invented',
  label: 'Unreal values appear',
  short: 'Unreal values',
  rule: 'models on average give values beyond five original SD a chance of more than one in a thousand',
  reads: 'share',
  find({ small }, row) {
    const chances = chancesBeyond(small, row, 5);
    const value = chances.reduce((sum, chance) => sum + chance, 0) / chances.length;
    return { collapsed: value > 1e-3, value };
  },
};
