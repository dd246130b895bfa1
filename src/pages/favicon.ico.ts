import type { APIRoute } from 'astro';
import { iconSvg } from '../site/icon.ts';
import { ico, png } from '../site/png.ts';

/** For browsers that do not read the SVG, and for whoever asks for /favicon.ico by habit. */
export const GET: APIRoute = async () => {
  const image = await png(iconSvg({ ink: '#1b1c1f', paper: '#fcfcfa' }), 32);
  return new Response(ico(image, 32), { headers: { 'content-type': 'image/x-icon' } });
};
