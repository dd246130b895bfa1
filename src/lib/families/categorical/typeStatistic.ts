import type { Statistic } from '../../types.ts';
import type { Categorical } from './model.ts';

type Asked = Pick<Statistic, 'symbol' | 'label' | 'role'> & {
  of(model: Categorical, type: number): number;
};

const countOf = ({ counts }: Categorical, type: number) => counts[type] ?? 0;

/** What can be asked of one type, by what stands before its number. */
const SERIES: Readonly<Record<string, Asked>> = {
  count: { symbol: 'count', label: 'How often it occurs: type', role: 'count', of: countOf },
  alive: {
    symbol: 'alive',
    label: 'Is alive (1 or 0): type',
    role: 'share',
    of: (model, type) => (countOf(model, type) > 0 ? 1 : 0),
  },
  only: {
    symbol: 'only',
    label: 'Is the only one left (1 or 0): type',
    role: 'share',
    of: (model, type) => (countOf(model, type) === model.total ? 1 : 0),
  },
};

/**
 * What becomes of one type: `count17` is how often type number 17 occurs (its share, where the
 * model has no whole counts); `alive17` is 1 while it is there and 0 after that, `only17` 1 once no
 * other is left, so that their means over runs are chances. Null for another name.
 */
export function typeStatistic(name: string): Statistic<Categorical> | null {
  const [, what = '', digits = ''] = /^([a-z]+)(0|[1-9]\d{0,6})$/.exec(name) ?? [];
  const asked = SERIES[what];
  if (!asked) return null;
  const { symbol, label, role, of } = asked;
  return {
    ...{ name, role, symbol: `${symbol} ${digits}`, label: `${label} ${digits}` },
    ...{ scale: 'linear', onlyAsked: true, inSeries: true },
    of: (model) => of(model, Number(digits)),
  };
}
