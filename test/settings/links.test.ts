import { describe, expect, it } from 'vitest';
import { demos } from '../../src/components/demos/index.ts';
import { regimes } from '../../src/lib/regimes/index.ts';
import { defaultSettings, readField } from '../../src/settings/fields.ts';
import { readAt, readQuery, writeQuery } from '../../src/settings/links.ts';

const { fields } = demos.get('run');
const usual = defaultSettings(fields);
const read = (query: string) => readQuery(query, 'run', fields, usual);
const asWritten = { notes: [], present: true };

describe('a link', () => {
  it('says nothing of a demo when it holds none of its keys', () => {
    for (const query of ['', '?', '?n=5', '?rare-events.n=7&utm_source=x', '?runner.n=3', '?run=1'])
      expect(read(query)).toEqual({ ...asWritten, settings: usual, present: false });
  });

  it('brings back the settings that were written into it', () => {
    const settings = {
      ...usual,
      n: 37,
      seed: 'a & b = c? #d %20 +é 模 😀',
      stream: 'keyed',
      mu: -0.1,
      sigma: 1e-2,
    };
    const query = writeQuery('', 'run', fields, settings, 11);
    expect(read(query)).toEqual({ ...asWritten, settings });
    expect(readAt(query, 'run')).toBe(11);
  });

  it('writes every setting, so that it keeps its meaning when a default changes', () => {
    const names = [...new URLSearchParams(writeQuery('', 'run', fields, usual)).keys()];
    expect(names).toEqual(fields.map(({ name }) => `run.${name}`));
  });

  it('carries the settings of several demos side by side', () => {
    const both = writeQuery(
      writeQuery('?from=mail', 'run', fields, { ...usual, n: 3 }, 1),
      'by-hand',
      demos.get('by-hand').fields,
      defaultSettings(demos.get('by-hand').fields),
    );
    expect(read(both).settings).toEqual({ ...usual, n: 3 });
    const again = writeQuery(both, 'run', fields, { ...usual, n: 4 });
    expect(new URLSearchParams(again).get('from')).toBe('mail');
    expect(new URLSearchParams(again).get('by-hand.n')).toBe('10');
    expect(read(again)).toEqual({ ...asWritten, settings: { ...usual, n: 4 } });
    expect(readAt(again, 'run')).toBeNull();
  });

  it('uses the first of two values for one setting, and says so', () => {
    const { settings, notes } = read('?run.n=5&run.n=6');
    expect(settings.n).toBe(5);
    expect(notes).toEqual(['Sample size: the link sets it twice; “6” is not used.']);
  });

  it('uses the first of two places in the run, and says so', () => {
    expect(readAt('?run.at=5&run.at=6', 'run')).toBe(5);
    expect(read('?run.at=5&run.at=6').notes).toEqual([
      'Place in the run: the link sets it twice; “6” is not used.',
    ]);
  });

  it('says nothing of what it has twice alike', () => {
    expect(read('?run.n=5&run.at=3&run.n=5&run.at=3').notes).toEqual([]);
  });

  it('takes no setting that is not one, whatever its name', () => {
    for (const name of ['__proto__', 'constructor', 'prototype', 'toString', 'N', '', 'n ']) {
      const { settings, notes } = read(`?run.${encodeURIComponent(name)}=1`);
      expect(settings).toEqual(usual);
      expect(Object.getPrototypeOf(settings)).toBe(Object.prototype);
      expect(notes).toEqual([`The link sets “${name}”, which is not a setting.`]);
    }
    expect(({} as Record<string, unknown>)['1']).toBeUndefined();
  });

  it('says at most seven things, however much is wrong', () => {
    const query = Array.from({ length: 1000 }, (_, i) => `run.x${i}=1`).join('&');
    const { notes } = read(query);
    expect(notes.length).toBe(7);
    expect(notes.at(-1)).toBe('… and 994 more.');
  });

  it('never leads to anything but legal settings', () => {
    const nonsense = ['', '%', '%zz', '1e999', '-1e999', '<script>', '\u0000', '\u202E', 'ÿ', '[]'];
    for (const text of nonsense) {
      const query = fields
        .map(
          ({ name }) =>
            `run.${name}=${text === '%' || text === '%zz' ? text : encodeURIComponent(text)}`,
        )
        .join('&');
      const { settings } = read(query);
      for (const field of fields)
        expect(readField(field, String(settings[field.name]))).toEqual({
          value: settings[field.name],
        });
    }
  });
});

describe('the link of a demo with menus of policies', () => {
  const { fields: all } = demos.get('policies');
  const opens = defaultSettings(all);
  const write = (settings: object) => writeQuery('', 'policies', all, { ...opens, ...settings });
  const menus = ['first', 'second', 'third'];
  const namesIn = (query: string) =>
    [...new URLSearchParams(query).keys()].map((key) => key.replace('policies.', ''));

  it('holds the options of the policies that are chosen, and of no others', () => {
    const options = new Set(regimes.all.flatMap(({ options }) => options.map(({ name }) => name)));
    for (const { id, options: its } of regimes.all) {
      for (const menu of menus) {
        const only = { first: 'replace', second: 'replace', third: 'replace', [menu]: id };
        const written = namesIn(write(only)).filter((name) => options.has(name));
        expect(written.toSorted()).toEqual(its.map(({ name }) => name).toSorted());
      }
    }
  });

  it('brings back the same runs, though not what was set for a policy that is not chosen', () => {
    const demo = demos.get('policies');
    const settings = {
      ...opens,
      second: 'weighted',
      third: 'growing',
      share: 0.3,
      weight: 0.7,
      power: 2.5,
    };
    const query = write({ ...settings, cut: 3.5 });
    const { settings: read, notes } = readQuery(query, 'policies', all, opens);
    expect(notes).toEqual([]);
    expect(read).toEqual(settings);
    expect(demo.input(read)).toEqual(demo.input({ ...settings, cut: 3.5 }));
  });

  it('may name an option that is not in use: it is taken without a word', () => {
    const { settings, notes } = readQuery('?policies.cut=3.5', 'policies', all, opens);
    expect(settings).toEqual({ ...opens, cut: 3.5 });
    expect(notes).toEqual([]);
  });

  it('keeps options within the range that the slider offers', () => {
    const { settings, notes } = readQuery('?policies.share=0', 'policies', all, opens);
    expect(settings.share).toBe(0.001);
    expect(notes).toEqual([
      'Share of real values: “0” must lie between 0.001 and 1, so 0.001 is used.',
    ]);
  });
});

it('names a place in a link that is no count', () => {
  for (const at of ['-1', '1.5', '', 'abc', '1e3'])
    expect(read(`?run.at=${at}`)).toEqual({
      settings: usual,
      notes: [`The link’s place in the run, “${at}”, is not a count.`],
      present: true,
    });
  expect(read('?run.at=12').notes).toEqual([]);
});

it.each([
  ['0', 0],
  ['12', 12],
  // Beyond every run: the demo shows the end, and says so.
  ['99999999999', 99_999_999_999],
  ['9'.repeat(400), Number.MAX_SAFE_INTEGER],
  ['-1', null],
  ['1.5', null],
  ['', null],
  ['abc', null],
])('reads the frame that a link opens on, if it is a count: %s', (text, at) => {
  expect(readAt(`run.at=${text}`, 'run')).toBe(at);
});

it('has no two fields whose names differ in capitals only, and no field where the place in the run stands', () => {
  for (const { fields } of demos.all) {
    const names = [...fields.map(({ name }) => name.toLowerCase()), 'at'];
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z][a-z\d]*$/);
  }
});
