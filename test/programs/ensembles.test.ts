import { describe, expect, it } from 'vitest';
import { spreadGenerations } from '../../src/lib/ensemble/config.ts';
import { programs } from '../../src/programs/index.ts';
import { printedOf } from '../../src/programs/printed.ts';
import { ensemble } from './configs.ts';
import { languages } from './languages.ts';

describe('the generations that a program of an ensemble prints', () => {
  it('are all that were asked for, if these are few', () => {
    for (const at of [[1], [7, 9], [1, 10, 60], spreadGenerations(11)]) {
      expect(printedOf(at, 500)).toEqual(at);
    }
  });

  it('are else eleven of them in rising order, with the first and the last', () => {
    for (const generations of [12, 13, 60, 101, 499, 500, 100_000]) {
      const at = spreadGenerations(generations);
      const printed = printedOf(at, generations);
      expect(printed.length).toBe(11);
      expect(printed.every((t) => at.includes(t))).toBe(true);
      expect([printed[0], printed.at(-1)]).toEqual([1, generations]);
      expect(new Set(printed).size).toBe(11);
      expect([...printed].sort((a, b) => a - b)).toEqual(printed);
    }
    for (const at of [spreadGenerations(500), undefined])
      expect(printedOf(at, 500).join()).toBe('1,50,100,150,200,250,300,350,400,450,500');
  });

  it.each(programs.all)('stand among the settings of the $label program', (writer) => {
    const listed = (at?: number[]) =>
      writer
        .write(at ? { ...ensemble, at } : ensemble)
        .match(/^(?:print_at +<-|PRINT_AT =|%let print_at =| {2}at:) (.*)/m)![1]!
        .match(/\b\d+\b/g)!
        .map(Number);
    expect(listed()).toEqual([1, 50, 100, 150, 200, 250, 300, 350, 400, 450, 500]);
    expect(listed([500, 3, 70])).toEqual([3, 70, 500]);
    expect(listed(spreadGenerations(500))).toEqual(listed());
  });
});

describe('the program of an ensemble', () => {
  it.each(languages)('says in $label how its runs are made', (writer) => {
    const text = writer.write(ensemble);
    expect(text).toContain('The random numbers are those of this language, not those of the page:');
    expect(text).toContain('other runs of the same law');
    expect(text).toContain('m + s Z / sqrt(n), with Z standard normal');
    for (const value of ['10000', '0.05', '0.25', '0.5', '0.75', '0.95']) {
      expect(text).toMatch(new RegExp(`\\b${value}\\b`));
    }
  });

  it.each(languages)('is the same in $label however the page makes its runs', ({ write }) => {
    expect(write({ ...ensemble, how: 'literal' })).toBe(write(ensemble));
  });

  it.each(languages)('is refused in $label where there is none', ({ label, write }) => {
    const refused = [
      [
        { stream: 'source' },
        'the stream source has one run for each seed: replicates must be 1, got 10000',
      ],
      [
        { stream: 'source', replicates: 1 },
        `unknown stream in the ${label} program: source (known: keyed)`,
      ],
      [{ replicates: 0 }, 'replicates must be at least 1, got 0'],
      [{ at: [501] }, 'at must hold generations from 1 to 500, got 501'],
    ] as const;
    for (const [change, message] of refused) {
      expect(() => write({ ...ensemble, ...change })).toThrow(message);
    }
  });
});
