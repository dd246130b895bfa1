import { chanceGone } from '../theory/typesAlive.ts';
import { fateOfType, type OneType } from '../theory/wrightFisher.ts';
import type { Law } from './law.ts';

/** Up to so many tokens the chances are worked out count by count, which takes n² steps a copy. */
export const FEW = 200;

/**
 * The chance that one type is alive, where each sample is copied from the last, or all are kept.
 */
export const typeLives: Law = {
  id: 'type-lives',
  label: 'A type is alive, as an allele is under drift',
  reference: 'wright1931',
  exact: false,
  statistics: ['alive#'],
  open({ config, regime, real }, statistic) {
    const share = shareOf(real.shares, statistic);
    if (share === null) return null;
    const { n } = config;
    const alive = n <= FEW ? aliveExactly({ n, share }) : aliveNearly({ n, share });
    if (regime.id === 'replace') return { mean: alive, meanInTheEnd: share };
    return regime.id === 'accumulate' ? { mean: () => alive(1), meanInTheEnd: alive(1) } : null;
  },
};

/** By the transition matrix. */
function aliveExactly(type: OneType) {
  const fate = fateOfType(type);
  return (k: number) => 1 - fate(k).gone;
}

/** As a branching process, but that the last type lives for ever. */
const aliveNearly =
  ({ n, share }: OneType) =>
  (k: number) =>
    Math.max(share, 1 - chanceGone(n * share, k));

/** The real share of the type whose number ends this name; null where shares are not known. */
export function shareOf(shares: Float64Array | undefined, name: string): number | null {
  return shares ? (shares[Number(/\d+$/.exec(name)?.[0])] ?? 0) : null;
}
