import { expect, it } from 'vitest';
import { readText, text } from '../../src/lib/sources/text.ts';

it('a text of one word a million times has one type', () => {
  const { sequence, names } = readText('whale '.repeat(1_000_000));
  expect([sequence.length, names]).toEqual([1_000_000, ['whale']]);
});

it('a text has a million words at most', () => {
  expect(() => text.open({}, { text: 'a '.repeat(1_000_001) })).toThrow(
    'a text must hold at most 1000000 words, got more',
  );
});
