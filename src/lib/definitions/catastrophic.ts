import type { Definition } from './definition.ts';
import { riskOf } from './risk.ts';

/** The risk of a model that knows the mean and has no spread. */
const RISK_OF_A_POINT = 1;

export const catastrophic: Definition = {
  id: 'catastrophic',
  label: 'The risk rises catastrophically',
  short: 'Catastrophic',
  rule: 'risk above σ², that of a model which knows the mean and no spread',
  reads: 'risk',
  find({ small }, row) {
    const value = riskOf(small, row);
    return { collapsed: value > RISK_OF_A_POINT, value };
  },
};
