import type { Definition } from './definition.ts';
import { halfway, riskOf } from './risk.ts';

export const unbounded: Definition = {
  id: 'unbounded',
  label: 'The risk goes on rising',
  short: 'Goes on rising',
  rule: 'risk more than half above that at about half the time',
  reads: 'times',
  find({ small }, row) {
    const value = riskOf(small, row) / riskOf(small, halfway(small, row));
    return { collapsed: value > 1.5, value };
  },
};
