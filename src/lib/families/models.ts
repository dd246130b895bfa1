import { categorical } from './categorical/family.ts';
import { exponential } from './exponential.ts';
import { families } from './registry.ts';
import { wordPairs, wordTriples } from './sequences/family.ts';
import { vectors } from './vectors/family.ts';

/** The families that are not about one curve on a line, and the exponential, in the registry. */
export const models = [exponential, categorical, wordPairs, wordTriples, vectors];
models.forEach(families.add);
