import type { WriteStream } from 'node:tty';

const WIDTH = 30;

/** Milliseconds between two drawings. */
const DRAW_EVERY = 100;

/** What stops a command from outside: the bar is taken away first. */
const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A bar that is drawn over and over on one line. */
export interface ProgressBar {
  /** Shows a share from 0 to 1. */
  show(share: number): void;
  clear(): void;
}

/**
 * A progress bar on `stream` if that is a terminal; else one that writes nothing, so that logs stay
 * clean.
 */
export function progressBar(stream: WriteStream, label: string): ProgressBar {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  let drawn = -Infinity;
  const clear = () => void stream.write('\r\u001b[K');
  const stopped = STOPS.map((signal) => {
    const stop = () => {
      clear();
      // Without this listener the signal does what it does to any program.
      process.kill(process.pid, signal);
    };
    process.once(signal, stop);
    return () => process.off(signal, stop);
  });
  return {
    show(share) {
      if (performance.now() - drawn < DRAW_EVERY) return;
      drawn = performance.now();
      const filled = Math.round(share * WIDTH);
      const bar = '#'.repeat(filled).padEnd(WIDTH, '.');
      stream.write(`\r[${bar}] ${String(Math.floor(100 * share)).padStart(3)} % of ${label}`);
    },
    clear() {
      for (const forget of stopped) forget();
      clear();
    },
  };
}
