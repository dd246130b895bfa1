/** The longest seed that a stream of words takes, in characters. */
export const LONGEST_SEED = 64;

/**
 * The longest that a box or a link can hold: of a longer one its first so many characters are used.
 */
export const LONGEST_IN_LINK = 40;

/**
 * Length of a seed in characters as readers count them, nearly: code points. An emoji is one here,
 * and two in a string's own `length`; every limit of a seed is measured by this.
 */
export const seedLength = (seed: string) => [...seed].length;
