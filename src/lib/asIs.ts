/**
 * The `record` of a stream that stores values as they are simulated. The recursion knows this
 * function and leaves it out: one loop that calls now this, now another stream's rounding, takes as
 * long as all the draws.
 */
export const asIs = (value: number): number => value;
