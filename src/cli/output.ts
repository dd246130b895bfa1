import { fstatSync, writeSync } from 'node:fs';

/** Output could not be written: one line for stderr, exit status 1. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}

/**
 * Writes to stdout; false if nobody reads any more, as behind `| head -1`. Throws an OutputError if
 * the text could not be written, or not all of it.
 */
export async function write(text: string): Promise<boolean> {
  const error = isFile() ? writeWhole(text) : await writeStream(text);
  if (!error) return true;
  if (error.code === 'EPIPE') return false;
  throw new OutputError(`cannot write the output: ${error.code ?? error.message}`);
}

const isFile = () => {
  const kind = fstatSync(1);
  return kind.isFile() || (kind.isCharacterDevice() && !process.stdout.isTTY);
};

/** Node's stream takes a file that took half a chunk for one that took all. */
function writeWhole(text: string): NodeJS.ErrnoException | null {
  const bytes = Buffer.from(text);
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(1, bytes, done);
    return null;
  } catch (error) {
    return error as NodeJS.ErrnoException;
  }
}

const writeStream = (text: string) =>
  new Promise<NodeJS.ErrnoException | null | undefined>((resolve) =>
    process.stdout.write(text, resolve),
  );

/**
 * One line for people. What a stranger's file or argument brings along may not steer their
 * terminal.
 */
export function say(name: string, message: string): void {
  process.stderr.write(`${name}: ${printable(message)}\n`);
}

/** Control characters, and those that turn the direction of writing, as �. */
export const printable = (text: string) =>
  text.replace(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu, '�');
