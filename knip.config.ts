import type { KnipConfig } from 'knip';

/**
 * What `npm run unused` cannot see by itself. Pages, tests, glob imports and the scripts of
 * package.json it finds.
 */
export default {
  entry: [
    // Run by hand, as their first lines say.
    'src/site/fonts/make.mjs',
    'test/reference/normalRuns.ts',
    // Named as a text by src/site/leaveOut.ts.
    'src/site/standIns/selection.ts',
    // Named as a text by test/mutation/mutation.ts.
    'test/mutation/vitest.config.ts',
    // Named as texts by src/site/engineProgram/engine.ts.
    'src/programs/typescript/*.ts',
  ],
  project: ['**/*.{ts,js,mjs,astro,mdx}'],
  ignoreDependencies: [
    // Named as a text by src/site/fonts/make.mjs.
    '@fontsource-variable/*',
    // Named as a text by test/mutation/mutation.ts.
    '@stryker-mutator/vitest-runner',
    // Comes with Astro, in the version that Astro needs.
    'sharp',
  ],
  // Of the system; a test without them says so.
  ignoreBinaries: ['Xvfb', 'dieharder', 'rsvg-convert'],
} satisfies KnipConfig;
