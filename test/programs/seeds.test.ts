import { describe, expect, it } from 'vitest';
import { numberFromText, plainText, wholeSeed } from '../../src/programs/seed.ts';
import { ensemble, keyed, nastySeeds } from './configs.ts';
import { languages } from './languages.ts';
import { runEnsembles, runPrograms } from './runPrograms.ts';
import { testEachTool } from './tools.ts';

const tiny = { ...keyed, n: 5, generations: 3 };
const tinyEnsemble = { ...ensemble, n: 5, generations: 3, replicates: 7 };

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

  it.each(languages)(
    'changes nothing in the $label program but its comment and a number',
    ({ write }) => {
      // Take out the number and the shown text, and every program is the same text.
      const texts = nastySeeds.filter((seed) => seed.length > 6 && wholeSeed(seed) === null);
      for (const base of [tiny, { ...tiny, replicate: 12 }, tinyEnsemble]) {
        const bare = (seed: string) =>
          write({ ...base, estimator: 'unbiased-log', seed })
            .replaceAll(plainText(seed), 'SEED')
            .replaceAll(/\d{4,10}|fit-simulate-fit[\w.-]+/g, 'NUMBER');
        expect(new Set(texts.map(bare)).size).toBe(1);
        for (const seed of nastySeeds) {
          expect(write({ ...base, seed })).toMatch(/^[\n\x20-\x7e]*$/);
        }
      }
    },
  );
});

describe('another run of a seed', () => {
  it.each(languages)('has a number of its own in the $label program', ({ write }) => {
    const third = write({ ...tiny, replicate: 3 });
    expect(third).toContain(String(numberFromText('12345/3')));
    expect(third).toContain('This is run 3 of the seed "12345", counted from 0.');
    expect(write({ ...tiny, replicate: 0 })).toBe(write(tiny));
    expect(() => write({ ...tiny, stream: 'source', replicate: 3 })).toThrow(
      'the stream source has one run for each seed: replicate must be 0',
    );
    expect(() => write({ ...tiny, replicate: 1.5 })).toThrow('replicate must be a whole number');
  });
});

testEachTool('gives run 0 and run 1 of a seed other values', async (tool) => {
  const [zero, one] = await runPrograms(tool, [tiny, { ...tiny, replicate: 1 }]);
  expect(one!.map(({ t }) => t)).toEqual([1, 2, 3]);
  for (const [i, { sd }] of one!.entries()) expect(sd).not.toBe(zero![i]!.sd);
});

testEachTool('neither breaks the program nor breaks out of it', async (tool) => {
  const runs = await runPrograms(
    tool,
    nastySeeds.map((seed) => ({ ...tiny, seed })),
  );
  for (const rows of runs) expect(rows.map(({ t }) => t)).toEqual([1, 2, 3]);
});

testEachTool('does the program of an ensemble no harm either', async (tool) => {
  const found = await runEnsembles(
    tool,
    nastySeeds.map((seed) => ({ ...tinyEnsemble, seed })),
  );
  for (const rows of found) {
    expect(rows.map(({ t, survivors }) => [t, survivors])).toEqual([
      [1, 7],
      [2, 7],
      [3, 7],
    ]);
  }
});
