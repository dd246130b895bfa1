import { describe, expect, it } from 'vitest';
import { aliveIn, diedIn, nameOf } from '../../../src/components/charts/wordCounts.ts';
import { bookVariety, bookWord } from '../../../src/components/figures/bookLines.ts';
import { bookPage, type Book } from '../../../src/components/figures/bookPage.ts';
import { finish } from '../../../src/components/island/finish.ts';
import type { TextsInput } from '../../../src/lib/jobs/texts.ts';
import type { RunConfig } from '../../../src/lib/types.ts';
import { typesAlive } from '../../../src/lib/theory/typesAlive.ts';
import { drawn, legendOf } from '../../support/readChart.ts';
import { document } from '../sound.ts';

const VERSE =
  'the sea the sea the open sea the blue the fresh the ever free without a mark without a bound it runneth the earth wide regions round';
const config: RunConfig = {
  ...{ family: 'ngram-2', source: 'text', text: VERSE, truth: {}, estimator: 'mle' },
  ...{ regime: 'replace', n: 27, generations: 8, seed: 'sea', stream: 'keyed' },
};
const WORD = 1;
const names = ['types', 'next', `count${WORD}`];
const input: TextsInput = {
  config,
  statistics: names,
  page: 60,
  many: {
    ensembles: [
      {
        ...config,
        ...{ replicates: 40, at: [1, 2, 3, 4, 5, 6, 7, 8] },
        statistics: [...names, `alive${WORD}`],
      },
    ],
    levels: [0.05, 0.5, 0.95],
  },
};
const made = finish('texts', input);
const book = (show = 'types', word = WORD): Book => ({ ...made, view: { show, word } });
const { text } = made;
const view = { width: 592, height: 210, document, uid: 'test' };

describe('the page of a generation', () => {
  const words = (frame: number, size = view) => [
    ...bookPage.draw(book(), frame, size).svg.querySelectorAll('.page-word'),
  ];

  it('begins with the text itself, word for word', () => {
    const page = words(0).map((word) => word.textContent);
    expect(VERSE.startsWith(page.join(' '))).toBe(true);
    expect(page.length).toBeGreaterThan(20);
  });

  it('holds what the model of the generation writes, all of it alive', () => {
    for (const t of [1, 5, 8]) {
      const page = words(t).map((word) => word.textContent);
      const written = [...text.pages[t]!].map((type) => nameOf(text, type));
      expect(page).toEqual(written.slice(0, page.length));
      for (const type of text.pages[t]!) expect(text.shares[t]![type]).toBeGreaterThan(0);
    }
  });

  it('marks the word that is followed, and no other', () => {
    const svg = bookPage.draw(book(), 0, view).svg;
    const marked = [...svg.querySelectorAll('.followed')].map((word) => word.textContent);
    expect(new Set(marked)).toEqual(new Set([nameOf(text, WORD)]));
    expect(marked.length).toBe(VERSE.split(' ').filter((word) => word === 'sea').length);
  });

  it('strikes out beside it what was alive before and is not now', () => {
    const t = 1;
    const died = diedIn(text, t);
    expect(died.length).toBeGreaterThan(0);
    expect(aliveIn(text, t - 1) - aliveIn(text, t)).toBe(died.length);
    const svg = bookPage.draw(book(), t, { ...view, width: 700 }).svg;
    const struck = [...svg.querySelectorAll('.dead-word')].map((word) => word.textContent);
    expect(struck).toEqual(died.map((type) => nameOf(text, type)));
    expect(svg.textContent).toContain(`${died.length} words died here`);
    expect(bookPage.draw(book(), 0, view).svg.textContent).toContain('no word has died');
  });

  it('says which word is pressed, where it stands', () => {
    for (const size of [view, { ...view, width: 288, height: 264 }]) {
      const drawing = bookPage.draw(book(), 3, size);
      const page = text.pages[3]!;
      [...drawing.svg.querySelectorAll('.page-word')].forEach((word, i) => {
        const [x, y] = ['x', 'y'].map((name) => Number(word.getAttribute(name)));
        expect(bookPage.pickAt!(drawing, book(), x! + 3, y! - 4)).toBe(page[i]);
      });
      expect(bookPage.pickAt!(drawing, book(), size.width - 1, size.height - 1)).toBeNull();
    }
  });

  it('goes from word to word by the keys, each once, and round', () => {
    const page = [...new Set(text.pages[0])];
    let word = page[0]!;
    const met = page.map(() => {
      const at = word;
      word = bookPage.pickNext!(book('types', word), 0, 1)!;
      return at;
    });
    expect(met).toEqual(page);
    expect(word).toBe(page[0]);
    expect(bookPage.pickNext!(book('types', page[0]), 0, -1)).toBe(page.at(-1));
  });

  it('is drawn a line at a time where none can be pressed, with the same words', () => {
    const still = bookPage.draw(book(), 4, { ...view, still: true }).svg;
    const lines = [...still.querySelectorAll('.page-word')].map((line) => line.textContent);
    expect(lines.join(' ')).toBe(
      words(4)
        .map((word) => word.textContent)
        .join(' '),
    );
    expect(lines.length).toBeLessThan(10);
  });
});

