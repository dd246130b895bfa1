import './lognormals.ts';
import './models.ts';
import './words.ts';
import { checkParams, families, hasLine, lineFamily } from './registry.ts';

/**
 * Every family that the engine knows, the normal first. A new one is its file and a line in
 * models.ts, or in words.ts for types.
 */
export { checkParams, families, hasLine, lineFamily };
