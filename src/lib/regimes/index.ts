import { accumulate } from './accumulate.ts';
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

/**
 * Every training-data policy that the engine knows, `replace` first. A new one is its file and a
 * line here.
 */
[
  freshReal,
  fixedReal,
  accumulate,
  accumulateSubsample,
  weighted,
  growing,
  growingGeometric,
  truncated,
  softSelection,
  sharpened,
].forEach(regimes.add);

export { regimes };
