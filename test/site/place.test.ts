import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { fileOf } from '../support/built.ts';
import { useBrowser } from '../support/page.ts';

const { folder, origin, base, listed, url } = inject('site');

const open = useBrowser();

const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

describe('a fork', () => {
  it('takes its address from the name of its repository', () => {
    expect(origin).toBe('https://example.github.io');
    expect(base).toBe('/collapse-fork/');
  });

  it('is served under its base and nowhere else', async () => {
    expect((await fetch(url)).status).toBe(200);
    expect((await fetch(new URL('/', url))).status).toBe(404);
  });

  it('names itself in every canonical address', () => {
    for (const address of listed) {
      const canonical = /<link[^>]+rel="canonical"[^>]*>/.exec(read(fileOf(address)))?.[0] ?? '';
      expect(canonical, address).toContain(`href="${origin}${base}${encodeURI(address)}"`);
    }
  });
});

describe('the sitemap', () => {
  it('lists pages that exist, the home page among them', () => {
    expect(listed).toContain('');
    expect(listed.filter((address) => !existsSync(join(folder, fileOf(address))))).toEqual([]);
  });
});

describe('the feed', () => {
  const file = /<link[^>]+type="application\/(?:rss|atom)\+xml"[^>]+>/.exec(read('index.html'));
  const href = /href="([^"]+)"/.exec(file?.[0] ?? '')?.[1] ?? '';

  it('is named by the home page, within the base', () => {
    expect(new URL(href, url).pathname.startsWith(base), href).toBe(true);
  });

  it('is well-formed, and each entry has a title, a date and a page that exists', async () => {
    const visit = await open('');
    const items = await visit.page.evaluate(async (feed) => {
      // The browser's own parser: it is strict about XML, as feed readers are.
      const text = await (await fetch(feed)).text();
      const tree = new DOMParser().parseFromString(text, 'text/xml');
      if (tree.querySelector('parsererror')) throw new Error(`not well-formed: ${feed}`);
      return [...tree.querySelectorAll('item, entry')].map((item) => ({
        title: item.querySelector('title')?.textContent ?? '',
        date: item.querySelector('pubDate, published, updated')?.textContent ?? '',
        address:
          item.querySelector('link')?.textContent ||
          item.querySelector('link')?.getAttribute('href') ||
          '',
      }));
    }, new URL(href, url).href);
    expect(items.length).toBeGreaterThan(0);
    for (const { title, date, address } of items) {
      expect(title).toMatch(/\S/);
      expect(Number.isNaN(Date.parse(date)), `date ${date}`).toBe(false);
      expect(address.startsWith(`${origin}${base}`), address).toBe(true);
      expect(listed).toContain(decodeURI(address.slice(`${origin}${base}`.length)));
    }
    await visit.done();
  });
});
