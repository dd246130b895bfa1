import { describe, expect, it } from 'vitest';
import { readColumn } from '../../src/cli/column.ts';
import { UsageError } from '../../src/cli/usage.ts';

const values = (...numbers: number[]) => Float64Array.from(numbers);

describe('a column of numbers', () => {
  it.each([
    ['no line end', '1\n2\n3'],
    ['Windows line ends', '1\r\n2\r\n3\r\n'],
    ['old Macintosh line ends', '1\r2\r3'],
    ['a byte order mark', '\uFEFF1\n2\n3\n'],
    ['blank lines at the end', '1\n2\n3\n\n  \n\r\n'],
    ['blank lines inside', '\n1\n\n2\n \t\n3\n'],
    ['blanks around the cells', ' 1\n2\t\n 3 \n'],
    ['exponents, signs and bare points', '+1e0\n.2E1\n30.e-1\n'],
    ['quotes', '"1"\n"2"\n"3"\n'],
  ])('is read with %s', (_, input) => {
    expect(readColumn(input)).toEqual({ values: values(1, 2, 3), notes: [] });
  });

  it('may be empty', () => {
    for (const input of ['', '\n', '\uFEFF\r\n']) expect(readColumn(input).values).toHaveLength(0);
  });

  it('may hold NaN and infinities by name, and minus signs as the site prints them', () => {
    const { values: read } = readColumn('nan\nNaN\n-Inf\ninf\n+Infinity\n1e400\n−2.5\n1e−3\n');
    const infinite = [-Infinity, Infinity, Infinity, Infinity];
    expect(read).toEqual(values(NaN, NaN, ...infinite, -2.5, 0.001));
  });

  it('may have a name in its first line, which is said', () => {
    const headings = [
      'x',
      'sales price (EUR)',
      'größe',
      'x_1',
      'growth %',
      'x [mm/s]',
      '€',
      'x, y',
    ];
    for (const heading of headings) {
      const notes = [`The first line, “${heading}”, is taken as a heading.`];
      expect(readColumn(`${heading}\n1\n2\n`), heading).toEqual({ values: values(1, 2), notes });
      expect(readColumn(`"${heading}"\r\n1\r\n2`).notes).toEqual(notes);
    }
  });

  it('may have decimal commas where they can be nothing else, which is said', () => {
    for (const input of ['1,5\n2\n-,75\n', '1,5\n2,05\n-0,75', 'x\n1,5\n2\n-0,75\n']) {
      const { values: read, notes } = readColumn(input);
      expect([read[0], read[2]], input).toEqual([1.5, -0.75]);
      expect(notes).toContain('Commas are read as decimal commas: 1,5 is 1.5.');
    }
  });

  it.each([
    ['1\n2\nthree\n4\n', 'line 3: not a number: three'],
    ['NA\n1\n2\n', 'line 1: not a number: NA'],
    ['1,2\n3,4\n', 'line 1: more than one column: 1,2 (choose with --column: comma, 1, 2 or all)'],
    ['x,y\n3,4\n', 'line 1: more than one column: x,y (choose with --column: comma, 1, 2 or all)'],
    ['1\t5\n2\t6\n', 'line 1: more than one column: 1\t5 (choose with --column: 1, 2 or all)'],
    ['1 2 3\n4 5 6\n', 'line 1: more than one column: 1 2 3'],
    ['1\n2;5\n', 'line 2: more than one column: 2;5'],
    ['1\n2 3\n', 'line 2: more than one column: 2 3'],
    ['1\n2\t3\n', 'line 2: more than one column: 2'],
    ['1\n2.5\n3,5\n', 'line 3: a decimal comma, or two columns: 3,5'],
    ['1,234\n2,345\n', 'line 1: one number or several? Write it without separators'],
    ['1 234\n987\n', 'line 1: one number or several? Write it without separators'],
    ['1\u00a0234\n987\n', 'line 1: one number or several? Write it without separators'],
    ['1.234,5\n2,5\n', 'line 1: one number or several? Write it without separators'],
    ['1\n12.1,.\n', 'line 2: not a number: 12.1,.'],
    ['1\n0x10\n', 'line 2: not a number: 0x10'],
    ['1\nNA\n', 'line 2: not a number: NA'],
    ['x\ny\n1\n', 'line 2: not a number: y'],
    ['12abc\n1\n', 'line 1: not a number: 12abc'],
    [`1\n${'a'.repeat(500)}\n`, `line 2: not a number: ${'a'.repeat(40)}…`],
    [`1\n${'1'.repeat(100_000)}x\n`, `line 2: not a number: ${'1'.repeat(40)}…`],
  ])('is refused with the line and the cell: %j', (input, expected) => {
    expect(() => readColumn(input)).toThrow(UsageError);
    expect(() => readColumn(input)).toThrow(expected);
  });
});

describe('a column of a table', () => {
  const table = 'id;height\n1;1,5\n2;2,25\n3;3\n';

  it('is the one that was asked for, and is said', () => {
    const { values: read, notes } = readColumn(table, '2');
    expect(read).toEqual(values(1.5, 2.25, 3));
    expect(notes).toEqual([
      'The first line, “id;height”, is taken as a heading.',
      'Of 2 columns only column 2, “height”, is read. The first only counts the lines.',
      'Commas are read as decimal commas: 1,5 is 1.5.',
    ]);
    expect(readColumn(table, '1').values).toEqual(values(1, 2, 3));
    expect(readColumn('1,5\n3,7\n', '2').values).toEqual(values(5, 7));
  });

  it('may be all of them, or one with decimal commas', () => {
    expect(readColumn('1 2\n3\n', 'all').values).toEqual(values(1, 2, 3));
    expect(readColumn('1,5\n3,7\n', 'all').values).toEqual(values(1, 5, 3, 7));
    expect(readColumn('1,5\n3,7\n', 'comma').values).toEqual(values(1.5, 3.7));
  });

  it('is refused where there is none, and where a line has other cells', () => {
    expect(() => readColumn(table, '3')).toThrow(
      'no such column: 3 (choose with --column: 1, 2 or all)',
    );
    expect(() => readColumn('1\n2\n', '1')).toThrow('--column is for tables');
    expect(() => readColumn(`${table}4\n`, '2')).toThrow(
      'line 5: not 2 cells, as other lines have: 4',
    );
  });
});
