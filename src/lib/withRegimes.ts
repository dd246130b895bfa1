/**
 * Imported for what it does: sees to it that all regimes, and the shortcuts that run them, are in
 * the registries. They are, unless a build imports the bare registries instead, as the site's does
 * for its scripts (src/site/leaveOut.ts): most pages know `replace` only.
 */
import './regimes/index.ts';
import './shortcuts/index.ts';
import { policies } from './regimes/policies.ts';
import './shortcuts/policies.ts';
import { registered } from './registered.ts';

registered.set('withRegimes', policies);
