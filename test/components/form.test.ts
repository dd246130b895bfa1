import { describe, expect, it } from 'vitest';
import { fromSlider, LOG_TICKS, toSlider } from '../../src/components/demo/form.ts';
import { wrap } from '../../src/components/demo/download.ts';
import { demos } from '../../src/components/demos/index.ts';
import type { NumberField } from '../../src/lib/settings.ts';

const numbers = demos.all.flatMap(({ id, fields }) =>
  fields
    .filter((field): field is NumberField => field.kind === 'number')
    .map((field) => [`${id}.${field.name}`, field] as const),
);

describe.each(numbers)('the slider of %s', (_name, field) => {
  const ticks =
    field.scale === 'log'
      ? Array.from({ length: LOG_TICKS + 1 }, (_, i) => i)
      : Array.from({ length: 101 }, (_, i) => field.min + (i * (field.max - field.min)) / 100);

  it('gives legal values only, from the lowest to the highest, never going back', () => {
    const values = ticks.map((tick) => fromSlider(field, tick));
    expect(values[0]).toBe(field.min);
    expect(values.at(-1)).toBe(field.max);
    for (const [i, value] of values.entries()) {
      if (i > 0) expect(value).toBeGreaterThanOrEqual(values[i - 1]!);
      if (field.integer) expect(Number.isInteger(value)).toBe(true);
    }
  });

  it('stands within its ends for every value, the default included', () => {
    const [low, high] = field.scale === 'log' ? [0, LOG_TICKS] : [field.min, field.max];
    expect(toSlider(field, field.min)).toBe(low);
    expect(toSlider(field, field.max)).toBe(high);
    expect(toSlider(field, field.default)).toBeGreaterThanOrEqual(low);
    expect(toSlider(field, field.default)).toBeLessThanOrEqual(high);
  });
});

it('a log slider offers numbers that a person would choose: at most two digits', () => {
  const [, n] = numbers.find(([name]) => name === 'run.n')!;
  const offered = new Set(Array.from({ length: LOG_TICKS + 1 }, (_, i) => fromSlider(n, i)));
  for (const value of offered) expect(String(value)).toMatch(/^\d{1,2}0*$/);
  expect([2, 5, 10, 50, 100, 200, 1000, 10_000].every((value) => offered.has(value))).toBe(true);
});

it('breaks a caption at spaces, keeping every word, within the length', () => {
  const text = 'n = 200 · 500 generations · seed 12345 · unbiased variance';
  const lines = wrap(text, 20);
  expect(lines.join(' ')).toBe(text);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(20);
  expect(wrap('averyveryverylongword', 5)).toEqual(['averyveryverylongword']);
});
