import type { WriteStream } from 'node:tty';

const WIDTH = 30;

/** Milliseconds between two drawings. */
const DRAW_EVERY = 100;

/** A bar that is drawn over and over on one line. */
export interface ProgressBar {
  /** Shows a share from 0 to 1. */
  show(share: number): void;
  clear(): void;
}

/** A progress bar on `stream` if that is a terminal; else one that writes nothing, so that logs stay clean. */
export function progressBar(stream: WriteStream, label: string): ProgressBar {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  let drawn = -Infinity;
  return {
    show(share) {
      if (performance.now() - drawn < DRAW_EVERY) return;
      drawn = performance.now();
      const filled = Math.round(share * WIDTH);
      const bar = '#'.repeat(filled).padEnd(WIDTH, '.');
      stream.write(`\r[${bar}] ${String(Math.floor(100 * share)).padStart(3)} % of ${label}`);
    },
    clear() {
      stream.write('\r\u001b[K');
    },
  };
}
