import './models.ts';
import './words.ts';
import { sources } from './registry.ts';

/** Where real data can come from beside the family itself. */
export { sources };
