import { ConfigError } from '../lib/configError.ts';
import { refuseTakenByNpm } from './npmOptions.ts';
import type { Option } from './options.ts';
import { OutputError, say, write } from './output.ts';
import { UsageError } from './usage.ts';

/**
 * Characters written at once: enough to be quick, few enough that a reader sees a slow run grow.
 */
const CHUNK = 1 << 13;

/**
 * What makes a command: what it is called, what it knows, and what it does with the rest of the
 * command line.
 */
export interface Command {
  readonly name: string;
  readonly options: readonly Option[];
  run(args: readonly string[]): AsyncIterable<string> | Iterable<string>;
}

/**
 * Runs a command: writes the pieces of text that it yields to stdout. A UsageError or a ConfigError
 * becomes one line on stderr and exit status 2, output that cannot be written one line and exit
 * status 1. A reader that stops reading, as in `| head -1`, ends the command quietly.
 */
export async function main({ name, options, run }: Command): Promise<void> {
  // Without a listener these would end the process with a stack trace.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code !== 'EPIPE') process.exitCode = 1;
  });
  let chunk = '';
  try {
    refuseTakenByNpm(name, options);
    for await (const text of run(process.argv.slice(2))) {
      chunk += text;
      if (chunk.length < CHUNK) continue;
      if (!(await write(chunk))) return;
      chunk = '';
    }
    if (chunk) await write(chunk);
  } catch (error) {
    const usage = error instanceof UsageError || error instanceof ConfigError;
    if (!usage && !(error instanceof OutputError)) throw error;
    process.exitCode = usage ? 2 : 1;
    say(name, error.message);
  }
}
