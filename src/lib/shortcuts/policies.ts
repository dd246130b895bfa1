import { normalBatches } from './normalBatches.ts';
import { shortcuts } from './registry.ts';

/** Imported for what it does: the shortcuts of all policies are in the registry then. */
[normalBatches].forEach(shortcuts.add);
