import './policies.ts';
import { regimes } from './registry.ts';

/**
 * Every training-data policy that the engine knows, `replace` first. A new one is its file and a
 * name in policies.ts.
 */
export { regimes };
