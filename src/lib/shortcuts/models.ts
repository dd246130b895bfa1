import { shortcuts } from './registry.ts';
import { vectorsReplace } from './vectorsReplace.ts';

/** Imported for what it does: the shortcuts of families/models.ts are in the registry then. */
[vectorsReplace].forEach(shortcuts.add);
