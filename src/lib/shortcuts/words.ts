import { categoricalReplace } from './categoricalReplace.ts';
import { shortcuts } from './registry.ts';

/** Imported for what it does: the shortcuts of families/words.ts are in the registry then. */
[categoricalReplace].forEach(shortcuts.add);
