import { describe, expect, it } from 'vitest';
import { readVerdicts } from './dieharder.ts';
import { controls } from './feeds.ts';
import { condemned, rowsOf } from './rows.ts';
import { askedAgain, table } from './table.ts';

describe('what dieharder prints', () => {
  it('is read line by line', () => {
    expect(
      readVerdicts('sts_serial,3,0.71496202,PASSED\nsts_serial,3,0.00000000,FAILED\n'),
    ).toEqual([
      { test: 'sts_serial', ntuple: 3, p: 0.71496202, word: 'PASSED' },
      { test: 'sts_serial', ntuple: 3, p: 0, word: 'FAILED' },
    ]);
  });

  it.each(['', 'Error: no such test', 'dab_dct,256,nan,PASSED', 'dab_dct,256,0.5,POOR'])(
    'is an error if it is no verdict: %j',
    (output) => {
      expect(() => readVerdicts(output)).toThrow(/^dieharder printed/);
    },
  );
});

/** A row for each column of words, a line for each part; which parts were asked for. */
async function judged(parts: readonly string[]) {
  const asked: number[] = [];
  const rows = await rowsOf((part) => {
    asked.push(part);
    const words = parts[part]!.split(' ');
    return Promise.resolve(words.map((word) => ({ test: 'made up', ntuple: 0, p: 0.5, word })));
  });
  return { asked, condemned: rows.map(condemned) };
}

describe('the judge', () => {
  it('asks once of what passes', async () => {
    expect(await judged(['PASSED PASSED'])).toEqual({ asked: [0], condemned: [false, false] });
  });

  it('condemns what fails, without asking again', async () => {
    expect(await judged(['PASSED FAILED'])).toEqual({ asked: [0], condemned: [false, true] });
  });

  it('lets pass what is weak once or twice, and condemns what is weak three times', async () => {
    const parts = ['WEAK WEAK WEAK PASSED', 'PASSED WEAK WEAK PASSED', 'WEAK PASSED WEAK PASSED'];
    expect(await judged(parts)).toEqual({
      asked: [0, 1, 2],
      condemned: [false, false, true, false],
    });
  });

  it('condemns what is weak at first and fails in another part', async () => {
    expect(await judged(['WEAK', 'FAILED'])).toEqual({ asked: [0, 1], condemned: [true] });
  });
});

describe('the table', () => {
  const verdict = (p: number, word: string) => ({ test: 'made_up', ntuple: 3, p, word });
  const [one, other] = controls;
  const judged = new Map([
    [one!, [{ first: verdict(0.5, 'PASSED'), again: [] }]],
    [other!, [{ first: verdict(0.998, 'WEAK'), again: [verdict(0, 'FAILED')] }]],
  ]);

  it('has a column for each feed and marks what has not passed', () => {
    expect(table(judged).map((row) => row.split(/ {2,}/))).toEqual([
      ['', one!.name, other!.name],
      ['made_up 3', '0.500000', '0.998000 W'],
    ]);
  });

  it('is followed by what other parts of a feed say to what was weak', () => {
    expect(askedAgain(judged)).toEqual([
      `${other!.name}, made_up 3: WEAK, in other parts of the feed 0.000000 FAILED`,
    ]);
  });
});
