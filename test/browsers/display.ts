import { spawn } from 'node:child_process';
import type { Socket } from 'node:net';

/** A screen that nobody sees, for a browser that needs one. */
export interface Display {
  /** For the environment variable DISPLAY. */
  readonly name: string;
  close(): void;
}

/** Starts Xvfb at a number that it chooses itself; null if there is none or it does not start. */
export function startDisplay(): Promise<Display | null> {
  const child = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  // Whatever becomes of the tests, it neither outlives nor holds up the process.
  const close = () => void child.kill();
  process.once('exit', close);
  const number = child.stdio[3] as Socket;
  return new Promise((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', () => resolve(null));
    number.once('data', (text: Buffer) => {
      child.unref();
      number.unref();
      resolve({ name: `:${text.toString().trim()}`, close });
    });
  });
}
