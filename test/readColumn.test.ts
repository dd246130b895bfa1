import { describe, expect, it } from 'vitest';
import { columnReader, readColumn } from '../src/lib/readColumn.ts';

const read = (text: string, pick?: string) => {
  const { values, ...rest } = readColumn(text, { pick });
  return { ...rest, values: [...values] };
};

describe('numbers that somebody pasted', () => {
  it.each([
    ['blanks', '1 2\t3\n4'],
    ['commas', '1,2,3,4'],
    ['commas and blanks', '1, 2, 3, 4'],
    ['commas and blanks over several lines', '1, 2,\n3,\n4,\n'],
    ['semicolons', '1;2;3;4;'],
    ['the marks that R prints', '[1] 1 2 3\n[4] 4\n'],
  ])('are read with %s between', (_, text) => {
    expect(read(text)).toMatchObject({ values: [1, 2, 3, 4], bad: 0, choices: [] });
  });

  it('go on behind a cell that is none, which is named', () => {
    expect(read('30.26 31.23 71.96 x 33.93 76.15 42.21')).toMatchObject({
      values: [30.26, 31.23, 71.96, 33.93, 76.15, 42.21],
      problems: ['line 1: not a number: x'],
    });
    expect(read('NA 3.1 4.5 9\n1 2 3 4')).toMatchObject({
      values: [3.1, 4.5, 9, 1, 2, 3, 4],
      problems: ['line 1: not a number: NA'],
    });
  });

  it.each(['1\u00a0234', '1\u202f234', '1\u2009234', '1 234', '1,234', '1’234', "1'234"])(
    'may be one number or two, %s: none is read, and that is said',
    (cell) => {
      const { values, problems, bad } = read(`${cell}\n${cell}\n${cell}\n987\n`);
      expect([values, bad]).toEqual([[987], 3]);
      expect(problems[0]).toBe(
        `line 1: one number or several? Write it without separators, or one number a line: ${cell}`,
      );
    },
  );

  it('are, of a table, the first column that does more than count the lines, which is said', () => {
    for (const text of [
      '1\t30.2\n2\t31.1\n3\t29.9',
      '1 30.2\n2 31.1\n3 29.9',
      '0,30.2\n1,31.1\n2,29.9',
    ])
      expect(read(text), text).toMatchObject({
        values: [30.2, 31.1, 29.9],
        notes: ['Of 2 columns only column 2 is read. The first only counts the lines.'],
        choices: ['1', '2', 'all'],
        pick: '2',
      });
    expect(read('"","x"\n"1",3.5\n"2",4.5')).toMatchObject({
      values: [3.5, 4.5],
      names: ['', 'x'],
    });
    expect(read('  x y\n1 3 4\n2 5 6')).toMatchObject({ values: [3, 5], pick: '2' });
    expect(read('a 3.1\nb 4.2\nc 5')).toMatchObject({ values: [3.1, 4.2, 5], pick: '2' });
    expect(read('x;y\n3;4\n5;6')).toMatchObject({ values: [3, 5], pick: '1', names: ['x', 'y'] });
  });

  it('are all of them where blanks stand between and nothing speaks of a table, which is said', () => {
    expect(read('3 4\n5 6')).toMatchObject({
      values: [3, 4, 5, 6],
      notes: ['All 2 numbers of each line are read.'],
      choices: ['1', '2', 'all'],
      pick: 'all',
    });
    expect(read('3 4\n5 6', '2').values).toEqual([4, 6]);
  });

  it('may have decimal commas or two columns: decimal commas are read, and the rest is offered', () => {
    const text = '30,5\n31,2\n29,9';
    expect(read(text)).toMatchObject({
      values: [30.5, 31.2, 29.9],
      notes: ['Commas are read as decimal commas: 30,5 is 30.5.'],
      choices: ['comma', '1', '2', 'all'],
      pick: 'comma',
    });
    expect(read(text, '2').values).toEqual([5, 2, 9]);
    expect(read('a,b\n30,5\n31,2').values).toEqual([30, 31]);
    expect(read('1,5\n2,7\n3,9').values).toEqual([5, 7, 9]);
  });

  it('leave no guess for later lines: what the first ones do not show is named', () => {
    const many = '1.5\n'.repeat(300);
    expect(read(`${many}2,5\n3\t4\n`).problems).toEqual([
      'line 301: a decimal comma, or two columns: 2,5',
    ]);
    expect(read(`${'1,5\n'.repeat(300)}12,05\n2.5\n`, 'comma').problems).toEqual([
      'line 302: not a number: 2.5',
    ]);
  });

  // Found by the random texts, once in twenty thousand.
  it('may have fewer columns in every line than are offered', () => {
    expect(read('1001,234\nNA\r\n,', '77')).toMatchObject({ values: [], bad: 3 });
  });

  it('are two columns where one comma between digits might be in a number and another cannot', () => {
    expect(read('1,-5e-324\n2,100\n3,-5e-324')).toMatchObject({
      values: [-5e-324, 100, -5e-324],
      pick: '2',
      bad: 0,
    });
  });

  it('are read no further than asked, in stretches of bounded work', () => {
    const texts = [
      '1\n'.repeat(1e5),
      '1 '.repeat(1e5),
      '\n'.repeat(1e5),
      '1;2\n'.repeat(1e5),
      'x\n'.repeat(1e5),
      `${'1'.repeat(1e5)}x`,
    ];
    for (const text of texts) {
      const work = columnReader(text, { most: 5e4 });
      let steps = 0;
      let next = work.next();
      for (; !next.done; next = work.next()) steps++;
      const { values, bad, more } = next.value;
      expect(values.length + bad, text.slice(0, 9)).toBeLessThanOrEqual(5e4);
      expect(more).toBe(values.length + bad === 5e4);
      // A stretch is 500 lines or cells.
      expect(steps).toBeGreaterThanOrEqual(Math.floor((values.length + bad) / 500));
    }
  });
});
