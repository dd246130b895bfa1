import { categoricalCounts } from './categorical/counts.ts';
import { estimators } from './registry.ts';
import { pairCounts, tripleCounts } from './sequences/counts.ts';

/** Imported for what it does: the estimators of families/words.ts are in the registry then. */
[categoricalCounts, pairCounts, tripleCounts].forEach(estimators.add);
