import type { Statistic } from '../../types.ts';
import type { Categorical } from './model.ts';

/**
 * What becomes of one type: `count17` is how often type number 17 occurs (its share, where the
 * model has no whole counts), `alive17` is 1 while it is there and 0 after that, so that its mean
 * over runs is the chance that the type lives. Null for another name.
 */
export function typeStatistic(name: string): Statistic<Categorical> | null {
  const [, what, digits] = /^(count|alive)(0|[1-9]\d{0,6})$/.exec(name) ?? [];
  if (!what || !digits) return null;
  const type = Number(digits);
  const countOf = ({ counts }: Categorical) => counts[type] ?? 0;
  const its = what === 'count';
  return {
    name,
    symbol: its ? `c${digits}` : `alive ${digits}`,
    label: its ? `How often type ${digits} occurs` : `Type ${digits} is alive`,
    role: its ? 'count' : 'share',
    scale: 'linear',
    onlyAsked: true,
    inSeries: true,
    of: its ? countOf : (model) => (countOf(model) > 0 ? 1 : 0),
  };
}
