import { categorical } from './categorical/family.ts';
import { families } from './registry.ts';
import { wordPairs, wordTriples } from './sequences/family.ts';

/** The families of types and of sequences of them, in the registry. */
export const wordFamilies = [categorical, wordPairs, wordTriples];
wordFamilies.forEach(families.add);
