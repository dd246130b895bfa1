import { ConfigError } from '../lib/configError.ts';
import { UsageError } from './usage.ts';

/** Characters written at once: enough to be quick, few enough that a reader sees a slow run grow. */
const CHUNK = 1 << 13;

/**
 * Runs a command: writes the pieces of text that it yields to stdout. A UsageError or a ConfigError becomes one line on
 * stderr and exit status 2. A reader that stops reading, as in `| head -1`, ends the command quietly.
 */
export async function main(
  name: string,
  command: (args: readonly string[]) => AsyncIterable<string> | Iterable<string>,
): Promise<void> {
  // Without a listener a closed pipe would end the process with a stack trace.
  process.stdout.on('error', () => undefined);
  let chunk = '';
  try {
    for await (const text of command(process.argv.slice(2))) {
      chunk += text;
      if (chunk.length < CHUNK) continue;
      if (!(await write(chunk))) return;
      chunk = '';
    }
    await write(chunk);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof ConfigError)) throw error;
    process.stderr.write(`${name}: ${error.message}\n`);
    process.exitCode = 2;
  }
}

/** Writes to stdout; false if nobody reads any more. */
function write(text: string): Promise<boolean> {
  return new Promise((resolve) => process.stdout.write(text, (error) => resolve(!error)));
}
