import fc, { type Arbitrary } from 'fast-check';
import { ticksOf } from '../../src/components/island/form.ts';
import type { Demo } from '../../src/components/demos/shared/demo.ts';
import {
  defaultSettings,
  isInUse,
  readField,
  type ChoiceField,
  type Field,
  type NumberField,
  type Settings,
  type When,
} from '../../src/settings/fields.ts';

/** Seeds of every sort: words, digits, any characters, what means something in a link. */
const seeds = fc.oneof(
  fc.nat().map(String),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc.string({ unit: fc.constantFrom(...'a;&=#.%+?) \u00a0"'), maxLength: 45 }),
);

const numbers = ({ min, max, integer }: NumberField): Arbitrary<number> =>
  integer
    ? fc.integer({ min, max })
    : // There is no -0 in a link.
      fc.double({ min, max, noNaN: true }).map((value) => (value === 0 ? 0 : value));

/** Legal values of a field: its ends, its default, the places of its slider, any other. */
function legal(field: Field): Arbitrary<string | number> {
  if (field.kind === 'choice') return fc.constantFrom(...field.options.map(({ value }) => value));
  if (field.kind === 'text')
    return fc.oneof(
      fc.constant(field.default),
      seeds.map((seed) => readField(field, seed).value),
    );
  // No link has it: what becomes of one is tried by itself.
  if (field.kind === 'passage') return fc.constant(field.default);
  return fc.oneof(
    fc.constantFrom(field.min, field.max, field.default),
    fc.constantFrom(...ticksOf(field)),
    numbers(field),
  );
}

/** Settings of a demo, each legal. */
export const settingsOf = ({ fields }: Demo): Arbitrary<Settings> =>
  fc.record(Object.fromEntries(fields.map((field) => [field.name, legal(field)])));

/** Values at the ends of a field, of a list all of it, other than its default. */
export function endsOf(field: Field): (string | number)[] {
  const all =
    field.kind === 'choice'
      ? field.options.map(({ value }) => value)
      : field.kind === 'number'
        ? [field.min, field.max]
        : field.kind === 'passage'
          ? // Numbers and words: whatever it is read as.
            ['3 1 4 1 5 of nine words']
          : ['x', '模型 <b>&'];
  return all.filter((value) => value !== field.default);
}

/**
 * A demo's settings, and those of its presets, each changed where it must be for the field to mean
 * something.
 */
export function startsOf(demo: Demo, field: Field): Settings[] {
  const defaults = defaultSettings(demo.fields);
  const named = [{}, ...demo.presets.map(({ settings }) => settings)];
  const wanted = field.when ? waysToHold(demo, field.when) : [];
  return named
    .flatMap((changes): Settings[] => [changes, ...wanted.map((menu) => ({ ...changes, ...menu }))])
    .map((changes) => demo.repair({ ...defaults, ...changes }).settings)
    .filter((start) => isInUse(field, start));
}

/** Choices under which a condition holds. */
function waysToHold(demo: Demo, { fields, values, and }: When): Settings[] {
  const besides = and ? waysToHold(demo, and) : [{}];
  return fields.flatMap((menu) => {
    const { options } = demo.fields.find(({ name }) => name === menu) as ChoiceField;
    return options
      .filter(({ value }) => values.includes(value))
      .flatMap(({ value }) => besides.map((others): Settings => ({ ...others, [menu]: value })));
  });
}
