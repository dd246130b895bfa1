import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The folder that holds package.json. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where tests keep what can be made again: browsers, builds, pictures. */
export const CACHE = join(ROOT, '.cache');
