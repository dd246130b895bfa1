import ln from '@stdlib/math-base-special-ln';
import { byCount } from './byCount.ts';
import type { Distribution, Statistic } from '../../types.ts';
import { tableOf, type Categorical } from './model.ts';

const alive = ({ counts }: Categorical) => {
  let types = 0;
  for (const count of counts) if (count > 0) types++;
  return types;
};

/** The probability that two draws differ: 1 less the sum of squared shares. */
function diversity({ counts, total }: Categorical): number {
  let squares = 0;
  for (const count of counts) squares += (count / total) * (count / total);
  return 1 - squares;
}

/** Shannon's entropy in bits. */
function entropy({ counts, total }: Categorical): number {
  let sum = 0;
  for (const count of counts) if (count > 0) sum -= (count / total) * ln(count / total);
  return sum / Math.LN2;
}

/** The share of the commonest type. */
function commonest({ counts, total }: Categorical): number {
  let most = 0;
  // Stryker disable next-line EqualityOperator: the same number
  for (const count of counts) if (count > most) most = count;
  return most / total;
}

const firstShare = ({ counts, total }: Categorical) => (counts[0] ?? 0) / total;

/** How many types occur once; NaN where counts are shares. */
function seenOnce({ counts }: Categorical): number {
  let types = 0;
  for (const count of counts) {
    if (!Number.isInteger(count)) return NaN;
    if (count === 1) types++;
  }
  return types;
}

/** The share of the ten commonest types together. */
function commonestTen({ counts, total }: Categorical): number {
  let sum = 0;
  for (const type of byCount(counts).subarray(0, 10)) sum += counts[type] ?? 0;
  return sum / total;
}

/** The same of real types of which the shares are known, where no model comes nearest to them. */
const ofShares =
  (of: (table: Categorical) => number) =>
  ({ shares }: Distribution) =>
    shares ? of(tableOf(shares)) : NaN;

/** What is shown of a table of types; the variety of types is to it what spread is to a line. */
export const categoricalStatistics: readonly Statistic<Categorical>[] = [
  {
    name: 'types',
    symbol: 'types',
    label: 'Number of types alive',
    role: 'count',
    scale: 'log',
    of: alive,
    ofReal: ofShares(alive),
  },
  {
    name: 'diversity',
    symbol: 'diversity',
    label: 'Diversity (chance that two draws differ)',
    role: 'spread',
    scale: 'linear',
    of: diversity,
    ofReal: ofShares(diversity),
  },
  {
    name: 'entropy',
    symbol: 'entropy, bits',
    label: 'Entropy',
    unit: 'bits',
    role: 'spread',
    scale: 'linear',
    onlyAsked: true,
    of: entropy,
    ofReal: ofShares(entropy),
  },
  {
    name: 'next',
    symbol: 'next, bits',
    label: 'Entropy of the next type, the last one known',
    unit: 'bits',
    role: 'spread',
    scale: 'linear',
    onlyAsked: true,
    // In a table each draw is independent of the last.
    of: entropy,
    ofReal: ofShares(entropy),
  },
  {
    name: 'rate',
    symbol: 'rate, bits',
    label: 'Entropy of the next type, as far back as the model looks',
    unit: 'bits',
    role: 'spread',
    scale: 'linear',
    onlyAsked: true,
    of: entropy,
    ofReal: ofShares(entropy),
  },
  {
    name: 'once',
    symbol: 'seen once',
    label: 'Number of types that occur once',
    role: 'count',
    scale: 'log',
    onlyAsked: true,
    of: seenOnce,
  },
  {
    name: 'commonest',
    symbol: 'commonest',
    label: 'Share of the commonest type',
    role: 'share',
    scale: 'linear',
    onlyAsked: true,
    of: commonest,
    ofReal: ofShares(commonest),
  },
  {
    name: 'ten',
    symbol: 'ten',
    label: 'Share of the ten commonest types',
    role: 'share',
    scale: 'linear',
    onlyAsked: true,
    of: commonestTen,
    ofReal: ofShares(commonestTen),
  },
  {
    name: 'first',
    symbol: 'first',
    label: 'Share of the first type',
    role: 'share',
    scale: 'linear',
    onlyAsked: true,
    of: firstShare,
    ofReal: ofShares(firstShare),
  },
];
