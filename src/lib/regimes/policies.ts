import { accumulate } from './accumulate.ts';
import { accumulateFresh } from './accumulateFresh.ts';
import { accumulateSubsample } from './accumulateSubsample.ts';
import { fixedReal } from './fixedReal.ts';
import { freshReal } from './freshReal.ts';
import { growing } from './growing.ts';
import { growingGeometric } from './growingGeometric.ts';
import { regimes } from './registry.ts';
import { sharpened } from './sharpened.ts';
import { softSelection } from './softSelection.ts';
import { truncated } from './truncated.ts';
import { weighted } from './weighted.ts';

/** Every policy but `replace`, put into the registry. A new one is its file and a name here. */
export const policies = [
  freshReal,
  fixedReal,
  accumulate,
  accumulateFresh,
  accumulateSubsample,
  weighted,
  growing,
  growingGeometric,
  truncated,
  softSelection,
  sharpened,
];
policies.forEach(regimes.add);
