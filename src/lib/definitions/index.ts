import { createRegistry } from '../registry.ts';
import { catastrophic } from './catastrophic.ts';
import { dataHelpLess } from './dataHelpLess.ts';
import type { Definition } from './definition.ts';
import { riskRises } from './riskRises.ts';
import { spreadDies } from './spreadDies.ts';
import { tailsGone } from './tailsGone.ts';
import { unbounded } from './unbounded.ts';
import { unrealValues } from './unrealValues.ts';

/**
 * The definitions of collapse that schaeffer2025 finds in use, as far as one normal can tell. A new
 * one is its file and a name here.
 */
export const definitions = createRegistry<Definition>('definition', [
  riskRises,
  catastrophic,
  unbounded,
  spreadDies,
  tailsGone,
  unrealValues,
  dataHelpLess,
]);
