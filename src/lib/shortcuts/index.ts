import './policies.ts';
import './models.ts';
import './words.ts';
import { shortcutFor, shortcuts } from './registry.ts';

/**
 * Every shortcut that the engine knows, the quickest first. A new one is its file and a line in
 * policies.ts, models.ts or words.ts.
 */
export { shortcutFor, shortcuts };
