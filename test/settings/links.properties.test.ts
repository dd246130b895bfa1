import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Demo } from '../../src/components/demos/shared/demo.ts';
import { demos } from '../../src/components/demos/index.ts';
import { defaultSettings, isInUse, readField, type Settings } from '../../src/settings/fields.ts';
import { PLAIN } from '../../src/settings/plainAddress.ts';
import { putRight } from '../../src/settings/putRight.ts';
import { readAt, readQuery, writeQuery } from '../../src/settings/links.ts';
import { cases, PATIENCE } from '../support/cases.ts';
import { settingsOf } from '../support/settings.ts';

/** By its name, so that a failure can be read. */
const demo = fc.constantFrom(...demos.all.map(({ id }) => id));
const place = fc.option(fc.oneof(fc.nat(), fc.maxSafeNat()), { nil: undefined });
const withSettings = demo.chain((one) =>
  fc.record({ id: fc.constant(one), settings: settingsOf(demos.get(one)), at: place }),
);

/**
 * What a demo makes of an address: as the page does, that is put right first if it may need that.
 */
function read(address: string, { id, fields }: Demo) {
  const [query = ''] = (PLAIN.test(address) ? address : putRight(address, id, fields)).split('#');
  return { ...readQuery(query, id, fields, defaultSettings(fields)), at: readAt(query, id), query };
}

/** What a link says: what means nothing with the other settings is not in it. */
const inUse = ({ fields }: Demo, settings: Settings) =>
  Object.fromEntries(
    fields.filter((field) => isInUse(field, settings)).map(({ name }) => [name, settings[name]]),
  );

/**
 * Fails unless an address leads to legal settings, short notes in plain sight, and a link of this
 * site that says the same.
 */
function expectSound(address: string, id: string): void {
  const demo = demos.get(id);
  const { settings, notes, present, at, query } = read(address, demo);
  const right = putRight(address, id, demo.fields);
  expect(putRight(right, id, demo.fields)).toBe(right);
  if (PLAIN.test(address)) expect(right).toBe(address);
  expect(Object.keys(settings)).toEqual(demo.fields.map(({ name }) => name));
  for (const field of demo.fields) {
    const value = settings[field.name]!;
    expect(readField(field, String(value))).toEqual({ value });
  }
  expect(notes.length).toBeLessThanOrEqual(7);
  for (const note of notes) {
    expect(note).toMatch(/^(\S.*\.|… and \d+ more\.)$/);
    expect(note.length).toBeLessThan(400);
    expect(note).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/u);
  }
  if (!present) expect([settings, notes, at]).toEqual([defaultSettings(demo.fields), [], null]);
  if (at !== null) expect(Number.isSafeInteger(at) && at >= 0).toBe(true);
  const written = `?${writeQuery(query, id, demo.fields, settings, at ?? undefined)}`;
  const again = read(written, demo);
  expect(again).toEqual({ ...again, notes: [], present: true, at });
  expect(inUse(demo, again.settings)).toEqual(inUse(demo, settings));
  // And so for ever: nothing of the former link is left over.
  const more = writeQuery(again.query, id, demo.fields, again.settings, at ?? undefined);
  expect(`?${more}`).toBe(written);
}

