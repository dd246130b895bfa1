import { expect, it } from 'vitest';
import { withBase } from '../../src/settings/href.ts';

it('joins base and path with one slash', () => {
  expect(withBase('/site/', '/glossary/')).toBe('/site/glossary/');
  expect(withBase('/site', '/glossary/')).toBe('/site/glossary/');
  expect(withBase('/', '/glossary/#mean')).toBe('/glossary/#mean');
  expect(withBase('/site/', '/')).toBe('/site/');
});

it('refuses a path that is not from the root', () => {
  expect(() => withBase('/site/', 'glossary/')).toThrow('not a path from the root: glossary/');
});
