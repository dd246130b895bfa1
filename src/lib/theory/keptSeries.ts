import { logVarianceSeries, type LogVarianceSeries } from '../special/logVarianceSeries.ts';

/**
 * The series asked for lately, by "n/k": a figure asks for the same ones at every level and at
 * every frame.
 */
const kept = new Map<string, LogVarianceSeries>();
const MOST_KEPT = 500;

/**
 * `logVarianceSeries(n, k)`, made once. Throws a RangeError unless k is a whole number from 1 and n
 * finite and at least 2.
 */
export function seriesOf(n: number, k: number): LogVarianceSeries {
  if (!(n >= 2 && n < Infinity)) throw new RangeError(`a spread needs n of at least 2, got ${n}`);
  if (!(Number.isInteger(k) && k >= 1)) {
    throw new RangeError(`generations are whole numbers from 1, got ${k}`);
  }
  const key = `${n}/${k}`;
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const series = logVarianceSeries(n, k);
  kept.set(key, series);
  return series;
}
