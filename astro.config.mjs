import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { cspHash } from './src/site/cspHash.ts';
import { engineAnew } from './src/site/engineAnew.ts';
import { checkFolder } from './src/site/folder.ts';
import { leaveOut } from './src/site/leaveOut.ts';
import { licences } from './src/site/licences.ts';
import { place } from './src/site/repository.ts';
import { themeScript } from './src/site/themeScript.ts';

checkFolder(import.meta.dirname);

/** Licences of what is bundled stand in one file, licences.txt, instead of inside every script. */
const licensed = licences(import.meta.dirname);
const withoutLegalComments = { comments: { legal: false } };

/** Texts that readers copy are a file of their own: data, that only who needs them loads. */
const textsApart = {
  codeSplitting: {
    groups: [{ name: 'text-data', test: /datasets-moby-dick|shared\/texts\/(mobyDick|site)/ }],
  },
};

/** By name too, where it is known: WebKit knows no `'self'` in a frame that is sandboxed. */
const SELF = ["'self'", ...(place.known ? [place.site] : [])];

export default defineConfig({
  site: place.site,
  base: place.base,
  trailingSlash: 'always',
  // Whitespace with a line break in it is dropped, as in JSX; Prettier knows and writes {' '} where
  // it matters.
  compressHTML: 'jsx',
  build: { format: 'directory', inlineStylesheets: 'never' },
  // Highlighting by class names: Shiki writes style attributes, which the policy forbids.
  markdown: { syntaxHighlight: 'prism' },
  integrations: [
    mdx(),
    sitemap({ filter: (page) => !/\/(embed|404)\//.test(page) }),
    licensed.integration,
  ],
  // A data: URL would be blocked by the policy (fonts, workers), so nothing is inlined.
  vite: {
    build: {
      assetsInlineLimit: 0,
      // Else the minifier merges declarations into forms that WebKit refuses: `text-decoration:
      // underline 1px`.
      cssTarget: ['chrome111', 'firefox114', 'safari16'],
      rolldownOptions: { output: { ...withoutLegalComments, ...textsApart } },
    },
    plugins: [engineAnew(import.meta.dirname), leaveOut(), licensed.plugin()],
    worker: {
      format: 'es',
      plugins: () => [leaveOut(), licensed.plugin()],
      rolldownOptions: { output: withoutLegalComments },
    },
  },
  devToolbar: { enabled: false },
  security: {
    csp: {
      directives: [
        `default-src ${SELF.join(' ')}`,
        `worker-src ${SELF.join(' ')}`,
        `img-src ${SELF.join(' ')} data: blob:`,
        `font-src ${SELF.join(' ')}`,
        `connect-src ${SELF.join(' ')}`,
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
      ],
      scriptDirective: { resources: SELF, hashes: [cspHash(themeScript)] },
      styleDirective: { resources: SELF },
    },
  },
});
