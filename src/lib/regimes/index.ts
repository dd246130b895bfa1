import { createRegistry } from '../registry.ts';
import type { Regime } from '../types.ts';
import { accumulate } from './accumulate.ts';
import { accumulateSubsample } from './accumulateSubsample.ts';
import { fixedReal } from './fixedReal.ts';
import { freshReal } from './freshReal.ts';
import { growing } from './growing.ts';
import { growingGeometric } from './growingGeometric.ts';
import { replace } from './replace.ts';
import { sharpened } from './sharpened.ts';
import { softSelection } from './softSelection.ts';
import { truncated } from './truncated.ts';
import { weighted } from './weighted.ts';

/** Every training-data policy that the engine knows. */
export const regimes = createRegistry<Regime>('regime', [
  replace,
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
]);
