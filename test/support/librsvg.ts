import { spawnSync } from 'node:child_process';

/**
 * Draws an SVG document with librsvg, as many programs do, and returns the PNG; throws where it is
 * refused.
 */
export function drawnByLibrsvg(svg: string): Buffer {
  const { status, stdout, stderr } = spawnSync('rsvg-convert', ['--format', 'png'], {
    input: svg,
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`rsvg-convert: ${stderr.toString()}`);
  return stdout;
}

/** Whether librsvg is here. In CI it has to be; elsewhere its lack is said. */
export function librsvgIsHere(): boolean {
  if (spawnSync('rsvg-convert', ['--version']).status === 0) return true;
  if (process.env['CI']) throw new Error('rsvg-convert is not here: install librsvg2-bin');
  console.warn('NOT TESTED: what librsvg makes of the SVG files. Install librsvg2-bin.');
  return false;
}
