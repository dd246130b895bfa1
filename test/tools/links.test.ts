import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readBuiltSite } from '../support/built.ts';
import { checkLinks } from './checkLinks.ts';

const HOME = 'https://example.github.io/fork/';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'links-'));
  write('sitemap-index.xml', `<sitemap><loc>${HOME}sitemap-0.xml</loc></sitemap>`);
  write('sitemap-0.xml', `<url><loc>${HOME}</loc></url><url><loc>${HOME}one/</loc></url>`);
  write('one/index.html', '<h2 id="here">Here</h2>');
  write('icon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

/** What is wrong with a home page of this content. */
function problemsOf(body: string): readonly string[] {
  write('index.html', `<!doctype html><body>${body}</body>`);
  return checkLinks(readBuiltSite(folder)).problems;
}

it('finds nothing wrong with good links', () => {
  const body = `<a href="one/#here">a</a> <a href="/fork/one/?n=2#here">b</a> <a href="#x">c</a>
    <p id="x"><img src="icon.svg" srcset="icon.svg 1x, /fork/icon.svg 2x"></p>
    <a href="https://doi.org/10.1038/s41586-024-07566-y">d</a> <a href="mailto:a@example.org">e</a>`;
  expect(problemsOf(body)).toEqual([]);
});

it.each([
  ['a page that is not there', '<a href="two/">x</a>', 'is not there'],
  ['a fragment that is not there', '<a href="one/#there">x</a>', 'there is no #there'],
  ['a fragment of its own that is not there', '<a href="#gone">x</a>', 'there is no #gone'],
  ['a link that escapes the base', '<a href="/one/">x</a>', 'is outside /fork/'],
  ['a folder without its slash', '<a href="one">x</a>', 'end it with a slash'],
  ['a picture that is not there', '<img src="icon.png">', 'is not there'],
  ['one of several pictures', '<img srcset="icon.svg 1x, big.svg 2x">', 'is not there'],
  ['an address in a meta element', `<meta content="${HOME}no.png">`, 'is not there'],
  ['plain http', '<a href="http://example.org/">x</a>', 'is not https'],
  ['a script as an address', '<a href="javascript:void(0)">x</a>', 'is not https'],
  ['a host that is none', '<a href="https://doi/10.1">x</a>', 'has no proper host'],
  ['an id that stands twice', '<p id="y"></p><p id="y"></p>', 'stands more than once'],
])('finds %s', (_what, body, reason) => {
  expect(problemsOf(body)).toEqual([expect.stringContaining(reason)]);
});
