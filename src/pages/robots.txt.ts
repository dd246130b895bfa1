import type { APIRoute } from 'astro';
import { href } from '../settings/href.ts';
import { addressOf } from '../site/repository.ts';

/** All pages may be read by machines; the sitemap says where they are, if anybody knows. */
export const GET: APIRoute = () => {
  const sitemap = addressOf(href('/sitemap-index.xml'));
  return new Response(`User-agent: *\nAllow: /\n${sitemap ? `\nSitemap: ${sitemap}\n` : ''}`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
};
