import { describe, expect, it } from 'vitest';
import { families } from '../../src/lib/families/index.ts';
import {
  defaultSettings,
  isInUse,
  parameterField,
  readField,
  type ChoiceField,
  type NumberField,
  type PassageField,
  type TextField,
} from '../../src/settings/fields.ts';
import { readQuery, writeQuery } from '../../src/settings/links.ts';

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

  it('is quoted in part only when the text is long, between characters', () => {
    for (const character of ['x', '😀']) {
      const { note } = readField(n, character.repeat(100_000));
      expect(note).toBe(`Sample size: “${character.repeat(24)}…” is not a number, so 200 is used.`);
    }
  });

  it('is quoted with a sign for what cannot be seen or turns the sentence round', () => {
    const { note } = readField(n, 'a\u202Eb\u0007c\nd\uD83De');
    expect(note).toBe('Sample size: “a�b�c�d�e” is not a number, so 200 is used.');
  });

  it('takes no more steps the longer the text, but for its length', () => {
    // The square of this length would take minutes, longer than a test may.
    const length = 2_000_000;
    for (const part of ['1', '.', 'e', ',', ' ', ')', '#', '1,', '1 '])
      for (const former of [undefined, 7])
        expect(readField(n, `${part.repeat(length)}x`, former).value).toBe(former ?? 200);
  });
});

describe('a number that is typed over another', () => {
  const sigma: NumberField = { ...n, name: 'sigma', min: 0.01, max: 1000, integer: false };

  it.each([
    ['12,5', 12.5],
    [',5', 0.5],
    ['0,125', 0.125],
    ['12,', 12],
    ['1 000', 1000],
    ['1\u00A0000', 1000],
    ['1\u202F000', 1000],
    ['1’000', 1000],
    ['1.000,5', 1000.5],
    ['10.000', 10],
    ['1e2', 100],
    ['1,5e2', 150],
    ['1,234.5', 1234.5],
    ['1,000,000', 1e6],
    ['1.000.000', 1e6],
  ])('is what a person means by it: %s', (text, value) => {
    expect(readField({ ...sigma, max: 1e6 }, text, 3)).toEqual({ value });
  });

  it.each([
    ['1,000', 1000],
    ['1,234', 1234],
    ['9 999', 9999],
    ['1e3', 1000],
    ['10.000', 10],
    ['1234', 1234],
  ])('has thousands behind a comma where whole numbers are asked for: %s', (text, value) => {
    expect(readField(n, text, 50)).toEqual({ value });
  });

  it('may have any minus', () => {
    for (const minus of ['-', '−', '–'])
      expect(readField(mu, `${minus}2,5`, 1)).toEqual({ value: -2.5 });
  });

  it('is read as in English where a comma may mean either, if it can be, and the note says how', () => {
    expect(readField(mu, '1,000', 1)).toEqual({
      value: 1000,
      note: 'Sample size: “1,000” was read as 1000.',
    });
    expect(readField(sigma, '1,234', 1)).toEqual({
      value: 1.234,
      note: 'Sample size: “1,234” was read as 1.234.',
    });
  });

  it.each([
    '',
    'abc',
    '1 2',
    '1,2,3',
    '1.2.3',
    '1,000 000',
    '--1',
    '1,00.0',
    '0x10',
    ',',
    '1_000',
    '٣',
    '50%',
  ])('stays what it was where the text is none: “%s”', (text) => {
    expect(readField(n, text, 50)).toEqual({
      value: 50,
      note: `Sample size: “${text}” is not a number, so 50 is kept.`,
    });
  });

  it('stays so in a box for words, too', () => {
    expect(readField(seed, ' \u200B', 'abc')).toEqual({
      value: 'abc',
      note: 'Seed: nothing readable was given, so abc is kept.',
    });
  });
});

describe('a choice', () => {
  it('is one of the list, letter for letter', () => {
    expect(readField(stream, 'source')).toEqual({ value: 'source' });
    for (const text of ['Source', 'sourc', '', '__proto__', 'constructor', 'toString'])
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
    ['a\uFFFFb', 'ab'],
    ['\uD83D', undefined],
    ['\u202E\u0007', undefined],
    ['', undefined],
  ])('loses what cannot be seen and what is too long, with a note: %j', (text, kept) => {
    const { value, note } = readField(seed, text);
    expect(value).toBe(kept ?? seed.default);
    const how = text.length > 8 ? 'was cut to its first 8 characters' : `was read as “${kept}”`;
    expect(note).toContain(kept === undefined ? 'nothing readable' : how);
    expect(note).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
  });

  it('keeps a character that is younger than the browser: the link’s run is the same in every browser', () => {
    expect(readField(seed, 'a\u{1FFF0}').value).toBe('a\u{1FFF0}');
  });

  it('is cut before a blank, so that its own link brings it back', () => {
    const { value, note } = readField(seed, 'seven77 and more');
    expect(value).toBe('seven77');
    expect(note).toBe('Seed: “seven77 and more” was cut to its first 8 characters.');
    expect(readField(seed, 'seven77')).toEqual({ value });
  });

  it('is another one composed or not where a link has it, and composed where it is typed', () => {
    const [composed, decomposed] = ['caf\u00e9', 'cafe\u0301'];
    expect(readField(seed, decomposed)).toEqual({ value: decomposed });
    expect(readField(seed, composed)).toEqual({ value: composed });
    expect(readField(seed, decomposed, 'x')).toEqual({ value: composed });
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

describe('a long text of the reader’s own', () => {
  const own: PassageField = {
    ...{ kind: 'passage', name: 'own', label: 'Your own text', maxLength: 12, default: '' },
  };

  it.each(['', ' a b ', '<b>x</b>\n\ty', '🐋 \u202e 白鯨', 'twelve chars'])(
    'stays as it was given: %j',
    (text) => expect(readField(own, text)).toEqual({ value: text }),
  );

  it('is cut where it is too long, and the note says so', () => {
    expect(readField({ ...own, maxLength: 1_500 }, 'a'.repeat(2_000))).toEqual({
      value: 'a'.repeat(1_500),
      note: 'Your own text: only the first 1,500 characters are read.',
    });
  });

  it('is in no link, and comes from none', () => {
    const fields = [own, seed];
    const query = writeQuery('', 'book', fields, { own: 'secret words', seed: '7' });
    expect(query).toBe('book.seed=7');
    const read = readQuery('?book.own=words&book.seed=7', 'book', fields, { own: '', seed: '1' });
    expect(read.settings).toEqual({ own: '', seed: '7' });
    expect(read.notes).toEqual(['The link sets “own”, which is not a setting.']);
  });
});
