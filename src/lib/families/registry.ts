import { checkValues } from '../parameters.ts';
import { createRegistry } from '../registry.ts';
import type { Family, LineFamily, Params } from '../types.ts';
import { normal } from './normal.ts';

/** The registry itself, with what every page needs; index.ts adds the rest. */
export const families = createRegistry<Family>('family', [normal]);

/** The family of one real variable with this id. Throws where there is none. */
export function lineFamily(id: string): LineFamily {
  const family = families.get(id);
  if (hasLine(family)) return family;
  throw new Error(`not a family of one real variable: ${id}`);
}

/** True for a family of distributions of one real variable. */
export const hasLine = (family: Family): family is LineFamily => family.line !== undefined;

/**
 * Throws a ConfigError, `sigma must be greater than 0, got -3`, unless `params` suit the family.
 */
export function checkParams(family: Family, params: Params): void {
  checkValues(family.id, family.parameters, params);
}
