import type { APIRoute } from 'astro';
import { iconSvg } from '../site/icon.ts';

export const GET: APIRoute = () =>
  new Response(iconSvg({ ink: '#1b1c1f', paper: null }), {
    headers: { 'content-type': 'image/svg+xml' },
  });
