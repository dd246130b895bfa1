import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { articlesInOrder } from '../site/catalogue.ts';
import { href } from '../site/href.ts';
import { SITE_LINE, SITE_NAME } from '../site/site.ts';

/** The articles as a feed, newest first. */
export const GET: APIRoute = async ({ site }) => {
  const articles = await articlesInOrder();
  return rss({
    title: SITE_NAME,
    description: SITE_LINE,
    site: new URL(href('/'), site).href,
    items: articles
      .sort((a, b) => b.data.published.getTime() - a.data.published.getTime())
      .map(({ id, data }) => ({
        title: data.title,
        description: data.summary,
        pubDate: data.published,
        link: new URL(href(`/${id}/`), site).href,
      })),
    customData: '<language>en-GB</language>',
  });
};
