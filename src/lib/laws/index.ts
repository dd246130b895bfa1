import { countStays } from './countStays.ts';
import { diversityCopied } from './diversityCopied.ts';
import { exponentialMean } from './exponentialMean.ts';
import { logDeterminant } from './logDeterminant.ts';
import { normalMean } from './normalMean.ts';
import { normalSpread } from './normalSpread.ts';
import { lawOf, laws } from './registry.ts';
import { shareStays } from './shareStays.ts';
import { traceStays } from './traceStays.ts';
import { typeFixed } from './typeFixed.ts';
import { typeLives } from './typeLives.ts';
import { typesCopied } from './typesCopied.ts';

/** Every law that the engine can be asked for. A new one is its file and a line here. */
[
  normalMean,
  normalSpread,
  exponentialMean,
  diversityCopied,
  shareStays,
  countStays,
  typeFixed,
  logDeterminant,
  traceStays,
  typesCopied,
  typeLives,
].forEach(laws.add);

export { lawOf, laws };
