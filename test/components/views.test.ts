import { describe, expect, it } from 'vitest';
import { demos } from '../../src/components/demos/index.ts';
import type { Demo } from '../../src/components/demos/shared/demo.ts';
import { isInUse, type Field } from '../../src/settings/fields.ts';
import { endsOf, startsOf } from '../support/settings.ts';

/**
 * What is drawn and what is looked at, before and after a change of one field, from every start.
 */
function changesOf(demo: Demo, field: Field) {
  return startsOf(demo, field).flatMap((start) =>
    endsOf(field)
      .filter((value) => value !== start[field.name])
      .map((value) => {
        const both = [start, { ...start, [field.name]: value }];
        const [before, after] = both.map((settings) => ({
          input: demo.input(settings),
          view: demo.view?.(settings),
        }));
        return { value, before: before!, after: after! };
      }),
  );
}

const seen = (what: unknown) => JSON.stringify(what);

describe.each(demos.all)('the settings of $id', (demo) => {
  const looks = demo.fields.filter(({ view }) => view);
  const others = demo.fields.filter(({ view }) => !view);

  it('change no run where they are only looks at it, and always the look', () => {
    for (const field of looks) {
      const changes = changesOf(demo, field);
      for (const { value, before, after } of changes)
        expect(after.input, `${field.name} ${value}`).toEqual(before.input);
      expect(changes.some(({ before, after }) => seen(before.view) !== seen(after.view))).toBe(
        true,
      );
    }
  });

  it('each change something else, where they are in use', () => {
    for (const field of others) {
      const starts = startsOf(demo, field);
      expect(starts.every((start) => isInUse(field, start))).toBe(true);
      const changes = changesOf(demo, field);
      expect(
        changes.some(({ before, after }) => seen(before) !== seen(after)),
        field.name,
      ).toBe(true);
    }
  });
});

it('are only looks at some runs', () => {
  const looks = demos.all.flatMap(({ id, fields }) =>
    fields.filter(({ view }) => view).map(({ name }) => `${id} ${name}`),
  );
  expect(looks.toSorted()).toEqual([
    'average-of-runs show',
    'bias statistic',
    'book show',
    'compare show',
    'fan guess',
    'threshold left',
  ]);
});
