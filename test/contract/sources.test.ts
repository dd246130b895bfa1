import { expect, it } from 'vitest';
import { families } from '../../src/lib/families/index.ts';
import { sources } from '../../src/lib/sources/index.ts';
import { describeSource } from './sourceContract.ts';

it('gives, each of them, what some family can be fitted to', () => {
  const kinds = families.all.map(({ kind }) => kind);
  for (const { id, kind } of sources.all) expect(kinds, id).toContain(kind);
});

sources.all.forEach(describeSource);
