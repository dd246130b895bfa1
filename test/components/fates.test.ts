import { describe, expect, it } from 'vitest';
import { finish } from '../../src/components/island/finish.ts';
import { fateMap } from '../../src/components/demos/fateMap.ts';
import { linkToPolicy, policy } from '../../src/components/demos/policy.ts';
import { fateOf, inCell } from '../../src/components/figures/fates.ts';
import { checkEnsemble } from '../../src/lib/ensemble/config.ts';
import type { EnsembleSoFar, EnsemblesResult } from '../../src/lib/jobs/ensembles.ts';
import { defaultSettings } from '../../src/settings/fields.ts';
import { readQuery } from '../../src/settings/links.ts';
import { legendOf, textsOf } from '../support/readChart.ts';
import { evenly, madeUp, resultOf } from './madeUp.ts';
import { document } from './sound.ts';

const [fates] = fateMap.figures as [(typeof fateMap.figures)[number]];

it.each([
  [0, 'collapsed'],
  [0.0999, 'collapsed'],
  [0.1, 'narrowed'],
  [0.6999, 'narrowed'],
  [0.7, 'kept'],
  [1, 'kept'],
  [1e300, 'kept'],
])('calls a spread of which %d is left %s', (left, fate) => {
  expect(fateOf(left)).toBe(fate);
});

it.each([
  [0, '<\u202f0.1\u00a0%'],
  [0.00099, '<\u202f0.1\u00a0%'],
  [0.0011, '0.11\u00a0%'],
  [0.4, '40\u00a0%'],
  [0.954, '95\u00a0%'],
  [1.234, '123\u00a0%'],
])('writes the share %d into a cell as %s', (share, words) => {
  expect(inCell(share)).toBe(words);
});

describe('the map of made-up runs', () => {
  const at = [1, 50];
  /** All begin at 1; of the runs at generation 50 the first `ended` have none. */
  const cell = (n: number, regime: string, sigma: number, ended = 0, off = 0.25) =>
    madeUp({ at, n, regime }, (t, r) => {
      if (t === 1) return { mu: 0, sigma: 1 };
      return r < ended ? null : { mu: off * (r % 2 === 0 ? 1 : -1), sigma };
    });
  const ensembles = [
    cell(10, 'replace', 0.05),
    cell(30, 'replace', 0.4),
    cell(10, 'accumulate', 0.95),
    cell(30, 'accumulate', 0.95),
    // Half of the runs are enough to say what the typical run is, fewer are not.
    cell(10, 'truncated', 0.95, 20),
    cell(30, 'truncated', 0.95, 21),
  ];
  const result: EnsemblesResult = {
    input: { ensembles: [], keep: [], levels: [] },
    ensembles,
    runs: [],
  };
  const rows = (frame: number) => fates.table(result, frame).rows;

  it('says what became of each cell, and how far its means are off', () => {
    expect(rows(1).map((row) => [row[1], row[2], row[3], row[4], row[5]])).toEqual([
      [10, 40, 0.05, 'collapsed', 0.25],
      [30, 40, 0.4, 'narrowed', 0.25],
      [10, 40, 0.95, 'kept', 0.25],
      [30, 40, 0.95, 'kept', 0.25],
      [10, 20, 0.95, 'kept', 0.25],
      [30, 19, 0, 'collapsed', 0.25],
    ]);
    expect(rows(0).every((row) => row[4] === 'kept')).toBe(true);
  });

  it('counts them', () => {
    expect(fates.takeaway(result, 1)).toBe(
      'Of 6 combinations 2 have collapsed, 1 have narrowed and 3 have kept the spread.',
    );
    const said = fateMap.sentence(result, 1);
    expect(said).toContain('Generation 50: 2 of 6');
    expect(said).toContain('Accumulate');
    for (const other of ['Replace', 'Trim']) expect(said).not.toContain(other);
  });

  it('has a row for each policy, a column for each n, and one stop for the Tab key', () => {
    const svg = fates.draw(result, 1, { width: 700, height: 320, document, uid: 'test' }).svg;
    const links = [...svg.querySelectorAll('a')];
    expect(links.map((link) => link.getAttribute('data-cell'))).toEqual([
      '0,0',
      '0,1',
      '1,0',
      '1,1',
      '2,0',
      '2,1',
    ]);
    expect(links.filter((link) => link.getAttribute('tabindex') === '0')).toHaveLength(1);
    const fill = (place: number) => links[place]!.querySelector('rect')!.getAttribute('fill');
    expect([0, 1, 2, 5].map(fill)).toEqual([
      'var(--spread)',
      'var(--spread-soft)',
      'none',
      'var(--spread)',
    ]);
    expect(links[1]!.textContent).toBe('40\u00a0% ±\u202f0.25');
    expect(links[1]!.getAttribute('aria-label')).toContain('n = 30: narrowed');
  });

  it('names its colours, its columns and its rows', () => {
    const svg = fates.draw(result, 1, { width: 700, height: 320, document, uid: 'test' }).svg;
    expect(legendOf(svg)).toEqual([
      'block spread: collapsed: less than a tenth of the spread left',
      'block spread-soft: narrowed: less than seven tenths left',
      'block line: kept',
    ]);
    const texts = textsOf(svg);
    const named = texts
      .filter(({ className }) => className === 'row-label')
      .map(({ text }) => text);
    expect(named).toEqual(['10', '30', 'Replace', 'Accumulate', 'Trim the tails, c = 2']);
    expect(texts.map(({ text }) => text)).toContain('values in each generation n →');
    // Words on the solid fill are light, on the others dark; below them the error of the mean in
    // its colour.
    const inks = [...svg.querySelectorAll('a')].map((cell) =>
      [...cell.querySelectorAll('text')].map((text) => text.getAttribute('fill')),
    );
    expect(inks[0]).toEqual(['var(--paper)', 'var(--paper)']);
    expect(inks[1]).toEqual(['var(--ink)', 'var(--mean)']);
  });

  it('says so where no run is left, and where a share is one value', () => {
    const none = madeUp(
      { at, n: 10, regime: 'fresh-real', regimeOptions: { share: 0.1 } },
      () => null,
    );
    const svg = fates.draw(resultOf([none]), 1, {
      width: 700,
      height: 320,
      document,
      uid: 'test',
    }).svg;
    expect(svg.querySelector('a')!.textContent).toContain('none left');
    expect(fates.table(resultOf([none]), 1).rows[0]!.slice(0, 5)).toEqual([
      ...['Fresh real data, one value', 10, 0, 0, 'collapsed'],
    ]);
    const two = madeUp({ at, n: 16, regime: 'fresh-real', regimeOptions: { share: 0.1 } }, () => ({
      mu: 0,
      sigma: 1,
    }));
    expect(fates.table(resultOf([two]), 1).rows[0]![0]).toBe('Fresh real share, α = 0.1');
  });

  it('says what has kept the spread at every n, or that nothing has', () => {
    expect(fateMap.sentence(resultOf(ensembles.slice(0, 4)), 1)).toBe(
      'Generation 50: 1 of 4 combinations have collapsed. Spread kept at every n so far: Accumulate.',
    );
    expect(fateMap.sentence(resultOf(ensembles.slice(0, 2)), 1)).toMatch(
      /have collapsed\. So far no policy has kept the spread at every n\.$/,
    );
    expect(fateMap.caption(result)).toBe('40 runs in each cell · seed made up · unbiased variance');
    expect(fates.note!(result)).toMatch(/^Per cent: .* ±, where there is room: .* Press a cell/);
  });

  it('has beside the simulated error of the mean the exact one', () => {
    const [row] = fates.table(
      resultOf([madeUp({ at, n: 25 }, () => ({ mu: 0, sigma: 1 }))]),
      1,
    ).rows;
    // √(t / n) under replace.
    expect(Number(row!.at(-1))).toBeCloseTo(Math.sqrt(50 / 25), 12);
  });

  it('has the spread of the means about the original, not about their own mean', () => {
    const shifted = madeUp({ at }, (_, r) => ({ mu: 2 + evenly(r), sigma: 1 }));
    const [row] = fates.table({ ...result, ensembles: [shifted] }, 1).rows;
    const squares = Array.from({ length: 40 }, (_, r) => (2 + evenly(r)) ** 2);
    const root = Math.sqrt(squares.reduce((sum, x) => sum + x, 0) / 40);
    expect(Number(row![5])).toBeCloseTo(root, 12);
  });
});

