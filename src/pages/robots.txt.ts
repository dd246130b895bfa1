import type { APIRoute } from 'astro';
import { href } from '../site/href.ts';

/** All pages may be read by machines; the sitemap says where they are. */
export const GET: APIRoute = ({ site }) =>
  new Response(
    `User-agent: *\nAllow: /\n\nSitemap: ${new URL(href('/sitemap-index.xml'), site).href}\n`,
    { headers: { 'content-type': 'text/plain; charset=utf-8' } },
  );
