/** The site's sign: three bells of the motif's run, few enough to be told apart at 16 pixels. */
import { entryAt } from '../lib/entryAt.ts';
import { ridges } from './motif.ts';
import { motifRun } from './motifRun.ts';

/** The original and generations 300 and 425: as SVG paths in a box of 32 by 32. */
export function iconPaths(): string[] {
  const run = motifRun(25);
  const bells = [0, 12, 17].map((place) => entryAt(run, place));
  const frame = { width: 30, height: 26, domain: [-5, 200], peak: 0.31 } as const;
  return ridges(bells, frame).map(({ path }) => path);
}

export interface IconColours {
  readonly ink: string;
  /** Null leaves the ground transparent. */
  readonly paper: string | null;
}

/** The sign as an SVG file. Without a ground it turns light where the browser is dark. */
export function iconSvg({ ink, paper }: IconColours): string {
  const lines = iconPaths()
    .map((path, row) => `<path d="${path}"${row === 0 ? ' opacity=".5"' : ''}/>`)
    .join('');
  const ground = paper ? `<rect width="32" height="32" fill="${paper}"/>` : '';
  const style = paper ? '' : '<style>@media(prefers-color-scheme:dark){g{stroke:#e9e7e2}}</style>';
  // Room around the sign where it has a ground of its own, as on a phone's home screen.
  const place = paper ? 'translate(4 5.5) scale(.8)' : 'translate(1 3)';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${style}${ground}<g transform="${place}" fill="none" stroke="${ink}" stroke-width="2.2" stroke-linejoin="round" stroke-linecap="round">${lines}</g></svg>`;
}
