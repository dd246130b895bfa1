import { defineConfig } from 'vitest/config';

/** Tests that measure time. */
const SPEED = ['test/site/repaint.test.ts', 'test/site/ensembleSpeed.test.ts'];

/** Every page in every way of reading it: minutes of work, on its own. */
const SURVEY = ['test/site/frame.test.ts'];

/** `npm test` runs all projects but the survey; `npx vitest run --project engine` the quick one. */
export default defineConfig({
  test: {
    // A poll asks the browser, which may be busy on a machine of two cores.
    expect: { poll: { timeout: 10_000 } },
    // .ci/run counts from the file.
    reporters: process.env['CI']
      ? ['default', ['json', { outputFile: process.env['TEST_REPORT'] ?? '.cache/tests.json' }]]
      : ['default'],
    projects: [
      {
        test: {
          name: 'engine',
          include: ['test/**/*.test.ts'],
          exclude: ['test/site/**'],
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
          exclude: [...SPEED, ...SURVEY],
          environment: 'node',
          globalSetup: ['test/support/siteSetup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // After the engine's tests, two files at a time: each has a browser of its own.
          sequence: { groupOrder: 2 },
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'survey',
          include: SURVEY,
          environment: 'node',
          globalSetup: ['test/support/siteSetup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'speed',
          include: SPEED,
          environment: 'node',
          globalSetup: ['test/support/siteSetup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Alone and last: it measures how fast a page answers.
          sequence: { groupOrder: 3 },
          fileParallelism: false,
        },
      },
    ],
  },
});
