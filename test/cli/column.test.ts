import { describe, expect, it } from 'vitest';
import { readColumn } from '../../src/cli/column.ts';
import { UsageError } from '../../src/cli/usage.ts';

describe('a column of numbers', () => {
  it.each([
    ['no line end', '1\n2\n3'],
    ['Windows line ends', '1\r\n2\r\n3\r\n'],
    ['old Macintosh line ends', '1\r2\r3'],
    ['a byte order mark', '\uFEFF1\n2\n3\n'],
    ['blank lines at the end', '1\n2\n3\n\n  \n\r\n'],
    ['blanks around the cells', ' 1\n2\t\n 3 \n'],
    ['exponents, signs and bare points', '+1e0\n.2E1\n30.e-1\n'],
    ['quotes', '"1"\n"2"\n"3"\n'],
  ])('is read with %s', (_, input) => {
    expect(readColumn(input)).toEqual({ values: Float64Array.of(1, 2, 3), heading: null });
  });

  it('may be empty', () => {
    for (const input of ['', '\n', '\uFEFF\r\n']) expect(readColumn(input).values).toHaveLength(0);
  });

  it('may hold NaN and infinities by name', () => {
    const { values } = readColumn('nan\nNaN\n-Inf\ninf\n+Infinity\n1e400\n');
    const infinite = [-Infinity, Infinity, Infinity, Infinity];
    expect(values).toEqual(Float64Array.of(NaN, NaN, ...infinite));
  });

  it('may have a name in its first line', () => {
    for (const heading of ['x', 'sales price (EUR)', 'größe', 'x_1', 'growth %']) {
      const column = { values: Float64Array.of(1, 2), heading };
      expect(readColumn(`${heading}\n1\n2\n`)).toEqual(column);
      expect(readColumn(`"${heading}"\r\n1\r\n2`)).toEqual(column);
    }
  });

  it.each([
    ['1\n2\nthree\n4\n', 'line 3: not a number: three'],
    ['1\n\n3\n', 'line 2: empty, where a number should be'],
    ['1,2\n3,4\n', 'line 1: more than one column: 1,2'],
    ['x,y\n3,4\n', 'line 1: more than one column: x,y'],
    ['1\n2;5\n', 'line 2: more than one column: 2;5'],
    ['1\n2 3\n', 'line 2: more than one column: 2 3'],
    ['1\n2\t3\n', 'line 2: more than one column: 2'],
    ['1\n0x10\n', 'line 2: not a number: 0x10'],
    ['1\nNA\n', 'line 2: not a number: NA'],
    ['x\ny\n1\n', 'line 2: not a number: y'],
    ['12abc\n1\n', 'line 1: not a number: 12abc'],
    [`1\n${'a'.repeat(500)}\n`, `line 2: not a number: ${'a'.repeat(40)}…`],
  ])('is refused with the line and the cell: %j', (input, expected) => {
    expect(() => readColumn(input)).toThrow(UsageError);
    expect(() => readColumn(input)).toThrow(expected);
  });
});
