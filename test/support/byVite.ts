import { join } from 'node:path';
import { runnerImport } from 'vite';
import { ROOT } from './root.ts';

/**
 * A module of the project, named from its top, by way of Vite: for programs that Node runs, where
 * what they need reads texts, as a demo does that has programs to take home or a book.
 */
export const byVite = async <Module>(path: string) =>
  (await runnerImport<Module>(join(ROOT, path), { configFile: false, logLevel: 'error' })).module;
