import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { LICENCES_FILE } from '../../src/site/licences.ts';

const { folder } = inject('site');
const text = readFileSync(join(folder, LICENCES_FILE), 'utf8');

it('hands out the licence of every library in its scripts and its workers', () => {
  for (const name of [
    '@observablehq/plot',
    'd3-array',
    'd3-scale',
    'seedrandom',
    '@stdlib/math-base-special-exp',
    '@stdlib/math-base-special-ln',
  ])
    expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
});

it('does not list what only makes the pages', () => {
  expect(text).not.toMatch(/^(astro|katex|linkedom|vite) \d/m);
});

it('has them one step from the page that says what may be done with the site', () => {
  expect(readFileSync(join(folder, 'about', 'index.html'), 'utf8')).toMatch(
    new RegExp(`href="[^"]*/${LICENCES_FILE}"`),
  );
});
