/** What leaveOut.test.ts bundles as the scripts of the pages are. */
export { demos } from '../../src/components/demos/index.ts';
export { defaultSettings } from '../../src/settings/fields.ts';
export { firstShown } from '../support/beginning.ts';
export { default as exp } from '@stdlib/math-base-special-exp';
export { default as gammaln } from '@stdlib/math-base-special-gammaln';
export { default as ln } from '@stdlib/math-base-special-ln';
