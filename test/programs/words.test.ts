import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../src/lib/sources/tokens.ts';
import { literalLines } from '../../src/programs/realText.ts';
import { programs } from '../../src/programs/index.ts';
import { cases } from '../support/cases.ts';
import { equalRun, nastySeeds, wordRegimeCases, wordRun, wordRuns, zipfRun } from './configs.ts';
import { languages } from './languages.ts';
import { parseTypes, runAlone, runTypes } from './runPrograms.ts';
import { testEachTool } from './tools.ts';

const writers = languages.filter(({ id }) => id !== 'sas');
const pairs = { ...wordRun, family: 'ngram-2' };

/** Words that are hard to write down or to tell from their neighbours, each once. */
const HARD = `CHAPTER I. Don’t 'tis rock'n'roll O'NEILL's x'  ’’ snake_case, mid-word; 3rd 42 K9Z
  Été e\u0301lan NAÏVE Ångström ﬁne ĳs ǅ ß straße ½ Ⅷ q²v a\u0000b\u0007c \ud83e d\u00ade
  "quoted" \\U0001f600 back\\slash \`\${tick}\` %s #hash <em>bold<hr> 👩‍🚀 🦆 नमस्ते مرحبا שלום Привет
  Ünicode\u2028line\u0085next\ttab`;
/**
 * The same with words that no simple rule finds: by a dictionary, and where small letters differ.
 */
const HARDER = `${HARD} ΣΊΣΥΦΟΣ İstanbul 我們喜歡鯨魚 ภาษาไทย`;

/** What a string literal of R or of Python holds. */
const held = (literal: string) =>
  literal
    .slice(1, -1)
    .replace(/\\(U[\da-f]{8}|u[\da-f]{4}|.)/g, (_, mark: string) =>
      mark.length > 1 ? String.fromCodePoint(parseInt(mark.slice(1), 16)) : mark,
    );

describe('a text in a program', () => {
  const kept = (text: string) => literalLines(text).map(held).join(' ');

  it('has the words of the page, in lines of ASCII', () => {
    for (const text of [HARD, HARDER, wordRun.text!, ...nastySeeds]) {
      expect([...wordsOf(kept(text))], text).toEqual([...wordsOf(text)]);
      for (const line of literalLines(text)) expect(line).toMatch(/^"[ -~]*"$/);
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect([...wordsOf(kept(text))]).toEqual([...wordsOf(text)]);
      }),
      cases(),
    );
  });

  it('stands as its author wrote it, where a program finds the same words in it', () => {
    const text = 'Call me Ishmael—“Été”, it\u2019s\n\n  3 o\u2019clock:\tα, ß; c:\\dir.';
    expect(kept(text)).toBe('Call me Ishmael—“Été”, it\u2019s 3 o\u2019clock: α, ß; c:\\dir.');
  });

  it('is given word by word where it would be read in another way', () => {
    expect(kept('Ὀδυσσεύς, ΟΔΥΣΣΕΥΣ.')).toBe('ὀδυσσεύς οδυσσευς');
    expect(kept(HARDER)).toBe([...wordsOf(HARDER)].join(' '));
  });
});

