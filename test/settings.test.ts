import { describe, expect, it } from 'vitest';
import { families } from '../src/lib/families/index.ts';
import {
  defaultSettings,
  isInUse,
  parameterField,
  readField,
  type ChoiceField,
  type NumberField,
  type TextField,
} from '../src/lib/settings.ts';

const n: NumberField = {
  kind: 'number',
  name: 'n',
  label: 'Sample size',
  min: 2,
  max: 10_000,
  integer: true,
  scale: 'log',
  default: 200,
};
const mu: NumberField = { ...n, name: 'mu', min: -1000, max: 1000, integer: false, default: 125 };
const seed: TextField = { kind: 'text', name: 'seed', label: 'Seed', maxLength: 8, default: '1' };
const stream: ChoiceField = {
  kind: 'choice',
  name: 'stream',
  label: 'Random numbers',
  options: [
    { value: 'keyed', label: 'Keyed' },
    { value: 'source', label: 'Source' },
  ],
  default: 'keyed',
};

describe('a number in a text that anyone may have written', () => {
  it.each([
    ['2', 2],
    [' 17 ', 17],
    ['1e3', 1000],
    ['+5', 5],
    ['0200', 200],
    ['10000', 10_000],
  ])('is %s as it stands, without a note', (text, value) => {
    expect(readField(n, text)).toEqual({ value });
  });

  it.each([
    ['-2.5', -2.5],
    ['−2.5', -2.5],
    ['.5', 0.5],
    ['5.', 5],
  ])('may have a sign and decimals where the field allows them: %s', (text, value) => {
    expect(readField(mu, text)).toEqual({ value });
  });

  it.each([
    ['1', 2],
    ['0', 2],
    ['-0', 2],
    ['-7', 2],
    ['10001', 10_000],
    ['1e309', 10_000],
    ['-1e309', 2],
    ['1e-400', 2],
  ])('is clamped to the nearest legal one, and the note says so: %s', (text, value) => {
    const read = readField(n, text);
    expect(read.value).toBe(value);
    expect(read.note).toBe(
      `Sample size: “${text}” must lie between 2 and 10000, so ${value} is used.`,
    );
  });

  it('is rounded where whole numbers are asked for, and the note says so', () => {
    expect(readField(n, '2.6')).toEqual({
      value: 3,
      note: 'Sample size: “2.6” must be a whole number, so 3 is used.',
    });
  });

  it.each(['', ' ', 'abc', 'NaN', 'Infinity', '0x10', '1_000', '1,000', '1e', '--1', '٣', '1 2'])(
    'is the default where the text is no decimal number: “%s”',
    (text) => {
      expect(readField(n, text)).toEqual({
        value: 200,
        note: `Sample size: “${text}” is not a number, so 200 is used.`,
      });
    },
  );

  it('is quoted in part only when the text is long', () => {
    const { note } = readField(n, 'x'.repeat(100_000));
    expect(note).toBe(`Sample size: “${'x'.repeat(24)}…” is not a number, so 200 is used.`);
  });
});

describe('a choice', () => {
  it('is one of the list, letter for letter', () => {
    expect(readField(stream, 'source')).toEqual({ value: 'source' });
    for (const text of ['Source', 'source ', '', '__proto__', 'constructor', 'toString'])
      expect(readField(stream, text)).toEqual({
        value: 'keyed',
        note: `Random numbers: “${text}” is not one of keyed, source, so keyed is used.`,
      });
  });
});

describe('a seed', () => {
  it.each(['12345', 'a word', 'Ünïcode', '模型', '<b>', '0'])('is kept as it is: %s', (text) => {
    expect(readField(seed, text)).toEqual({ value: text });
  });

  it.each([
    ['more than eight', 'more tha'],
    [' in ', 'in'],
    ['a\u0000b', 'ab'],
    ['a\u202Eb', 'ab'],
    ['a\u200Bb', 'ab'],
    ['a\nb', 'ab'],
    ['\uD83D', undefined],
    ['\u202E\u0007', undefined],
    ['', undefined],
  ])('loses what cannot be seen and what is too long, with a note: %j', (text, kept) => {
    const { value, note } = readField(seed, text);
    expect(value).toBe(kept ?? seed.default);
    expect(note).toContain(kept === undefined ? 'nothing readable' : `shortened to “${kept}”`);
  });

  it('is cut between characters, never inside one', () => {
    const { value } = readField(seed, '😀'.repeat(9));
    expect(value).toBe('😀'.repeat(8));
  });
});

it('reads back every value that it gave out, without a note', () => {
  const texts = ['1e309', '-1', '2.5', 'NaN', '', '7', 'a\u202Eb', 'x'.repeat(50), 'source'];
  for (const field of [n, mu, seed, stream]) {
    for (const text of texts) {
      const { value } = readField(field, text);
      expect(readField(field, String(value))).toEqual({ value });
    }
  }
});

it('takes a number field from a parameter’s own description', () => {
  for (const spec of families.all.flatMap(({ parameters }) => parameters)) {
    const field = parameterField(spec, { label: 'Mine' });
    expect(field).toMatchObject({ name: spec.name, label: 'Mine', default: spec.default });
    expect(readField(field, String(spec.default))).toEqual({ value: spec.default });
  }
});

it('has one default a field', () => {
  expect(defaultSettings([n, seed, stream])).toEqual({ n: 200, seed: '1', stream: 'keyed' });
});

describe('a setting that means something only at times', () => {
  const when = { fields: ['left', 'right'], values: ['a', 'b'] };

  it('is in use while one of its menus has one of its values', () => {
    const field = { ...n, when };
    expect(isInUse(field, { left: 'a', right: 'c' })).toBe(true);
    expect(isInUse(field, { left: 'c', right: 'b' })).toBe(true);
    expect(isInUse(field, { left: 'c', right: 'c' })).toBe(false);
    expect(isInUse(field, { other: 'a' })).toBe(false);
    expect(isInUse(field, {})).toBe(false);
  });

  it('is one with a `when`: any other is always in use', () => {
    for (const field of [n, mu, seed, stream]) expect(isInUse(field, {})).toBe(true);
  });

  it('is read like any other, and has its default among the others’', () => {
    const field = { ...n, when };
    expect(readField(field, '17')).toEqual({ value: 17 });
    expect(defaultSettings([field])).toEqual({ n: 200 });
  });
});
