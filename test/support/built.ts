import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A built site on disk. Paths are relative to the base and have no leading slash. */
export interface BuiltSite {
  readonly folder: string;
  /** For example https://example.github.io */
  readonly origin: string;
  /** Begins and ends with a slash, for example /collapse-fork/ */
  readonly base: string;
  /** What the sitemap lists: `` for the home page, `model-of-a-model/`, … */
  readonly listed: readonly string[];
  /** Every HTML file, by the address it has: those listed, 404.html, frames to embed … */
  readonly pages: readonly string[];
}

/** What stands in every <loc> of a sitemap, or of an index of sitemaps. */
function locations(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/<loc>\s*([^<]+?)\s*<\/loc>/g)].map((match) =>
    match[1]!.replaceAll('&amp;', '&'),
  );
}

/** `a/index.html` is served as `a/`; other files under their own names. */
export function addressOf(file: string): string {
  return file.endsWith('index.html') ? file.slice(0, -'index.html'.length) : file;
}

/** The file that answers to an address within the base. */
export function fileOf(address: string): string {
  return address === '' || address.endsWith('/') ? `${address}index.html` : address;
}

/**
 * Reads a built site's own account of where it lives, from its sitemap index.
 * Throws if there is none: run `npm run build` first.
 */
export function readBuiltSite(folder: string): BuiltSite {
  const index = join(folder, 'sitemap-index.xml');
  if (!existsSync(index)) throw new Error(`no built site in ${folder}: npm run build makes one`);
  const [first, ...others] = locations(index);
  if (first === undefined) throw new Error(`${index} lists no sitemap`);
  const home = new URL('.', first);
  const names = [first, ...others].map((address) => address.slice(home.href.length));
  const listed = names
    .flatMap((name) => locations(join(folder, name)))
    .map((address) => {
      if (!address.startsWith(home.href))
        throw new Error(`sitemap: ${address} is outside the site`);
      return decodeURI(address.slice(home.href.length));
    });
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => relative('.', file).split(sep).join('/'))
    .filter((file) => file.endsWith('.html'))
    .map(addressOf)
    .sort();
  return { folder, origin: home.origin, base: home.pathname, listed, pages };
}
