import { test } from 'vitest';
import { lastLine, run } from '../support/run.ts';

type Runnable = 'r' | 'python';

/**
 * Something that runs the programs of one language on this machine, or the reason why nothing does.
 */
interface Tool {
  readonly id: Runnable;
  readonly command: string;
  /** Empty if it works. */
  readonly missing: string;
}

/** The first of `candidates` that `args` succeed with. */
async function find(id: Runnable, what: string, candidates: readonly string[], args: string[]) {
  let why = '';
  for (const command of candidates) {
    const { code, stderr } = await run(command, args, { timeout: 60_000 });
    if (code === 0) return { id, command, missing: '' };
    why = lastLine(stderr);
  }
  return { id, command: '', missing: `${what} is not installed here (${why})` };
}

/**
 * R and Python. This project cannot run SAS; TypeScript brings the engine: typescript.test.ts.
 */
export const tools: readonly Tool[] = [
  ...(await Promise.all([
    find('r', 'R', ['Rscript'], ['--version']),
    find('python', 'Python with NumPy', ['python3', '/usr/bin/python3'], ['-c', 'import numpy']),
  ])),
];

const mustRun = Boolean(process.env.CI);

for (const { id, missing } of tools) {
  if (missing && !mustRun) console.warn(`${missing}: the ${id} programs were NOT run.`);
}

/**
 * A test for each language that can be run. Where a tool is missing, the test is skipped with the
 * reason in its title; under CI it fails.
 */
export function testEachTool(title: string, body: (tool: Tool) => Promise<void>, timeout = 60_000) {
  for (const tool of tools) {
    const name = `${tool.id}: ${title}`;
    if (!tool.missing) test(name, () => body(tool), timeout);
    else if (!mustRun) test.skip(`${name} (${tool.missing}: its program was not run)`);
    else {
      test(name, () => {
        throw new Error(`${tool.missing}; under CI it has to be`);
      });
    }
  }
}
