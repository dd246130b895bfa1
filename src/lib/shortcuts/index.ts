import { normalBatches } from './normalBatches.ts';
import { shortcutFor, shortcuts } from './registry.ts';

/**
 * Every shortcut that the engine knows, the quickest first. A new one is its file and a line here.
 */
[normalBatches].forEach(shortcuts.add);

export { shortcutFor, shortcuts };
