import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { picture, PICTURE } from './picture.ts';

it('shows in the README what the engine computes now (npm run picture draws it anew)', () => {
  expect(readFileSync(PICTURE, 'utf8')).toBe(picture());
});
