import { categorical } from './categorical/family.ts';
import { exponential } from './exponential.ts';
import { families } from './registry.ts';
import { vectors } from './vectors/family.ts';

/** The families that are not about one curve on a line, and the exponential, in the registry. */
export const models = [exponential, categorical, vectors];
models.forEach(families.add);
