import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Keeps what goes wrong in a page, where every browser can be asked for it alike: WebKit's driver
 * tells no console messages. It stands first in the page, before the content security policy, so
 * that nothing is missed.
 */
const GUARD = `{
  const complaints = (window.collapseComplaints = []);
  const say = (what, why) => complaints.push(what + ': ' + why);
  const { error } = console;
  console.error = (...words) => (say('console', words.join(' ')), error.apply(console, words));
  addEventListener('error', (event) => {
    const { target } = event;
    // Given up, as Firefox does at times: the import that it was for says for itself whether it
    // fails.
    if (target.rel === 'modulepreload') return;
    say('error', event.message ?? 'not loaded: ' + (target.src ?? target.href));
  }, true);
  addEventListener('unhandledrejection', ({ reason }) => say('unhandled rejection', reason));
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    say('policy', effectiveDirective + ' blocked ' + (blockedURI || 'inline')));
}`;

/** Copies a built site to `folder`, with the guard in every page. */
export function copyGuarded(site: string, folder: string, base: string): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync(site, folder, { recursive: true });
  writeFileSync(join(folder, 'guard.js'), GUARD);
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const page of pages.filter((file) => file.endsWith('.html'))) {
    const path = join(folder, page);
    const html = readFileSync(path, 'utf8');
    const guarded = html.replace('<head>', `<head><script src="${base}guard.js"></script>`);
    if (guarded === html) throw new Error(`${page} has no head for the guard`);
    writeFileSync(path, guarded);
  }
}

/**
 * What the guard of the open page has noted, and its requests that failed or went elsewhere. In the
 * page.
 */
export function complaintsOfPage(): string[] {
  const { collapseComplaints = ['the page has no guard'] } = window as Window & {
    collapseComplaints?: string[];
  };
  const requests = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const bad = requests.filter(
    ({ name, responseStatus }) =>
      responseStatus >= 400 || !(name.startsWith(location.origin) || /^(data|blob):/.test(name)),
  );
  return [
    ...collapseComplaints.splice(0),
    ...bad.map(({ name, responseStatus }) => `request ${responseStatus}: ${name}`),
  ];
}
