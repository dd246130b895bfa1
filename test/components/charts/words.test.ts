import { expect, it } from 'vitest';
import {
  capitalised,
  count,
  inWords,
  percent,
  plain,
  plural,
  short,
  soFar,
} from '../../../src/components/charts/words.ts';
import { spaced } from '../../support/readChart.ts';

it.each([
  [0, '0 %'],
  [0.0000999, 'less than 0.01 %'],
  [0.0001, '0.01 %'],
  [0.00949, '0.9 %'],
  [0.01, '1 %'],
  [0.0149, '1.5 %'],
  [0.127, '13 %'],
  [0.994, '99 %'],
  [0.995, 'more than 99 %'],
  [0.99999, 'more than 99 %'],
  [1, '100 %'],
  [1.006, '101 %'],
  [3.4822, '348 %'],
])('writes the share %d as %s', (share, words) => {
  expect(spaced(percent(share))).toBe(words);
  // The sign does not begin a line.
  expect(percent(share)).toContain('\u00a0%');
});

it.each([
  [0.1, '0.1'],
  [1 / 3, '0.333333'],
  [125, '125'],
  [0.00125, '0.00125'],
  [12_345, '12,345'],
  [-2.5, '−2.5'],
])('writes the number %d, which somebody chose, with the digits that it has', (x, words) => {
  expect(plain(x)).toBe(words);
});

it('writes numbers in three digits, and counts in full', () => {
  expect([1234.5, 0.012345, 30, -7.5].map(short)).toEqual(['1,230', '0.0123', '30', '−7.50']);
  expect([1, 12_345, 1_000_000].map(count)).toEqual(['1', '12,345', '1,000,000']);
});

it('counts one thing and many', () => {
  expect([0, 1, 2, 1000].map((n) => plural(n, 'run'))).toEqual([
    '0 runs',
    '1 run',
    '2 runs',
    '1,000 runs',
  ]);
});

it('says how many have been made so far, while that is not all', () => {
  expect(soFar(3400, 10_000, 'run')).toBe('3,400 of 10,000 runs so far');
  expect(soFar(10_000, 10_000, 'run')).toBe('10,000 runs');
  expect(soFar(1, 1, 'run')).toBe('1 run');
});

it('writes small counts in words', () => {
  expect([0, 1, 7, 12, 13, 1_000].map(inWords)).toEqual([
    ...['none', 'one', 'seven', 'twelve', '13', '1,000'],
  ]);
  expect(capitalised(inWords(7))).toBe('Seven');
});
