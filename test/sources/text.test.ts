import { describe, expect, it } from 'vitest';
import { readText, text } from '../../src/lib/sources/text.ts';
import { wordsOf } from '../../src/lib/sources/tokens.ts';
import { mobyDick } from '../support/mobyDick.ts';

const words = (given: string) => [...wordsOf(given)];

describe('the words of a text', () => {
  it.each([
    ['plain words', 'Call me Ishmael.', ['call', 'me', 'ishmael']],
    [
      'inner apostrophes of either form',
      "Don't, he’d say; ’tis o'",
      ["don't", "he'd", 'say', 'tis', 'o'],
    ],
    [
      'no digits or signs',
      'x2y — 1851, #42 & <b class="a">bold</b>',
      [...['x', 'y', 'b', 'class', 'a', 'bold', 'b']],
    ],
    ['hyphens as ends of words', 'whale-ship', ['whale', 'ship']],
    ['accents, composed or not', 'Été e\u0301te\u0301', ['été', 'été']],
    ['Greek, Cyrillic, Arabic with its marks', 'Λόγος мир كِتَاب', ['λόγος', 'мир', 'كِتَاب']],
    ['Windows’ ends of lines and a byte order mark', '\uFEFFone\r\ntwo', ['one', 'two']],
    ['no emoji', '🐋🐳 👩‍🚀', []],
    ['nothing', '', []],
  ])('are %s', (_, given, expected) => expect(words(given)).toEqual(expected));

  it('of scripts without spaces are cut, and none of their characters is lost', () => {
    for (const given of ['白鯨は大きい', '我是中国人', 'ภาษาไทย']) {
      expect(words(given).length).toBeGreaterThan(1);
      expect(words(given).join('')).toBe(given);
    }
  });

  it('stay words where the text would be code', () => {
    expect(words('<script>alert("x")</script>')).toEqual(['script', 'alert', 'x', 'script']);
  });
});

describe('a text read', () => {
  it('has its words numbered, the commonest first, then as they come', () => {
    const { sequence, names, counts } = readText('b a c a b a');
    expect(names).toEqual(['a', 'b', 'c']);
    expect([...sequence]).toEqual([1, 0, 2, 0, 1, 0]);
    expect([...counts]).toEqual([3, 2, 1]);
  });

  // Counted by another program, in Python (../shared facts, 29 November 2026).
  it.each([
    [10, 19_931, 4_183, 2_568],
    [3, 9_596, 2_443, undefined],
  ])(
    'of the first %i chapters of Moby Dick has %i words of %i types',
    (chapters, n, types, once) => {
      const { sequence, names, counts } = readText(mobyDick(chapters));
      expect([sequence.length, names.length]).toEqual([n, types]);
      if (once !== undefined) expect(counts.filter((count) => count === 1)).toHaveLength(once);
    },
  );

  it('is cut after so many words', () => {
    expect(readText('a b c d', 2).sequence).toHaveLength(2);
  });
});

describe('a text as a source', () => {
  it('says what it needs', () => {
    for (const given of [undefined, '', '🐋', 'one'])
      expect(() => text.open({}, { text: given })).toThrow(
        `a text must hold at least 2 words, got ${given === 'one' ? 1 : 0}`,
      );
  });

  it('knows shares and names of its words, and their order', () => {
    const { shares, names, sequence } = text.open({}, { text: 'to be or not to be' });
    expect(names).toEqual(['to', 'be', 'or', 'not']);
    expect([...shares!]).toEqual([2, 2, 1, 1].map((count) => count / 6));
    expect([...sequence!]).toEqual([0, 1, 2, 3, 0, 1]);
  });
});
