/**
 * Imported for what it does: sees to it that the lognormals and their estimators are in the registries. They are, unless a build
 * left them out of the registries' own files, as the site's does for its scripts (src/site/leaveOut.ts): most pages
 * have no use for them, and they weigh as much as all else that the engine registers.
 */
import { estimators } from './estimators/index.ts';
import { lognormals as lognormalEstimators } from './estimators/lognormals.ts';
import { families } from './families/index.ts';
import { lognormals } from './families/lognormals.ts';

for (const family of lognormals) if (!families.has(family.id)) families.add(family);

for (const estimator of lognormalEstimators) {
  if (!estimators.all.includes(estimator)) estimators.add(estimator);
}
