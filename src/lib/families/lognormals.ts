import type { Family } from '../types.ts';
import { lognormal } from './lognormal.ts';
import { lognormal3 } from './lognormal3.ts';

/** The families that are exponentials of a normal. */
export const lognormals: readonly Family[] = [lognormal, lognormal3];
