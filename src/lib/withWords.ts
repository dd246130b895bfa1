/**
 * Imported for what it does: sees to it that the families of types and of sequences, their
 * estimators, the sources of words and the decodings are in the registries. They are, unless a
 * build imports the bare registries instead (src/site/leaveOut.ts). See withRegimes.ts.
 */
import './families/index.ts';
import './estimators/index.ts';
import './estimators/words.ts';
import './shortcuts/index.ts';
import './shortcuts/words.ts';
import { furtherDecodings } from './decodings/words.ts';
import { wordFamilies } from './families/words.ts';
import { registered } from './registered.ts';
import { wordSources } from './sources/words.ts';

registered.set('withWords', [...wordFamilies, ...wordSources, ...furtherDecodings]);
