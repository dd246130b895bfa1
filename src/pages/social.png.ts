import type { APIRoute } from 'astro';
import { ridges } from '../site/motif.ts';
import { motifRun } from '../site/motifRun.ts';
import { png } from '../site/png.ts';
import { SITE_NAME } from '../site/site.ts';
import { openFace, textPath } from '../site/textPath.ts';

const PAPER = '#fcfcfa';
const INK = '#1b1c1f';
const MUTED = '#5b5d63';
const LINE = 'Fit, simulate, fit: run it yourself';

/** What other sites show for a link to this one: 1200 by 630 pixels, the motif and the name. */
export const GET: APIRoute = async () => {
  const rows = ridges(motifRun(25), { width: 700, height: 550, domain: [-50, 250], peak: 0.17 })
    .map(
      ({ path, x, top }, row) =>
        `<path d="${path}" fill="${PAPER}" stroke="${row === 0 ? '#85878d' : INK}" stroke-width="2"/>` +
        `<circle cx="${x}" cy="${top}" r="5.5" fill="${row === 0 ? PAPER : '#1f6fc4'}"${row === 0 ? ' stroke="#85878d" stroke-width="2"' : ''}/>`,
    )
    .join('');
  const title = await openFace('prose.woff2', 600, SITE_NAME);
  const label = await openFace('interface.woff2', 400, LINE);
  const [first = '', ...rest] = SITE_NAME.split(' ');
  const text = [
    textPath(title, first, { x: 64, y: 290, size: 92, fill: INK }),
    textPath(title, rest.join(' '), { x: 64, y: 384, size: 92, fill: INK }),
    textPath(label, LINE, { x: 68, y: 450, size: 30, fill: MUTED }),
  ].join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630" width="1200" height="630"><rect width="1200" height="630" fill="${PAPER}"/><g transform="translate(500 44)">${rows}</g>${text}</svg>`;
  return new Response(await png(svg, 1200), { headers: { 'content-type': 'image/png' } });
};
