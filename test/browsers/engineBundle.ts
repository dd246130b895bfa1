import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../support/root.ts';

/**
 * Puts a page into `folder` that has the questions of engineDigits.ts as `engineDigits`, bundled
 * from the sources as they stand.
 */
export async function bundleEngine(folder: string): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      lib: {
        entry: join(ROOT, 'test', 'browsers', 'engineDigits.ts'),
        formats: ['es'],
        fileName: () => 'engine.js',
      },
    },
  });
  mkdirSync(folder, { recursive: true });
  const script = "import { engineDigits } from './engine.js'; window.engineDigits = engineDigits;";
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en"><head><title>The engine</title><link rel="icon" href="data:," /></head><body><script type="module">${script}</script></body></html>`,
  );
}

/** The lines of one question. In the page. */
export function linesOfEngine(question: string): string[] {
  const { engineDigits } = window as unknown as {
    engineDigits: Readonly<Record<string, () => string[]>>;
  };
  return engineDigits[question]!();
}
