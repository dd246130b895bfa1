/** `npm run links [-- FOLDER]`: does every link of the built site lead somewhere? */
import { join } from 'node:path';
import { readBuiltSite } from '../support/built.ts';
import { ROOT } from '../support/root.ts';
import { checkLinks } from './checkLinks.ts';

const site = readBuiltSite(process.argv[2] ?? join(ROOT, 'dist'));
const { pages, internal, external, problems } = checkLinks(site);
for (const problem of problems) console.error(problem);
console.log(
  `${pages} pages under ${site.origin}${site.base}: ${internal} links within, ${external} to elsewhere, ${problems.length} wrong`,
);
process.exitCode = problems.length > 0 ? 1 : 0;
