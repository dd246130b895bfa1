import { defineConfig } from 'vitest/config';
import { ROOMS } from './rooms.ts';

/** The tests of the room that mutation.ts has at hand. */
export default defineConfig({
  test: {
    include: [...ROOMS[process.env['MUTATION_ROOM'] ?? '']!.tests],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
