import { drain } from '../../src/lib/drain.ts';
import type { Job } from '../../src/lib/jobs/job.ts';
import { keyed } from '../../src/lib/random/keyed.ts';

/** Everything that a job makes for an input, in the order in which it is wanted. */
export const allMade = <I, P, M, R>({ pieces, make }: Job<I, P, M, R>, input: I): M[] =>
  pieces(input).map((piece) => drain(make(piece)));

/** The join of what has been made, in that order. */
export const joined = <I, P, M, R>({ join }: Job<I, P, M, R>, input: I, made: readonly M[]) =>
  drain(join(input, made));

/** The same in another order, which the seed decides. */
export function shuffled<T>(list: readonly T[], seed: string): T[] {
  const rng = keyed.open(seed)(1);
  const order = list.map((item) => ({ item, place: rng.uniform() }));
  return order.sort((a, b) => a.place - b.place).map(({ item }) => item);
}

/**
 * What comes back, in the order in which it does, when the pieces are dealt to workers as the page
 * deals them: the next one to whoever is free. Each worker goes on by one step in turn, and hands
 * over copies, as messages are.
 */
export function madeByWorkers<I, P, M, R>(job: Job<I, P, M, R>, input: I, workers: number): M[] {
  const queue = structuredClone([...job.pieces(input)]);
  const hands = Array.from({ length: workers }, () => null as Generator<number, M> | null);
  const made: M[] = [];
  while (queue.length > 0 || hands.some(Boolean)) {
    hands.forEach((work, i) => {
      const current = (hands[i] = work ?? (queue.length > 0 ? job.make(queue.shift()!) : null));
      const next = current?.next();
      if (!next?.done) return;
      made.push(structuredClone(next.value));
      hands[i] = null;
    });
  }
  return made;
}
