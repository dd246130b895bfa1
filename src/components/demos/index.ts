import { createRegistry } from '../../lib/registry.ts';
import type { Demo } from './shared/demo.ts';
import { averageOfRuns } from './averageOfRuns.ts';
import { bias } from './bias.ts';
import { book } from './book.ts';
import { byHand } from './byHand.ts';
import { compare } from './compare.ts';
import { copies } from './copies.ts';
import { definitions } from './definitions.ts';
import { edge } from './edge.ts';
import { edgePair } from './edgePair.ts';
import { estimators } from './estimators.ts';
import { fateMap } from './fateMap.ts';
import { fading } from './fading.ts';
import { fan } from './fan.ts';
import { finalMean } from './finalMean.ts';
import { growth } from './growth.ts';
import { halfLife } from './halfLife.ts';
import { moreText } from './moreText.ts';
import { pickedRun } from './pickedRun.ts';
import { policies } from './policies.ts';
import { policy } from './policy.ts';
import { price } from './price.ts';
import { prior } from './prior.ts';
import { ranks } from './ranks.ts';
import { rareEvents } from './rareEvents.ts';
import { realShare } from './realShare.ts';
import { run } from './run.ts';
import { selection } from './selection.ts';
import { slips } from './slips.ts';
import { slopes } from './slopes.ts';
import { threshold } from './threshold.ts';
import { wordOrders } from './wordOrders.ts';
import { wordPolicies } from './wordPolicies.ts';

/** A new demo is its file and a line here. */
const every = [
  run,
  byHand,
  rareEvents,
  copies,
  fan,
  pickedRun,
  averageOfRuns,
  finalMean,
  halfLife,
  estimators,
  edge,
  edgePair,
  fading,
  threshold,
  bias,
  policies,
  realShare,
  price,
  slopes,
  prior,
  growth,
  selection,
  fateMap,
  policy,
  definitions,
  slips,
  book,
  compare,
  wordOrders,
  wordPolicies,
  ranks,
  moreText,
];

/**
 * Every demo of the site, by its id. What one looks at besides its result is its own affair, and
 * nobody else’s.
 */
export const demos = createRegistry('demo', every as readonly unknown[] as readonly Demo[]);
