import type { Definition } from './definition.ts';
import { riskOf } from './risk.ts';

export const riskRises: Definition = {
  id: 'any',
  label: 'The risk rises',
  short: 'Risk rises',
  rule: 'risk more than a tenth above that of the first fit',
  reads: 'times',
  find({ small }, row) {
    const value = riskOf(small, row) / riskOf(small, 0);
    return { collapsed: value > 1.1, value };
  },
};
