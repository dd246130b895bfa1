import type { Rng } from '../../types.ts';
import type { Categorical } from './model.ts';

/**
 * Draws type numbers, each with the chance of its share: one uniform number for each. The type
 * whose stretch of the cumulated counts holds it is found from a guide, so that a draw takes a few
 * steps whatever the number of types. Source: Chen & Asau 1974, AIIE Transactions 6(2), 163-166.
 */
export function draw(rng: Rng, { counts, total }: Categorical, n: number): Float64Array {
  const types = counts.length;
  const upTo = new Float64Array(types);
  let sum = 0;
  let last = 0;
  for (let i = 0; i < types; i++) {
    sum += counts[i]!;
    upTo[i] = sum;
    if (counts[i]! > 0) last = i;
  }
  // Stryker disable all: where the search below begins, not where it ends
  const guide = new Int32Array(types);
  let type = 0;
  for (let cell = 0; cell < types; cell++) {
    while (type < last && upTo[type]! <= (cell / types) * total) type++;
    guide[cell] = type;
  }
  // Stryker restore all
  const drawn = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const u = rng.uniform();
    const place = u * total;
    // Stryker disable next-line ArithmeticOperator: any beginning would do
    let found = guide[Math.floor(u * types)]!;
    // Rounding may put the guide one type too far, or the place beyond the last.
    // Stryker disable next-line ConditionalExpression,EqualityOperator: there is none below 0
    while (found > 0 && upTo[found - 1]! > place) found--;
    while (found < last && upTo[found]! <= place) found++;
    drawn[i] = found;
  }
  return drawn;
}
