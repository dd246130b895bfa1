import { fixedRealRest } from './fixedRealRest.ts';
import { freshRealRest } from './freshRealRest.ts';
import type { RealAmong, Rest } from './realAmong.ts';

/** The policies under which a resting point is known, by id. */
const RESTS: Readonly<Record<string, (asked: RealAmong) => Rest>> = {
  'fixed-real': fixedRealRest,
  'fresh-real': freshRealRest,
};

/**
 * Where a normal model comes to rest under a policy. Throws a RangeError where that is not known.
 */
export function restUnder(regime: string, asked: RealAmong): Rest {
  const rest = RESTS[regime];
  if (!rest) throw new RangeError(`no resting point is known under ${regime}`);
  return rest(asked);
}
