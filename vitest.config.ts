import { defineConfig } from 'vitest/config';

/** `npm test` runs both projects; `npx vitest run --project engine` the quick one. */
export default defineConfig({
  test: {
    // .ci/run counts from the file.
    reporters: process.env['CI']
      ? ['default', ['json', { outputFile: '.cache/tests.json' }]]
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
          environment: 'node',
          globalSetup: ['test/support/siteSetup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // After the engine's tests, one file at a time: some measure how fast a page answers.
          sequence: { groupOrder: 2 },
          fileParallelism: false,
        },
      },
    ],
  },
});
