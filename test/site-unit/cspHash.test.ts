import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { cspHash } from '../../src/site/cspHash.ts';

it('hashes a text as a policy writes it', () => {
  const digest = createHash('sha256').update('a{}').digest('base64');
  expect(cspHash('a{}')).toBe(`sha256-${digest}`);
});
