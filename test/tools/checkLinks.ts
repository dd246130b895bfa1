import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { addressOf, type BuiltSite, fileOf } from '../support/built.ts';

/** What was looked at, and one line for each thing that is wrong. */
export interface LinkReport {
  readonly pages: number;
  readonly internal: number;
  readonly external: number;
  readonly problems: readonly string[];
}

const ATTRIBUTES = ['href', 'src', 'poster', 'action', 'formaction', 'data', 'xlink:href', 'cite'];
const SETS = ['srcset', 'imagesrcset'];

type Document = ReturnType<typeof parseHTML>['document'];

/** Every address that a page names, as written. */
function addressesIn(document: Document): string[] {
  const found: string[] = [];
  for (const element of document.querySelectorAll('*')) {
    for (const name of ATTRIBUTES) {
      const value = element.getAttribute(name);
      if (value !== null) found.push(value);
    }
    for (const name of SETS) {
      const candidates = element.getAttribute(name)?.split(/,\s+/) ?? [];
      found.push(...candidates.map((candidate) => candidate.trim().split(/\s+/)[0] ?? ''));
    }
    if (element.localName === 'meta') {
      const content = element.getAttribute('content') ?? '';
      if (/^https?:\/\//.test(content)) found.push(content);
    }
  }
  return found;
}

function duplicates(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

/**
 * Checks a built site as it lies on disk, under the base that it was built for: every address of
 * the site leads to a file within the base, every fragment to an element, no id stands twice in a
 * page, and what leads elsewhere is a well-formed https address. Asks nothing of the network.
 */
export function checkLinks(site: BuiltSite): LinkReport {
  const documents = new Map<string, Document>();
  const idsOf = new Map<string, readonly string[]>();
  for (const address of site.pages) {
    const { document } = parseHTML(readFileSync(join(site.folder, fileOf(address)), 'utf8'));
    documents.set(address, document);
    const named = [...document.querySelectorAll('[id]')].map((element) => element.id);
    idsOf.set(address, named);
  }

  const problems: string[] = [];
  let internal = 0;
  let external = 0;

  function check(from: string, written: string): void {
    const complain = (reason: string): void =>
      void problems.push(`/${from}: ${written}: ${reason}`);
    const home = `${site.origin}${site.base}`;
    if (!URL.canParse(written, home + from)) return complain('is no address');
    const url = new URL(written, home + from);
    if (/^(mailto|data|blob):$/.test(url.protocol)) return;
    if (url.origin !== site.origin) {
      external += 1;
      if (url.protocol !== 'https:') return complain('is not https');
      if (!/^[a-z\d-]+(\.[a-z\d-]+)+$/.test(url.hostname)) return complain('has no proper host');
      if (/[\s<>"]/.test(written)) return complain('has characters that must be escaped');
      return;
    }
    internal += 1;
    if (!url.pathname.startsWith(site.base)) return complain(`is outside ${site.base}`);
    const address = decodeURIComponent(url.pathname.slice(site.base.length));
    const file = join(site.folder, fileOf(address));
    if (!existsSync(file)) return complain('is not there');
    if (statSync(file).isDirectory()) return complain('is a folder: end it with a slash');
    const fragment = decodeURIComponent(url.hash.slice(1));
    if (fragment === '' || fragment.startsWith(':~:')) return;
    const ids = idsOf.get(addressOf(fileOf(address)));
    if (ids && !ids.includes(fragment)) complain(`there is no #${fragment}`);
  }

  for (const [address, document] of documents) {
    for (const written of addressesIn(document)) check(address, written);
    for (const id of duplicates(idsOf.get(address) ?? [])) {
      problems.push(`/${address}: the id ${id} stands more than once`);
    }
  }
  for (const file of readdirSync(site.folder, { recursive: true, encoding: 'utf8' })) {
    const text = (): string => readFileSync(join(site.folder, file), 'utf8');
    if (file.endsWith('.css')) {
      for (const [, written] of text().matchAll(/url\(\s*['"]?([^'")]+)/g)) check(file, written!);
    }
    if (file.endsWith('.xml')) {
      for (const [, written] of text().matchAll(/>\s*(https?:\/\/[^<\s]+)\s*</g)) {
        check(file, written!.replaceAll('&amp;', '&'));
      }
    }
  }
  return { pages: site.pages.length, internal, external, problems };
}
