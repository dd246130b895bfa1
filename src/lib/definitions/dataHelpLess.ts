import type { Definition } from './definition.ts';
import { riskOf } from './risk.ts';

export const dataHelpLess: Definition = {
  id: 'scaling',
  label: 'More data help less',
  short: 'Data help less',
  rule: 'four times the data divide the risk by less than two',
  reads: 'divided',
  find({ small, large }, row) {
    const value = riskOf(small, row) / riskOf(large, row);
    return { collapsed: value < 2, value };
  },
};