/** Pieces of links and of what goes wrong with them, in any order. */
const pieces = ({ id, fields }: Demo) =>
  fc.array(
    fc.oneof(
      fc.constantFrom(...fields.map(({ name }) => `${id}.${name}=`), `${id}.at=`),
      fc.constantFrom(
        '?',
        '#',
        '&',
        '&amp;',
        ';',
        '=',
        '.',
        '+',
        '%3D',
        '%26',
        '%25',
        '%',
        'run.n=',
      ),
      fc.constantFrom('1', '-1', '1e9', '1,5', 'abc', id, id.toUpperCase(), '\u202E', '😀'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 30 },
  );

const KINDS: Readonly<Record<string, (query: string) => string>> = {
  'with & as in HTML': (query) => `?${query.replaceAll('&', '&amp;')}`,
  'with ; for &': (query) => `?${query.replaceAll('&', ';')}`,
  'in capitals': (query) => `?${query.replace(/(^|&)[^=]+/g, (key) => key.toUpperCase())}`,
  'behind #': (query) => `#${query}`,
  'behind # and a place': (query) => `#place?${query}#place`,
  'escaped once more': (query) => `?${encodeURIComponent(query)}`,
  'with blanks about its keys': (query) =>
    `?${query.replace(/[^&=]+=/g, (key) => `%20${key.slice(0, -1)}+=`)}`,
  'with a mark before it': (query) => `?%EF%BB%BF(${query}`,
};

describe('a link, whatever it is,', () => {
  it(
    'leads to legal settings, to sentences, and to a link that says the same: any text',
    () => {
      const any = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.webQueryParameters().map((query) => `?${query}`),
        fc.webFragments().map((fragment) => `#${fragment}`),
      );
      fc.assert(fc.property(any, demo, expectSound), cases(0.2));
    },
    PATIENCE,
  );

  it(
    'leads there made of the pieces of links, too',
    () => {
      const made = demo.chain((one) =>
        fc.tuple(
          pieces(demos.get(one)).map((some) => some.join('')),
          fc.constant(one),
        ),
      );
      fc.assert(
        fc.property(made, ([address, one]) => expectSound(address, one)),
        cases(0.3),
      );
    },
    PATIENCE,
  );

  it(
    'leads there with a character more, less or other than one of this site has',
    () => {
      const change = fc.record({
        where: fc.double({ min: 0, max: 1, noNaN: true }),
        gone: fc.nat(2),
        put: fc.oneof(fc.string({ unit: 'binary', maxLength: 3 }), fc.constantFrom(...'&#;?=.%')),
      });
      fc.assert(
        fc.property(withSettings, change, ({ id, settings, at }, { where, gone, put }) => {
          const demo = demos.get(id);
          const link = `?${writeQuery('', demo.id, demo.fields, settings, at)}#${demo.id}`;
          const i = Math.floor(where * link.length);
          expectSound(link.slice(0, i) + put + link.slice(i + gone), id);
        }),
        cases(0.1),
      );
    },
    PATIENCE,
  );
});

describe('a link of this site', () => {
  it(
    'brings back the settings and the place that were written into it, without a note',
    () => {
      fc.assert(
        fc.property(withSettings, ({ id, settings, at }) => {
          const demo = demos.get(id);
          const query = writeQuery('', demo.id, demo.fields, settings, at);
          for (const link of [query, `?${query}#${demo.id}`, `?from=mail&${query}`]) {
            const { settings: back, ...rest } = read(link, demo);
            expect(rest).toMatchObject({ notes: [], present: true, at: at ?? null });
            expect(putRight(link, id, demo.fields)).toBe(link);
            expect(inUse(demo, back)).toEqual(inUse(demo, settings));
          }
        }),
        cases(0.2),
      );
    },
    PATIENCE,
  );

  it(
    'brings them back changed in a way whose meaning is plain, too',
    () => {
      fc.assert(
        fc.property(
          withSettings,
          fc.constantFrom(...Object.keys(KINDS)),
          ({ id, settings, at }, kind) => {
            // Between settings or in a text: it cannot be told.
            const texts = Object.values(settings).map(String);
            fc.pre(kind !== 'with ; for &' || !texts.some((text) => text.includes(';')));
            const demo = demos.get(id);
            const query = writeQuery('', demo.id, demo.fields, settings, at);
            const { settings: back, ...rest } = read(KINDS[kind]!(query), demo);
            expect(rest).toMatchObject({ notes: [], present: true, at: at ?? null });
            expect(PLAIN.test(KINDS[kind]!(query))).toBe(false);
            expect(inUse(demo, back)).toEqual(inUse(demo, settings));
            expectSound(KINDS[kind]!(query), id);
          },
        ),
        cases(0.2),
      );
    },
    PATIENCE,
  );
});
