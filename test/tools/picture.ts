/** `npm run picture`: draws public/readme.svg, the picture of the README, from a real run. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ridges } from '../../src/site/motif.ts';
import { MOTIF_CONFIG, motifRun } from '../../src/site/motifRun.ts';
import { ROOT } from '../support/root.ts';

export const PICTURE = join(ROOT, 'public', 'readme.svg');

const [PAPER, INK, MUTED, ORIGINAL, MEAN] = ['#fcfcfa', '#1b1c1f', '#5b5d63', '#85878d', '#1f6fc4'];
const STEP = 25;
const SIZE = { width: 980, height: 460 };
const STACK = { width: 640, height: 400 };

/**
 * The stack of bell curves: the original distribution, then every 25th fit of the run behind the
 * source's first graph; blue the mean. Text is drawn in the reader's own sans-serif.
 */
export function picture(): string {
  const bells = motifRun(STEP);
  const rows = ridges(bells, { ...STACK, domain: [-20, 220], peak: 0.16 });
  const curves = rows.map(({ path, x, top }, row) =>
    row === 0
      ? `<path d="${path}" fill="${PAPER}" stroke="${ORIGINAL}" stroke-width="1.5"/><circle cx="${x}" cy="${top}" r="3.5" fill="${PAPER}" stroke="${ORIGINAL}" stroke-width="1.5"/>`
      : `<path d="${path}" fill="${PAPER}" stroke="${INK}" stroke-width="1.5"/><circle cx="${x}" cy="${top}" r="3.5" fill="${MEAN}"/>`,
  );
  const label = (row: number, text: string) =>
    `<text x="-16" y="${rows[row]!.foot}" text-anchor="end" fill="${MUTED}">${text}</text>`;
  const last = rows.length - 1;
  const { mu, sigma } = bells[last]!;
  const { n, generations, seed } = MOTIF_CONFIG;
  const notes = [
    `mean ${mu.toFixed(1)}`,
    `standard deviation ${sigma.toFixed(2)}`,
    `after ${generations} generations`,
  ].map(
    (text, line) =>
      `<text x="${STACK.width + 16}" y="${rows[last]!.foot - 40 + 20 * line}" fill="${INK}">${text}</text>`,
  );
  const start = ['mean 125', 'standard deviation 30'].map(
    (text, line) =>
      `<text x="${STACK.width + 16}" y="${rows[0]!.foot - 20 + 20 * line}" fill="${MUTED}">${text}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" width="${SIZE.width}" height="${SIZE.height}" role="img" aria-label="A stack of bell curves that wanders and narrows: every ${STEP}th fit of a run of ${generations} generations of ${n} values, seed ${seed}" font-family="system-ui, sans-serif" font-size="15">`,
    `<rect width="${SIZE.width}" height="${SIZE.height}" fill="${PAPER}"/>`,
    '<g transform="translate(136 32)" fill="none">',
    ...curves,
    label(0, 'original'),
    label(last, `generation ${generations}`),
    ...start,
    ...notes,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  mkdirSync(join(ROOT, 'public'), { recursive: true });
  writeFileSync(PICTURE, picture());
}
