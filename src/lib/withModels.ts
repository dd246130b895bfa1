/**
 * Imported for what it does: sees to it that the families of types, of sequences and of vectors,
 * the exponential, their estimators, the sources and the decodings are in the registries. They are,
 * unless a build imports the bare registries instead (src/site/leaveOut.ts). See withRegimes.ts.
 */
import './families/index.ts';
import './estimators/index.ts';
import './estimators/models.ts';
import './shortcuts/index.ts';
import './shortcuts/models.ts';
import { furtherDecodings } from './decodings/models.ts';
import { models } from './families/models.ts';
import { registered } from './registered.ts';
import { furtherSources } from './sources/models.ts';

registered.set('withModels', [...models, ...furtherSources, ...furtherDecodings]);
