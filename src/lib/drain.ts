/** Runs a generator to its end, here and now. */
export function drain<Result>(work: Generator<unknown, Result>): Result {
  let next = work.next();
  while (!next.done) next = work.next();
  return next.value;
}
