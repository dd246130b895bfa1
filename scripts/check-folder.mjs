/**
 * `npm run build` and `npm run dev` ask this before Astro, which would not find its own settings in
 * such a folder.
 */
import { checkFolder } from '../src/site/folder.ts';

try {
  checkFolder(process.cwd());
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
