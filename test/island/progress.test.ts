import { expect, it } from 'vitest';
import { inWords } from '../../src/components/island/progress.ts';

it.each([
  [{ done: 120, of: 500, unit: 'generation' }, 'Generation 120 of 500'],
  [{ done: 0, of: 5000, unit: 'generation' }, 'Generation 0 of 5,000'],
  [{ done: 3400, of: 10_000, unit: 'run' }, '3,400 of 10,000 runs'],
  [{ done: 700, of: 700, unit: 'sample' }, '700 of 700 samples'],
  [{ done: 3, of: 7, unit: 'method' }, '3 of 7 methods'],
] as const)('says how far the work has come: %j', (progress, words) => {
  expect(inWords(progress)).toBe(words);
});