describe('the lines over the generations', () => {
  it('are the run’s words alive, with the law of single words from the text on', () => {
    const { rows } = bookVariety.table(book(), 0);
    expect(rows[0]).toEqual([0, aliveIn(text, 0), '', '', aliveIn(text, 0)]);
    const { shares } = text;
    for (const t of [1, 4, 8]) {
      const [, alive, low, high, law] = rows[t]!;
      expect(alive).toBe(aliveIn(text, t));
      expect(Number(low)).toBeLessThanOrEqual(Number(high));
      expect(law).toBeCloseTo(typesAlive({ shares: shares[0]!, n: 27, k: t }), 10);
    }
    expect(legendOf(drawn(bookVariety, book(), 0)).join()).toMatch(/dashed.*: law/);
    expect(bookVariety.takeaway(book(), 3)).toMatch(
      /^\d+ words are alive in generation 3; the law of single words says \d+\.$/,
    );
  });

  it('are the entropy of the next word where that is asked for, without a law', () => {
    const { rows } = bookVariety.table(book('next'), 0);
    expect(rows.slice(1).map(([, bits]) => bits)).toEqual([...text.fitted.next!]);
    expect(legendOf(drawn(bookVariety, book('next'), 0)).join()).not.toContain('law');
    expect(bookVariety.takeaway(book('next'), 3)).toContain('bits of surprise');
  });

  it('are how often a word stands in each copy, and in how many runs it is gone', () => {
    const { rows } = bookWord.table(book(), 0);
    expect(rows.slice(1).map(([, times]) => times)).toEqual([...text.fitted[`count${WORD}`]!]);
    // On average it stays.
    for (const [, , , , law] of rows) expect(law).toBeCloseTo(27 * text.shares[0]![WORD]!, 10);
    const alive = made.many!.ensembles[0]!.bands.map(
      ({ statistics }) => statistics[`alive${WORD}`]!.mean,
    );
    const gone = Math.round(100 * (1 - alive[7]!));
    expect(bookWord.takeaway(book(), 8)).toContain(
      `gone by then: ${gone}\u00a0% of the runs, by law`,
    );
    expect(bookWord.takeaway(book(), 0)).toBe('In generation 0 “sea” stands 3 times.');
  });

  it('stand without a band and a law as long as no other run has been made', () => {
    const alone: Book = { ...made, many: null, view: { show: 'types', word: WORD } };
    const { rows } = bookVariety.table(alone, 0);
    expect(rows[3]!.slice(2)).toEqual(['', '', '']);
    expect(legendOf(drawn(bookVariety, alone, 0))).toEqual([
      'line count: this run',
      'thin original: the text',
    ]);
    expect(bookWord.takeaway(alone, 2)).not.toContain('gone by then');
  });
});
