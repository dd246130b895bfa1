import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readColumn as readForCommand } from '../src/cli/column.ts';
import { UsageError } from '../src/cli/usage.ts';
import { columnReader, readColumn } from '../src/lib/readColumn.ts';
import { readNumber } from '../src/lib/readNumber.ts';
import { cases } from './support/cases.ts';

/** What tables, lists and bad luck are made of. */
const piece = fc.oneof(
  fc.constantFrom(
    ' ',
    '  ',
    '\t',
    ',',
    ', ',
    ';',
    '\n',
    '\r\n',
    '\r',
    '"',
    "'",
    '\u00a0',
    '\uFEFF',
    '−',
  ),
  fc.constantFrom(
    'NA',
    'x',
    '[1]',
    '1,5',
    '1 234',
    '1,234',
    '1.234,5',
    '.',
    '-',
    'inf',
    'nan',
    'é',
    '\0',
  ),
  fc.integer({ min: -999, max: 9999 }).map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
);
const text = fc.oneof(
  { weight: 4, arbitrary: fc.array(piece, { maxLength: 60 }).map((all) => all.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);
const pick = fc.constantFrom('', 'all', 'comma', '1', '2', '3', '77', 'x');
/** Not -0, which is written 0. */
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0);
const LINE = /^line \d+: ./;

const lineCount = (of: string) => of.split(/\r\n?|\n/).length;

describe('any text', () => {
  it('is read: each value is one that stands there, each problem names its line', () => {
    fc.assert(
      fc.property(text, pick, (given, asked) => {
        const {
          values,
          bad,
          problems,
          notes,
          choices,
          pick: taken,
        } = readColumn(given, { pick: asked });
        expect(values.length + bad).toBeLessThanOrEqual(given.length + 1);
        expect(problems.length).toBe(Math.min(bad, 5));
        for (const problem of problems) {
          expect(problem).toMatch(LINE);
          expect(Number(/\d+/.exec(problem)![0])).toBeLessThanOrEqual(lineCount(given));
        }
        for (const note of notes) expect(note).toMatch(/^[A-Z].*\.$/su);
        expect(choices.length === 0 ? taken === 'all' : choices.includes(taken)).toBe(true);
        // A digit that stands there is in a value or in a problem, unless a sentence says which
        // column is read.
        if (/\d/.test(given) && notes.length === 0) expect(values.length + bad).toBeGreaterThan(0);
      }),
      cases(0.15),
    );
  });

  it('gives the command what the box reads, or is refused there with its line', () => {
    fc.assert(
      fc.property(text, (given) => {
        try {
          const { values, notes } = readForCommand(given);
          const box = readColumn(given);
          expect(box).toMatchObject({ bad: 0, notes });
          expect([...box.values]).toEqual([...values]);
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
          expect((error as Error).message).toMatch(LINE);
        }
      }),
      cases(0.15),
    );
  });

  it('is read in the same way whatever is read at most, up to there', () => {
    fc.assert(
      fc.property(text, fc.nat({ max: 9 }), (given, most) => {
        const work = columnReader(given, { most });
        let next = work.next();
        while (!next.done) next = work.next();
        const whole = readColumn(given);
        const { values, more } = next.value;
        expect([...values]).toEqual([...whole.values.slice(0, values.length)]);
        expect(more).toBe(whole.values.length + whole.bad > most);
      }),
      cases(0.05),
    );
  });
});

describe('a good column', () => {
  const lineEnd = fc.constantFrom('\n', '\r\n', '\r');

  it('comes back to the last bit, with a heading or without', () => {
    fc.assert(
      fc.property(fc.array(number, { minLength: 1 }), lineEnd, fc.boolean(), (all, end, named) => {
        const lines = [...(named ? ['height [cm]'] : []), ...all.map(String)];
        const { values, bad, notes } = readColumn(lines.join(end));
        expect([...values]).toEqual(all);
        expect([bad, notes.length]).toEqual([0, named ? 1 : 0]);
      }),
      cases(0.05),
    );
  });

  it('comes back out of a table whose first column counts the lines', () => {
    const separator = fc.constantFrom('\t', ';', ',', ', ', ' ');
    fc.assert(
      fc.property(fc.array(number, { minLength: 3 }), separator, lineEnd, (all, by, end) => {
        const lines = all.map((x, i) => `${i + 1}${by}${x}`);
        // With commas between, three digits behind each may be thousands, and whole numbers
        // decimals.
        fc.pre(by !== ',' || all.some((x) => !Number.isInteger(x)));
        const { values, bad, pick: taken } = readColumn(lines.join(end));
        expect([bad, taken]).toEqual([0, '2']);
        expect([...values]).toEqual(all);
      }),
      cases(0.05),
    );
  });
});

describe('a number', () => {
  it('comes back to the last bit, also as the site writes its minus', () => {
    fc.assert(
      fc.property(number, (x) => {
        expect(readNumber(String(x))).toBe(x);
        expect(readNumber(` ${String(x).replaceAll('-', '−')} `)).toBe(x);
      }),
      cases(0.05),
    );
  });
});
