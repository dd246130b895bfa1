import { drain } from '../../lib/drain.ts';
import type { EnsembleSoFar } from '../../lib/jobs/ensembles.ts';
import { lawOf } from '../../lib/laws/index.ts';
import type { Measure } from './measures.ts';
import { checkedOf } from './statistic.ts';

/** What a law says of a measure, at the generations that an ensemble keeps. */
interface LawLine {
  readonly what: 'median' | 'mean';
  readonly values: readonly number[];
}

type Kept = Pick<EnsembleSoFar, 'config'>;

/** Lines that have been worked out: pictures ask for them at every drawing. */
const known = new WeakMap<Kept['config'], Map<string, LawLine | null>>();

/**
 * The middle of the runs by law, where one knows that, else their mean; null where none knows
 * either. Resumable: a value may take a millisecond.
 */
export function* findLaw(
  { config }: Kept,
  { name }: Measure,
): Generator<undefined, LawLine | null> {
  const ofThis = known.get(config) ?? new Map<string, LawLine | null>();
  known.set(config, ofThis);
  const before = ofThis.get(name);
  if (before !== undefined) return before;
  const { quantile, mean } = lawOf(checkedOf(config), name)?.known ?? {};
  const at = quantile ? (t: number) => quantile(0.5, t) : mean;
  const values: number[] = [];
  if (at) {
    for (const t of config.at) {
      values.push(at(t));
      yield;
    }
  }
  const line = at ? ({ what: quantile ? 'median' : 'mean', values } as const) : null;
  ofThis.set(name, line);
  return line;
}

/** The same, at once. */
export const lawLine = (of: Kept, measure: Measure) => drain(findLaw(of, measure));
