import { lognormal } from './lognormal.ts';
import { lognormal3 } from './lognormal3.ts';
import { families } from './registry.ts';

/** The lognormals, put into the registry. */
export const lognormals = [lognormal, lognormal3];
lognormals.forEach(families.add);
