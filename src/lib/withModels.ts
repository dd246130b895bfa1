/**
 * Imported for what it does: sees to it that the exponential, the families of vectors, their
 * estimators and the sources of numbers are in the registries. They are, unless a build imports the
 * bare registries instead (src/site/leaveOut.ts). See withRegimes.ts.
 */
import './families/index.ts';
import './estimators/index.ts';
import './estimators/models.ts';
import './shortcuts/index.ts';
import './shortcuts/models.ts';
import { models } from './families/models.ts';
import { registered } from './registered.ts';
import { furtherSources } from './sources/models.ts';

registered.set('withModels', [...models, ...furtherSources]);
