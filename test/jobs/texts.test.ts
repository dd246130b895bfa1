import { describe, expect, it } from 'vitest';
import { drain } from '../../src/lib/drain.ts';
import { ensembles } from '../../src/lib/jobs/ensembles.ts';
import { texts, type TextsInput } from '../../src/lib/jobs/texts.ts';
import { recordsOf } from '../../src/lib/recursion.ts';
import type { Sequence } from '../../src/lib/families/sequences/model.ts';
import type { RunConfig } from '../../src/lib/types.ts';

const VERSE = 'a rose is a rose is a rose and a nose is not a rose nor a thorn a rose';
const config: RunConfig = {
  ...{ family: 'ngram-2', source: 'text', text: VERSE, truth: {}, estimator: 'mle' },
  ...{ regime: 'replace', n: 19, generations: 6, seed: 'job', stream: 'keyed' },
};
const input: TextsInput = { config, statistics: ['types', 'count1'], page: 8 };
const made = (asked: TextsInput) =>
  drain(
    texts.join(
      asked,
      texts.pieces(asked).map((piece) => drain(texts.make(piece))),
    ),
  )!;

describe('a run with its texts', () => {
  const { text } = made(input);

  it('has the models of that very run: their shares and their statistics', () => {
    const models = recordsOf(config).map(({ fit }) => (fit.ok ? (fit.model as Sequence) : null));
    expect(text.reached).toBe(6);
    expect(text.shares).toHaveLength(7);
    models.forEach((model, i) => {
      expect([...text.shares[i + 1]!]).toEqual([...model!.counts].map((count) => count / 19));
      expect(text.fitted.types![i]).toBe(model!.counts.filter((count) => count > 0).length);
      expect(text.fitted.count1![i]).toBe(model!.counts[1] ?? 0);
    });
  });

  it('opens with the text itself, and goes on with what each model can write', () => {
    const { names, pages, shares } = text;
    expect(names!.slice(0, 2)).toEqual(['a', 'rose']);
    expect([...pages[0]!].map((type) => names![type]).join(' ')).toBe('a rose is a rose is a rose');
    expect(pages).toHaveLength(7);
    for (const [t, page] of pages.entries()) {
      expect(page).toHaveLength(8);
      for (const type of page) expect(shares[t]![type], `generation ${t}`).toBeGreaterThan(0);
    }
  });

  it('writes pages that change no draw of the run', () => {
    expect(made({ ...input, page: 3 }).text.shares).toEqual(text.shares);
  });

  it('has others beside it where they are asked for, the same as without their texts', () => {
    const many = {
      ensembles: [{ ...config, replicates: 7, at: [1, 6], statistics: ['types'] }],
      levels: [0.5],
    };
    const pieces = ensembles.pieces(many).map((piece) => drain(ensembles.make(piece)));
    const alone = drain(ensembles.join(many, pieces))!;
    expect(made({ ...input, many }).many).toEqual(alone);
    expect(made(input).many).toBeNull();
    expect(drain(texts.join({ ...input, many }, []))).toBeNull();
  });

  it('of a family without types is refused', () => {
    const normal = { ...config, family: 'normal', source: undefined, truth: { mu: 0, sigma: 1 } };
    expect(() => made({ ...input, config: normal, statistics: ['mu'] })).toThrow(
      'a family without types: normal',
    );
  });
});
