import { describe, expect, it } from 'vitest';
import { demos } from '../src/components/demos/index.ts';
import { regimes } from '../src/lib/regimes/index.ts';
import { defaultSettings, readField } from '../src/lib/settings.ts';
import { readQuery, writeQuery } from '../src/lib/url.ts';

const { fields } = demos.get('run');
const usual = defaultSettings(fields);
const read = (query: string) => readQuery(query, 'run', fields, usual);
/** A link that is as this site writes it. */
const asWritten = { notes: [], present: true, astray: false, at: null };

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
    expect(read(query)).toEqual({ ...asWritten, settings, at: 11 });
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
  });

  it('uses the first of two values for one setting, and says so', () => {
    const { settings, notes } = read('?run.n=5&run.n=6');
    expect(settings.n).toBe(5);
    expect(notes).toEqual(['Sample size: the link sets it twice; “6” is not used.']);
  });

  it('uses the first of two places in the run, and says so', () => {
    expect(read('?run.at=5&run.at=6')).toMatchObject({
      at: 5,
      notes: ['Place in the run: the link sets it twice; “6” is not used.'],
    });
  });

  it('says nothing of what it has twice alike', () => {
    expect(read('?run.n=5&run.at=3&run.n=5&run.at=3').notes).toEqual([]);
  });

  it('takes no setting that is not one, whatever its name', () => {
    for (const name of ['__proto__', 'constructor', 'prototype', 'toString', 'm', '', 'n.n']) {
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
      astray: false,
      at: null,
    });
  expect(read('?run.at=12').notes).toEqual([]);
});

it.each([
  ['0', 0],
  ['12', 12],
  // Beyond every run: the demo shows the end, and says so.
  ['99999999999', 99_999_999_999],
  ['9'.repeat(400), Number.MAX_SAFE_INTEGER],
  ['7).', 7],
  ['7%23run', 7],
  ['-1', null],
  ['1.5', null],
  ['', null],
  ['abc', null],
])('reads the frame that a link opens on, if it is a count: %s', (text, at) => {
  expect(read(`run.at=${text}`).at).toBe(at);
});

describe('a link that was changed on its way', () => {
  const meant = { ...usual, n: 50, generations: 40, seed: 'a b' };

  it.each([
    ['with & as in HTML', '?run.n=50&amp;run.generations=40&amp;run.seed=a+b#run'],
    ['with & as in HTML, twice', '?run.n=50&amp;amp;run.generations=40&amp;amp;run.seed=a+b#run'],
    ['with & as a number', '?run.n=50&#38;run.generations=40&#38;run.seed=a+b#run'],
    ['with ; for &', '?run.n=50;run.generations=40;run.seed=a+b'],
    ['with other capitals', '?Run.N=50&RUN.Generations=40&run.SEED=a+b'],
    ['with all of it behind #', '#run.n=50&run.generations=40&run.seed=a+b'],
    ['with the place before the question', '#run?run.n=50&run.generations=40&run.seed=a+b'],
    ['with a place behind all', '#run.n=50&run.generations=40&run.seed=a+b#run'],
    ['with half of it behind #', '?run.n=50#run.generations=40&run.seed=a+b'],
    ['with blanks about its keys', '?+run.n=50&%20run.generations+=40&run.%0Aseed=a+b'],
    ['with a mark that nobody sees', '?%EF%BB%BFrun.n=50&run.gene%C2%ADrations=40&run.seed=a+b'],
    ['with its = escaped', '?run.n%3D50&run.generations%3D40&run.seed%3Da+b'],
    ['with its & escaped', '?run.n=50%26run.generations=40%26run.seed=a+b'],
    ['with all of it escaped', '?run.n%3D50%26run.generations%3D40%26run.seed%3Da%2520b'],
    ['with all of it escaped behind #', '#run.n%3D50%26run.generations%3D40%26run.seed%3Da%2520b'],
    ['with two question marks', '??run.n=50&run.generations=40&run.seed=a+b'],
    ['with a bracket before it', '?(run.n=50&run.generations=40&run.seed=a+b'],
  ])('is read as it was meant: %s', (_name, link) => {
    const { settings, notes, present, astray } = read(link);
    expect({ settings, notes, present, astray }).toEqual({
      settings: meant,
      notes: [],
      present: true,
      astray: true,
    });
  });

  it('is put right when it is written again, and nothing of it is left over', () => {
    for (const link of [
      '?from=mail&run.n=50&amp;RUN.seed=abc&fan.n=7#run',
      '?from=mail&fan.n=7&run.n=50;run.seed=abc#run',
      '?from=mail&fan.n=7&run.n%3D50%26run.seed%3Dabc#run',
    ]) {
      const { settings } = read(link);
      const written = writeQuery(link, 'run', fields, settings, 3);
      const own = writeQuery('', 'run', fields, settings, 3);
      expect(written).toBe(`from=mail&fan.n=7&${own}#run`);
      expect(read(`?${written}`)).toEqual({ ...asWritten, settings, at: 3 });
    }
  });

  it('has the settings of other demos behind # moved with its own, and a mere place left alone', () => {
    const both = '#run.n=50&fan.n=7';
    const written = writeQuery(both, 'run', fields, read(both).settings);
    expect(written).toBe(`fan.n=7&${writeQuery('', 'run', fields, { ...usual, n: 50 })}`);
    for (const place of ['', '#run', '#a-heading', '#run.n', '#fan.n=7', '#a=b', '#run#x'])
      expect(writeQuery(`?a=b${place}`, 'run', fields, usual)).toBe(
        `a=b&${writeQuery('', 'run', fields, usual)}${place}`,
      );
  });

  it('counts for less than a setting that stands where it should', () => {
    for (const link of ['?Run.n=60&run.n=50', '?run.n=50#run.n=60', '?amp;run.n=60&run.n=50']) {
      const { settings, notes } = read(link);
      expect(settings.n).toBe(50);
      expect(notes).toEqual(['Sample size: the link sets it twice; “60” is not used.']);
    }
  });

  it('means what it says where it might: a seed may hold anything', () => {
    for (const seed of ['abc;run.n=50', 'abc&run.n=50', 'abc).', 'a#run', 'A=b', '&amp;', '?x.y=1'])
      expect(read(`?run.seed=${encodeURIComponent(seed)}`)).toEqual({
        ...asWritten,
        settings: { ...usual, seed },
      });
  });

  it('says what could not be read', () => {
    expect(read('?RUN.m=50&amp;run.\u202Ex=1').notes).toEqual([
      'The link sets “m”, which is not a setting.',
      'The link sets “x”, which is not a setting.',
    ]);
    expect(read('?run.n=5;6').notes).toEqual([
      'Sample size: “5;6” is not a number, so 200 is used.',
    ]);
  });

  it('takes no more steps the longer it is, but for its length', () => {
    // The square of this length would take minutes, longer than a test may.
    const length = 300_000;
    for (const part of ['%25', '?', 'amp;', ';amp;', 'run.', '=', '%3D', '#', 'a.b=', ';a-', '-'])
      for (const start of ['?', '?run.n=', '?run.', '#', '#run.n='])
        expect(read(`${start}${part.repeat(length)}`).settings.seed).toBe(usual.seed);
  });
});

it('has no two fields whose names differ in capitals only, and no field where the place in the run stands', () => {
  for (const { fields } of demos.all) {
    const names = [...fields.map(({ name }) => name.toLowerCase()), 'at'];
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]+$/);
  }
});
