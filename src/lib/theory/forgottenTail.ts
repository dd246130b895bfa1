import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { log1p } from '../special/log1pExpm1.ts';

/*
 * A learner that remembers what it has seen and nothing else, of types with chances p_i
 * proportional to i^(-beta): the chance that the next draw is a type that T draws have not shown is
 * the sum of p_i (1 - p_i)^T. Where the T draws come from a model that has lost every type beyond
 * rank k, they are drawn with q_i = p_i / (p_1 + ... + p_k), and what lies beyond is never learned.
 * Source: dohmatob2024tails, for the scaling; no random number is needed.
 */

/** Types by rank, the chance of each proportional to rank^(-beta). */
export interface Ranked {
  readonly beta: number;
  /** How many there are. */
  readonly types: number;
}

/** Ranks up to here are added one by one. */
const ONE_BY_ONE = 400;

/** Beyond, blocks are this share of their first rank long. */
const BLOCK = 0.02;

/** Ranks at which a sum is evaluated, and for how many each stands. */
interface Nodes {
  readonly ranks: readonly number[];
  readonly weights: readonly number[];
}

/**
 * For sums over ranks first to last of what is smooth in the rank: exact to four orders within
 * blocks, as weights and distances of three nodes match the count of a block and its variance.
 */
function nodesOf(first: number, last: number): Nodes {
  const ranks: number[] = [];
  const weights: number[] = [];
  for (let from = first; from <= last;) {
    const length =
      from <= ONE_BY_ONE ? 1 : Math.min(last - from + 1, Math.max(2, Math.floor(BLOCK * from)));
    if (length === 1) {
      ranks.push(from);
      weights.push(1);
    } else {
      const outer = (length * (length + 1)) / (6 * (length - 1));
      ranks.push(from, from + (length - 1) / 2, from + length - 1);
      weights.push(outer, length - 2 * outer, outer);
    }
    from += length;
  }
  return { ranks, weights };
}

const sumOver = ({ ranks, weights }: Nodes, of: (rank: number, i: number) => number): number =>
  ranks.reduce((sum, rank, i) => sum + (weights[i] ?? 0) * of(rank, i), 0);

/**
 * The error after a number of draws from a model that has kept the types up to rank `kept`; nothing
 * is lost where that is all of them.
 */
export function errorAfter({ beta, types }: Ranked, kept: number): (draws: number) => number {
  const raw = (rank: number) => exp(-beta * ln(rank));
  const inside = nodesOf(1, kept);
  const whole = sumOver(inside, raw);
  const beyond = kept < types ? sumOver(nodesOf(kept + 1, types), raw) : 0;
  const shares = inside.ranks.map((rank) => raw(rank) / whole);
  const unseen = shares.map((share) => log1p(-share));
  return (draws) => {
    const missed = sumOver(inside, (_, i) => (shares[i] ?? 0) * exp(draws * (unseen[i] ?? 0)));
    return (missed * whole + beyond) / (whole + beyond);
  };
}

/** The same for several numbers of draws. */
export const errorsOf = (types: Ranked, kept: number, draws: readonly number[]): number[] =>
  draws.map(errorAfter(types, kept));
