import '../src/lib/withLognormals.ts';
import '../src/lib/withModels.ts';
import '../src/lib/withRegimes.ts';
import '../src/lib/withWords.ts';
import { expect, it } from 'vitest';
import { decodings } from '../src/lib/decodings/index.ts';
import { families } from '../src/lib/families/index.ts';
import { regimes } from '../src/lib/regimes/index.ts';
import { sources } from '../src/lib/sources/index.ts';
import { needsOf } from '../src/lib/registered.ts';
import type { Family } from '../src/lib/types.ts';

const run = { family: 'normal', regime: 'replace', n: 10, values: new Float64Array(1e6) };

it('needs of what is loaded late those parts only whose entries it names', () => {
  expect(needsOf({ runs: [run], keep: ['sigma'], from: 0, config: null })).toEqual([]);
  expect(needsOf({ runs: [run, { ...run, family: 'lognormal3' }] })).toEqual(['withLognormals']);
  expect(needsOf([{ config: { ...run, regime: 'accumulate' } }])).toEqual(['withRegimes']);
  expect(needsOf({ ...run, family: 'lognormal', regime: 'curated' })).toHaveLength(2);
});

it('needs a part for every entry but those that each page has', () => {
  const partOf = (kind: Family['kind']) => (kind === 'categories' ? 'withWords' : 'withModels');
  for (const { id, kind } of families.all) {
    const part = id.startsWith('lognormal') ? 'withLognormals' : partOf(kind);
    expect(needsOf({ family: id })).toEqual(id === 'normal' ? [] : [part]);
  }
  for (const { id, kind } of sources.all)
    expect(needsOf({ ...run, source: id })).toEqual([partOf(kind)]);
  for (const { id } of decodings.all)
    expect(needsOf({ ...run, decoding: id })).toEqual(['withWords']);
  for (const { id, aliases = [] } of regimes.all)
    for (const name of [id, ...aliases])
      expect(needsOf({ regime: name })).toEqual(id === 'replace' ? [] : ['withRegimes']);
});