describe.each(writers)('the $label program of words', ({ label, write }) => {
  it('has its settings at the top and its text at the end, in plain ASCII', () => {
    for (const base of wordRuns)
      for (const config of [base, { ...base, replicates: 23 }]) {
        const text = write({ ...config, n: 37, generations: 41, seed: '4711' });
        expect(text).toMatch(/^[\n\x20-\x7e]*$/);
        expect(text).not.toMatch(/undefined|\[object|region |include | $/m);
        const lines = text.split('\n').filter((line) => !line.includes('Run it:'));
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
        const settings = text.slice(text.indexOf('- Settings'), text.indexOf(' 4711') + 5);
        const { regimeOptions = {}, decodingOptions = {}, truth } = config;
        const options = { ...regimeOptions, ...decodingOptions, ...truth };
        for (const value of [37, 41, ...Object.values(options)])
          expect(settings).toMatch(new RegExp(` ${value}\\s`));
        expect('replicates' in config).toBe(text.includes(' 23 '));
        if (config.text) expect(text.indexOf('What is not drawn')).toBeGreaterThan(text.length / 2);
        // A shortcut for normal models is none for words.
        expect(text).not.toContain('Cochran');
      }
  });

  it('is another for each family, policy and temperature', () => {
    expect(new Set(wordRuns.map((config) => write(config))).size).toBe(wordRuns.length);
  });

  it('is refused in one line where there is none', () => {
    const refusals: [object, string][] = [
      [{ regime: 'growing' }, `the regime growing with the family ngram-2`],
      [{ regime: 'weighted' }, `the regime weighted with the family ngram-2`],
      [{ ...zipfRun, family: 'ngram-2' }, 'the family ngram-2 with the source zipf'],
      [
        { source: undefined, text: undefined, truth: { few: 5 } },
        'the family ngram-2 with the source itself',
      ],
      [{ decoding: 'top-k' }, 'the decoding top-k'],
    ];
    for (const [change, what] of refusals)
      for (const many of [{}, { replicates: 5 }])
        expect(() => write({ ...pairs, ...change, ...many })).toThrow(
          `there is no ${label} program for ${what} yet`,
        );
    expect(() => write({ ...pairs, stream: 'source', seed: '7' })).toThrow(
      `unknown stream in the ${label} program: source (known: keyed)`,
    );
  });
});

it('is refused by SAS, which has none for words', () => {
  const { write } = programs.get('sas');
  for (const config of wordRuns)
    expect(() => write(config)).toThrow(/^there is no SAS program for the family \S+ yet \(/);
});

testEachTool('finds the words of the page, whatever stands in a text', async (tool) => {
  // Of a text without a word twice the model of pairs knows one successor each: what it writes is
  // the text itself, begun somewhere.
  for (const text of [HARD, HARDER]) {
    const words = [...wordsOf(text)];
    expect(new Set(words).size).toBe(words.length);
    const config = { ...pairs, text, n: words.length, generations: 1 };
    const { code, stdout, stderr } = await runAlone(tool, config, {
      ...process.env,
      LC_ALL: 'C.UTF-8',
    });
    expect([code, parseTypes(stdout)[0]!.types]).toEqual([0, words.length]);
    const page = stderr.trim().split('\n').slice(2).join(' ').split(' ');
    const begun = words.indexOf(page[0]!);
    expect(page).toEqual([...words.slice(begun), ...words.slice(0, begun)]);
  }
});

testEachTool('measures a text as the engine does', async (tool) => {
  const two = { ...pairs, text: 'to be', n: 7, generations: 1 };
  const cold = { decoding: 'temperature', decodingOptions: { tau: 0.5 } };
  const single = 'each of these words stands here only once';
  const seeds = ['one', 'two', 'three', 'four'];
  const [alternating, table, ...copies] = await runTypes(tool, [
    two,
    { ...two, family: 'categorical', text: 'one one one', n: 5 },
    ...['ngram-2', 'ngram-3'].flatMap((family) =>
      [{}, cold].map((change) => ({ ...pairs, ...change, family, text: single, n: 8 })),
    ),
    // The first copy is one text, also where later ones will be of two parts.
    ...seeds.map((seed) => ({
      ...{ ...pairs, ...wordRegimeCases[1], seed },
      ...{ text: single, n: 8, generations: 1 },
    })),
  ]);
  // "to be to be to be to", or the other way round: on the circle the pairs occur 3, 3 and 1 times.
  const { n, types, diversity, next } = alternating![0]!;
  expect([n, types]).toEqual([7, 2]);
  expect(diversity).toBeCloseTo(1 - (4 / 7) ** 2 - (3 / 7) ** 2, 12);
  const bits = (counts: number[]) =>
    counts.reduce((sum, count) => sum + (count / 7) * Math.log2(7 / count), 0);
  expect(next).toBeCloseTo(bits([3, 3, 1]) - bits([4, 3]), 12);
  expect(table![0]).toEqual({ t: 1, n: 5, types: 1, diversity: 0, next: 0 });
  for (const rows of copies) {
    expect([1, 6]).toContain(rows.length);
    for (const row of rows) {
      expect([row.n, row.types]).toEqual([8, 8]);
      expect(row.diversity).toBeCloseTo(7 / 8, 12);
      expect(row.next).toBeCloseTo(0, 12);
    }
  }
});

testEachTool('fits as many words as the engine, under every policy', async (tool) => {
  const bases = [wordRun, pairs, zipfRun, equalRun];
  const configs = bases.flatMap((base) =>
    wordRegimeCases.map((change) => ({ ...base, ...change, n: 41, generations: 3 })),
  );
  const edges = [0, 1].flatMap((share) =>
    ['fresh-real', 'fixed-real'].map((regime) => ({
      ...{ ...pairs, regime, regimeOptions: { share } },
      ...{ n: 41, generations: 3 },
    })),
  );
  const found = await runTypes(tool, [...configs, ...edges]);
  const keepsAll = ['accumulate', 'accumulate-fresh'];
  for (const [i, { regime }] of [...configs, ...edges].entries())
    expect(
      found[i]!.map(({ t, n }) => [t, n]),
      regime,
    ).toEqual([1, 2, 3].map((t) => [t, keepsAll.includes(regime) ? 41 * t : 41]));
});
