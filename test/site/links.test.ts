import { expect, inject, it } from 'vitest';
import { checkLinks } from '../tools/checkLinks.ts';

it('leads every link to a page, a file or a fragment that exists, within the base', () => {
  const report = checkLinks(inject('site'));
  expect(report.problems).toEqual([]);
  expect(report.internal).toBeGreaterThan(report.pages);
});
