import { defineConfig } from 'vitest/config';
import { checkFolder } from './src/site/folder.ts';

checkFolder(import.meta.dirname);

/**
 * Every page in every way of reading it, every demo, every program’s law, the long journeys:
 * minutes of work, on its own.
 */
const SURVEY = [
  'test/components/beginnings.test.ts',
  'test/site/demo-access.test.ts',
  'test/site/demo-heavy.test.ts',
  'test/site/edge.test.ts',
  'test/site/ensembles-pick.test.ts',
  'test/site/ensembles-question.test.ts',
  'test/site/ensembles-settings.test.ts',
  'test/site/frame.test.ts',
  'test/site/labels-settings.test.ts',
  'test/site/largeText.test.ts',
  'test/site/paper.test.ts',
  'test/site/inView.test.ts',
  'test/site/policies.test.ts',
  'test/site/share.test.ts',
  'test/site/policiesMap.test.ts',
  'test/site/tie.test.ts',
  'test/site/everyDemo.test.ts',
  'test/site/svgFiles.test.ts',
  'test/site/policyArticles.test.ts',
  'test/site-unit/devServer.test.ts',
  'test/programs/ensembleLaw.test.ts',
  'test/programs/regimeLaw.test.ts',
  'test/programs/law.test.ts',
  'test/programs/lognormal3.test.ts',
  'test/programs/wordsLaw.test.ts',
  'test/recording/heavyLinks.test.ts',
];

/**
 * Attempts more for a test that has a browser, which shares the machine with whatever else runs
 * there: a stall of seconds is not the page's fault. What fails always still fails; .ci/run names
 * what needed another attempt.
 */
const RETRY = 2;

/** `npm test` runs engine and site; `npx vitest run --project engine` the quick one. */
export default defineConfig({
  test: {
    // A poll asks the browser, which may be busy on a machine of two slow cores.
    expect: { poll: { timeout: 30_000 } },
    // .ci/run counts from the file.
    reporters: process.env['CI']
      ? ['default', ['json', { outputFile: process.env['TEST_REPORT'] ?? '.cache/tests.json' }]]
      : ['default'],
    projects: [
      {
        test: {
          name: 'engine',
          include: ['test/**/*.test.ts'],
          exclude: ['test/site/**', 'test/browsers/**', ...SURVEY],
          environment: 'node',
          // Laws are checked by simulation; on a busy machine some take seconds.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
          maxWorkers: '100%',
        },
      },
      {
        test: {
          name: 'site',
          include: ['test/site/**/*.test.ts'],
          exclude: SURVEY,
          environment: 'node',
          globalSetup: ['test/support/siteSetup.ts'],
          retry: RETRY,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          // After the engine's tests, two files at a time: each has a browser of its own.
          sequence: { groupOrder: 2 },
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'browsers',
          include: ['test/browsers/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['test/browsers/setup.ts'],
          retry: RETRY,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          // A file for each browser.
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'survey',
          include: SURVEY,
          environment: 'node',
          globalSetup: ['test/support/siteSetup.ts'],
          retry: RETRY,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
