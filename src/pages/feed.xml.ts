import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { articlesInOrder } from '../site/catalogue.ts';
import { href } from '../settings/href.ts';
import { addressOf } from '../site/repository.ts';
import { SITE_LINE, SITE_NAME } from '../site/site.ts';

/**
 * The articles as a feed, newest first; none where nobody knows their addresses, which a feed has
 * to name.
 */
export const GET: APIRoute = async () => {
  const home = addressOf(href('/'));
  if (!home) return new Response(null, { status: 404 });
  const articles = await articlesInOrder();
  return rss({
    title: SITE_NAME,
    description: SITE_LINE,
    site: home,
    items: articles
      .sort((a, b) => b.data.published.getTime() - a.data.published.getTime())
      .map(({ id, data }) => ({
        title: data.title,
        description: data.summary,
        pubDate: data.published,
        link: new URL(href(`/${id}/`), home).href,
      })),
    customData: '<language>en-GB</language>',
  });
};
