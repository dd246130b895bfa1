import { describe, expect, it } from 'vitest';
import { demos } from '../../src/components/demos/index.ts';
import type { Demo } from '../../src/components/demos/shared/demo.ts';
import { defaultSettings, type Settings } from '../../src/settings/fields.ts';
import { beginningOf, firstShown } from '../support/beginning.ts';
import { endsOf, startsOf } from '../support/settings.ts';
import { expectSoundDrawings, expectSoundWords } from './sound.ts';

/** A demo's defaults, and every field at its ends, where that begins otherwise. */
function asked(demo: Demo): [about: string, settings: Settings][] {
  const defaults = defaultSettings(demo.fields);
  const changed = demo.fields.flatMap((field) => {
    const base = startsOf(demo, field)[0]!;
    return endsOf(field).map((value): [string, Settings] => [
      `${field.name} ${value}`,
      { ...base, [field.name]: value },
    ]);
  });
  const met = new Set<string>();
  return [['as it opens', defaults] as [string, Settings], ...changed]
    .map(([about, settings]): [string, Settings] => [about, demo.repair(settings).settings])
    .filter(([, settings]) => {
      const seen = JSON.stringify([demo.view?.(settings), beginningOf(demo, settings)]);
      return !met.has(seen) && met.add(seen);
    });
}

describe.each(demos.all)('the beginning of $id', (demo) => {
  it.each(asked(demo))('is drawn and said in numbers: %s', (_, settings) => {
    const first = firstShown(demo, settings);
    const last = demo.frames(first) - 1;
    const opening = demo.openAt(first);
    expect(opening).toBeGreaterThanOrEqual(0);
    expect(opening).toBeLessThanOrEqual(last);
    const frames = [...new Set([0, opening, last])];
    for (const figure of demo.figures) expectSoundDrawings(figure, first, frames, 'one');
    expectSoundWords(demo, first, frames);
  });
});
