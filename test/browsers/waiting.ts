import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { PATIENCE } from './driver.ts';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Waits until `check` holds, as long as a slow page may take; then fails with `what` and what
 * `check` threw last, if it did.
 */
export async function until(
  check: () => Promise<boolean> | boolean,
  what: string | (() => string),
  patience = PATIENCE,
): Promise<void> {
  const end = performance.now() + patience;
  let last = '';
  while (performance.now() < end) {
    try {
      if (await check()) return;
      last = '';
    } catch (error) {
      if (error instanceof Stopped) throw error;
      last = ` (${error instanceof Error ? error.message : String(error)})`;
    }
    await pause(50);
  }
  throw new Error(`waited in vain for ${typeof what === 'string' ? what : what()}${last}`);
}

/** Thrown by a check of `until` when there is nothing to wait for any more. */
export class Stopped extends Error {}

/** A port that nobody listens at. */
export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
