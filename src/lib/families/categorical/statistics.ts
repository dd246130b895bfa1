import ln from '@stdlib/math-base-special-ln';
import type { Statistic } from '../../types.ts';
import type { Categorical } from './model.ts';

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
  for (const count of counts) if (count > most) most = count;
  return most / total;
}

/** What is shown of a table of types; the variety of types is to it what spread is to a line. */
export const categoricalStatistics: readonly Statistic<Categorical>[] = [
  {
    name: 'types',
    symbol: 'types',
    label: 'Number of types alive',
    role: 'count',
    scale: 'log',
    of: alive,
  },
  {
    name: 'diversity',
    symbol: 'diversity',
    label: 'Diversity (chance that two draws differ)',
    role: 'spread',
    scale: 'linear',
    of: diversity,
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
  },
  {
    name: 'commonest',
    symbol: 'commonest',
    label: 'Share of the commonest type',
    role: 'share',
    scale: 'linear',
    onlyAsked: true,
    of: commonest,
  },
  {
    name: 'first',
    symbol: 'first',
    label: 'Share of the first type',
    role: 'share',
    scale: 'linear',
    onlyAsked: true,
    of: ({ counts, total }) => counts[0]! / total,
  },
];
