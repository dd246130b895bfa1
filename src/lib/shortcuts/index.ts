import './policies.ts';
import './models.ts';
import { shortcutFor, shortcuts } from './registry.ts';

/**
 * Every shortcut that the engine knows, the quickest first. A new one is its file and a line in
 * policies.ts or models.ts.
 */
export { shortcutFor, shortcuts };