/** The ensemble of the demo of one policy that a link leads to. */
function ledTo(link: string) {
  const [path, query] = link.split('?') as [string, string];
  expect(path).toMatch(/\/embed\/policy\/$/);
  const { settings, notes } = readQuery(
    query,
    policy.id,
    policy.fields,
    defaultSettings(policy.fields),
  );
  expect(notes).toEqual([]);
  return checkEnsemble(policy.input(settings).ensembles[0]!).config;
}

/** The same runs, but for how many of them and which generations are kept. */
function expectSameRuns(link: string, { config }: EnsembleSoFar) {
  const { replicates, at } = config;
  expect({ ...ledTo(link), replicates, at }).toEqual(config);
}

describe('the link of a cell', () => {
  const settings = {
    ...defaultSettings(fateMap.fields),
    generations: 12,
    replicates: 10,
    seed: 'a map & more',
    mu: -3,
    sigma: 0.5,
  };
  const result = finish('ensembles', fateMap.input(settings));

  it('leads to the very runs that the cell shows, whatever the settings of the map', () => {
    const svg = fates.draw(result, 0, { width: 700, height: 320, document, uid: 'test' }).svg;
    const links = [...svg.querySelectorAll('a')].map((link) => link.getAttribute('href')!);
    expect(links).toHaveLength(result.ensembles.length);
    links.forEach((link, i) => expectSameRuns(link, result.ensembles[i]!));
    // A tenth of ten values is one: two rows have one cell in common.
    expect(new Set(links).size).toBe(links.length - 1);
  });

  it('takes the estimator along', () => {
    const ensemble = madeUp(
      { at: [5], estimator: 'maximum-likelihood', regimeOptions: {} },
      () => ({
        mu: 0,
        sigma: 1,
      }),
    );
    expectSameRuns(linkToPolicy(ensemble.config).href, ensemble);
  });
});
