import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** A screen that nobody sees, for a browser that needs one. */
export interface Display {
  /** For the environment variable DISPLAY. */
  readonly name: string;
  close(): void;
}

/** Starts Xvfb at a number that it chooses itself; null if there is none or it does not start. */
export function startDisplay(): Promise<Display | null> {
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', () => resolve(null));
    (child.stdio[3] as Readable).once('data', (number: Buffer) =>
      resolve({ name: `:${number.toString().trim()}`, close: () => void child.kill() }),
    );
  });
}
