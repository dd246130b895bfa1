import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Demo } from '../../src/components/demos/shared/demo.ts';
import { shownWith } from '../../src/components/island/finish.ts';
import { demos } from '../../src/components/demos/index.ts';
import type { Settings } from '../../src/settings/fields.ts';
import { costOf } from '../support/beginning.ts';
import { cases, PATIENCE } from '../support/cases.ts';
import { settingsOf } from '../support/settings.ts';
import { expectSoundDrawings, expectSoundWords } from './sound.ts';

/** Draws that one case may cost. */
const MOST_DRAWS = 40_000;

/**
 * The same settings with fewer runs, generations and values, until they are cheap, but for what
 * costs more at the least of each.
 */
function cheaper(demo: Demo, settings: Settings): Settings {
  const sizes = ['replicates', 'generations', 'n', 'an', 'bn', 'values'];
  let set = settings;
  while (costOf(demo, set) > MOST_DRAWS) {
    const lower = demo.fields.flatMap((field) => {
      const value = Number(set[field.name]);
      const least = field.kind === 'number' && sizes.includes(field.name) ? field.min : value;
      return value > least ? [[field.name, Math.max(least, Math.floor(value / 3))] as const] : [];
    });
    if (lower.length === 0) break;
    set = { ...set, ...Object.fromEntries([lower.reduce((a, b) => (a[1] >= b[1] ? a : b))]) };
  }
  return set;
}

it.each(demos.all.map(({ id }) => id))(
  '%s draws and says only numbers, whatever its settings: at their ends, as they open, anywhere',
  (id) => {
    const demo = demos.get(id);
    const property = fc.property(
      settingsOf(demo),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (asked, where) => {
        const { settings, notes } = demo.repair(cheaper(demo, demo.repair(asked).settings));
        for (const note of notes) expect(note).toMatch(/\S/);
        const result = shownWith(demo, settings);
        const last = demo.frames(result) - 1;
        const frames = [Math.round(where * last)];
        expectSoundWords(demo, result, frames);
        for (const figure of demo.figures) {
          const { svg } = expectSoundDrawings(figure, result, frames, 'one');
          expect(
            svg.querySelector('path, rect, circle, line, .page-word'),
            figure.id,
          ).not.toBeNull();
        }
      },
    );
    fc.assert(property, cases(0.15 / demos.all.length));
  },
  PATIENCE,
);
