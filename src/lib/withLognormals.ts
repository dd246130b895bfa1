/**
 * Imported for what it does: sees to it that the lognormals and their estimators are in the
 * registries. They are, unless a build imports the bare registries instead (src/site/leaveOut.ts):
 * most pages know the normal only. See withRegimes.ts.
 */
import './families/index.ts';
import './estimators/index.ts';
import './estimators/lognormals.ts';
import { lognormals } from './families/lognormals.ts';
import { registered } from './registered.ts';

registered.set('withLognormals', lognormals);
