import { describe, expect, it } from 'vitest';
import { programs } from '../../src/lib/programs/index.ts';
import { numberFromText, plainText, wholeSeed } from '../../src/lib/programs/seed.ts';
import { keyed, nastySeeds } from './configs.ts';
import { runPrograms } from './runPrograms.ts';
import { testEachTool } from './tools.ts';

const tiny = { ...keyed, n: 5, generations: 3 };

describe('a seed typed by a stranger', () => {
  it('is a number from 1 to 2147483647 in every program', () => {
    for (const seed of nastySeeds) {
      const number = numberFromText(seed);
      expect(Number.isInteger(number) && number >= 1 && number <= 2147483646).toBe(true);
    }
    expect(wholeSeed('12345')).toBe(12345);
    expect(wholeSeed('2147483647')).toBe(2147483647);
    for (const text of ['2147483648', '007', '0', '-1', '1e5', '1.5', ' 7', '7 ', '', '١']) {
      expect(wholeSeed(text), text).toBeNull();
    }
  });

  it('gives the number that the stated rule gives', () => {
    // 0 * 65599 + 97, then 97 * 65599 + 98, below the divisor; plus 1.
    expect(numberFromText('')).toBe(1);
    expect(numberFromText('a')).toBe(98);
    expect(numberFromText('ab')).toBe(97 * 65599 + 98 + 1);
  });

  it('gives another number to another text', () => {
    const texts = new Set(nastySeeds);
    for (let i = 0; i < 5000; i += 1) texts.add(`seed ${i}`).add(`${i} seeds`);
    expect(new Set([...texts].map(numberFromText)).size).toBe(texts.size);
  });

  it('is shown in a comment without any character that a language could act on', () => {
    for (const seed of nastySeeds) expect(plainText(seed)).toMatch(/^[A-Za-z0-9 ._<>U+-]*$/);
    expect(plainText('clown no. 7_b-c')).toBe('clown no. 7_b-c');
    expect(plainText('*/%&\n🦆')).toBe('<U+002A><U+002F><U+0025><U+0026><U+000A><U+1F986>');
  });

  it.each(programs.all)(
    'changes nothing in the $label program but its comment and a number',
    ({ write }) => {
      // Take out the number and the shown text, and every program is the same text.
      const bare = (seed: string) =>
        write({ ...tiny, estimator: 'unbiased-log', seed })
          .replaceAll(plainText(seed), 'SEED')
          .replaceAll(/\d{4,10}|fit-simulate-fit[\w.-]+/g, 'NUMBER');
      const texts = nastySeeds.filter((seed) => seed.length > 6 && wholeSeed(seed) === null);
      expect(new Set(texts.map(bare)).size).toBe(1);
      for (const seed of nastySeeds) {
        expect(write({ ...tiny, seed })).toMatch(/^[\n\x20-\x7e]*$/);
      }
    },
  );
});

testEachTool('neither breaks the program nor breaks out of it', async (tool) => {
  const runs = await runPrograms(
    tool,
    nastySeeds.map((seed) => ({ ...tiny, seed })),
  );
  for (const rows of runs) expect(rows.map(({ t }) => t)).toEqual([1, 2, 3]);
});
