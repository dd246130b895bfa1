import { checkValues } from '../parameters.ts';
import { createRegistry } from '../registry.ts';
import type { Family, Params } from '../types.ts';
import { normal } from './normal.ts';

/** The registry itself, with what every page needs; index.ts adds the rest. */
export const families = createRegistry<Family>('family', [normal]);

/**
 * Throws a ConfigError, `sigma must be greater than 0, got -3`, unless `params` suit the family.
 */
export function checkParams(family: Family, params: Params): void {
  checkValues(family.id, family.parameters, params);
}
