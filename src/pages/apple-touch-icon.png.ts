import type { APIRoute } from 'astro';
import { iconSvg } from '../site/icon.ts';
import { png } from '../site/png.ts';

export const GET: APIRoute = async () =>
  new Response(await png(iconSvg({ ink: '#1b1c1f', paper: '#fcfcfa' }), 180), {
    headers: { 'content-type': 'image/png' },
  });
