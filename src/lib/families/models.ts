import { exponential } from './exponential.ts';
import { families } from './registry.ts';
import { vectors } from './vectors/family.ts';

/** The exponential, and the families that are not about one curve on a line, in the registry. */
export const models = [exponential, vectors];
models.forEach(families.add);
