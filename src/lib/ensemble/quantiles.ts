import { entryAt } from '../entryAt.ts';
import { orderStatistics, type Room } from './orderStatistics.ts';

/**
 * Sample quantiles of type 7, the default of R and NumPy: the value at the place (n - 1) p of the
 * sorted values, counted from 0, on a straight line between two of them. NaN for no values. Values
 * are finite, levels in [0, 1]. Source: Hyndman & Fan 1996, The American Statistician 50(4),
 * 361-365.
 */
export function quantilesOf(values: Float64Array, levels: readonly number[], room: Room): number[] {
  const last = values.length - 1;
  if (last < 0) return levels.map(() => NaN);
  const wanted = levels.map((level) => last * level);
  const places = [...new Set(wanted.flatMap((place) => [Math.floor(place), Math.ceil(place)]))];
  places.sort((a, b) => a - b);
  const found = orderStatistics(values, places, room);
  const valueAt = (place: number) => entryAt(found, places.indexOf(place));
  return wanted.map((place) => {
    const below = Math.floor(place);
    const weight = place - below;
    const low = valueAt(below);
    // Weighted, since a difference of two doubles may be larger than any double.
    return weight === 0 ? low : (1 - weight) * low + weight * valueAt(below + 1);
  });
}
