import { describe, expect, it } from 'vitest';
import { demos } from '../../src/components/demos/index.ts';
import { PLAIN } from '../../src/settings/plainAddress.ts';
import { putRight } from '../../src/settings/putRight.ts';
import { defaultSettings } from '../../src/settings/fields.ts';
import { readQuery } from '../../src/settings/links.ts';

const { fields } = demos.get('run');
const usual = defaultSettings(fields);
const right = (address: string) => putRight(address, 'run', fields);
/** As on the page: a place behind the query is no part of it. */
const read = (address: string) => readQuery(address.split('#')[0]!, 'run', fields, usual);

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
    ['with a bracket behind its numbers', '?run.seed=a+b&run.n=50%22)&run.generations=40).#run'],
    ['with its place behind a number', '?run.seed=a+b&run.n=50&run.generations=40%23run'],
    ['with two question marks', '??run.n=50&run.generations=40&run.seed=a+b'],
    ['with a bracket before it', '?(run.n=50&run.generations=40&run.seed=a+b'],
  ])('is read as it was meant: %s', (_name, link) => {
    expect(PLAIN.test(link)).toBe(false);
    expect(read(right(link))).toEqual({ settings: meant, notes: [], present: true });
  });

  it('is put right without a loss: what is not its own stays, in the place where it can', () => {
    const own = 'run.n=50&run.seed=abc';
    for (const [link, put] of [
      [
        '?from=mail&run.n=50&amp;RUN.seed=abc&fan.n=7#run',
        `?from=mail&run.n=50&fan.n=7&run.seed=abc#run`,
      ],
      ['?from=mail&fan.n=7&run.n=50;run.seed=abc#run', `?from=mail&fan.n=7&${own}#run`],
      ['?from=mail&run.n%3D50%26run.seed%3Dabc%26fan.n%3D7', `?from=mail&fan.n=7&${own}`],
      ['?a=b#run.n=50&fan.n=7&run.seed=abc', `?a=b&fan.n=7&${own}`],
    ] as const) {
      expect(right(link)).toBe(put);
      expect(right(put)).toBe(put);
    }
  });

  it('is left to the letter where nothing of it is changed', () => {
    for (const link of [
      '',
      '?',
      '#run',
      '?q=a%20b',
      '?flag#run',
      '?fan.N=7',
      '?run.seed=a%20b',
      '?run.x=%31',
    ])
      expect(right(link)).toBe(link);
    for (const place of ['#a-heading', '#run.n', '#fan.n=7', '#a=b', '#run#x', '#run).'])
      expect(right(`?a=%62${place}`)).toBe(`?a=%62${place}`);
  });

  it('counts for less than a setting that stands where it should', () => {
    for (const link of ['?Run.n=60&run.n=50', '?run.n=50#run.n=60', '?amp;run.n=60&run.n=50']) {
      const { settings, notes } = read(right(link));
      expect(settings.n).toBe(50);
      expect(notes).toEqual(['Sample size: the link sets it twice; “60” is not used.']);
    }
  });

  it('means what it says where it might: a seed may hold anything', () => {
    for (const seed of [
      'abc;run.n=50',
      'abc&run.n=50',
      'abc).',
      'a#run',
      'A=b',
      '&amp;',
      '?x.y=1',
    ]) {
      const link = `?run.seed=${encodeURIComponent(seed)}`;
      expect(right(link)).toBe(link);
      expect(read(link).settings.seed).toBe(seed);
    }
  });

  it('keeps what stands behind a number and means something', () => {
    for (const text of ['50%', '50‰', '50 km', '50€', '50a)', '(50', '#50', ')'])
      expect(read(right(`?run.n=${encodeURIComponent(text)}`)).settings.n).toBe(200);
  });

  it('says what could not be read', () => {
    expect(read(right('?RUN.m=50&amp;run.\u202Ex=1')).notes).toEqual([
      'The link sets “m”, which is not a setting.',
      'The link sets “x”, which is not a setting.',
    ]);
    expect(read(right('?run.n=5;6')).notes).toEqual([
      'Sample size: “5;6” is not a number, so 200 is used.',
    ]);
  });

  it('takes no more steps the longer it is, but for its length', () => {
    // The square of this length would take minutes, longer than a test may.
    const length = 60_000;
    for (const part of [
      '%25',
      '?',
      'a',
      'a=',
      'a=b.',
      'a=b&',
      'amp;',
      ';amp;',
      'run.',
      '=',
      '%3D',
      '#',
      'a.b=',
      ';a-',
      '-',
    ])
      for (const start of ['?', '?run.n=', '?run.', '#', '#run.n=']) {
        const link = `${start}${part.repeat(length)}`;
        PLAIN.test(link);
        expect(read(right(link)).settings.seed).toBe(usual.seed);
      }
  });
});

it('knows a setting with a digit in its name', () => {
  const link = '?compare.afamily=lognormal3&compare.aestimatorlognormal3=moments';
  const { fields } = demos.get('compare');
  for (const sign of [';', '&amp;', ';amp;'])
    expect(putRight(link.replace('&', sign), 'compare', fields)).toBe(link);
  expect(PLAIN.test(link)).toBe(true);
});
