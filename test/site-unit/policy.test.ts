import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { PLOT_CLASS } from '../../src/site/plotClass.ts';
import { cspHash, plotStyle } from '../../src/site/plotStyle.ts';

it('hashes a text as a policy writes it', () => {
  const digest = createHash('sha256').update('a{}').digest('base64');
  expect(cspHash('a{}')).toBe(`sha256-${digest}`);
});

it('allows the style that Plot writes for the site’s charts', () => {
  expect(plotStyle()).toContain(`:where(.${PLOT_CLASS})`);
});
