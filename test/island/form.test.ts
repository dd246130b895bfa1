import { describe, expect, it } from 'vitest';
import {
  fillForm,
  followSlider,
  fromSlider,
  readForm,
  ticksOf,
  toSlider,
} from '../../src/components/island/form.ts';
import { wrap } from '../../src/components/island/standalone.ts';
import { demos } from '../../src/components/demos/index.ts';
import { regimes } from '../../src/lib/regimes/index.ts';
import { streams } from '../../src/lib/random/index.ts';
import { LONGEST_IN_LINK, LONGEST_SEED } from '../../src/lib/random/seedLength.ts';
import {
  defaultSettings,
  isInUse,
  readField,
  type Field,
  type NumberField,
  type Settings,
} from '../../src/settings/fields.ts';

/** Every slider of the site: those that stop at the same values once, with all their defaults. */
const sliders = new Map<string, { field: NumberField; opens: number[] }>();
for (const { fields } of demos.all) {
  for (const field of fields) {
    if (field.kind !== 'number') continue;
    const { min, max, integer, scale } = field;
    const shape = `${integer ? 'whole numbers' : 'numbers'} from ${min} to ${max}, ${scale}`;
    const { opens } = sliders.get(shape) ?? { opens: [] };
    sliders.set(shape, { field, opens: [...opens, field.default] });
  }
}

/**
 * Goes on from `value` one key press after another, as a browser does: a place is a whole number
 * within the ends.
 */
function* pressed(field: NumberField, value: number, direction: 1 | -1) {
  const last = ticksOf(field).length - 1;
  for (let at = value, place = toSlider(field, at); ;) {
    const next = place + direction;
    // At its end a slider does not say that a key was pressed.
    if (next < 0 || next > last) return;
    at = fromSlider(field, next, at);
    place = toSlider(field, at);
    yield at;
  }
}

describe.each([...sliders])('a slider for %s', (_shape, { field, opens }) => {
  const ticks = ticksOf(field);
  const between = ticks.slice(1).map((tick, i) => (tick + ticks[i]!) / 2);
  const near = ticks
    .slice(1)
    .flatMap((tick, i) => [0.01, 0.99].map((w) => tick * w + ticks[i]! * (1 - w)));
  const legal = [...ticks, ...opens, ...(field.integer ? [] : [...between, ...near])];
  const whole = field.integer
    ? between.map(Math.floor).filter((value) => !ticks.includes(value))
    : [];
  const values = [...new Set([...legal, ...whole])];

  it('stops at legal values from the lowest to the highest, that a person would choose', () => {
    expect(ticks[0]).toBe(field.min);
    expect(ticks.at(-1)).toBe(field.max);
    for (const [i, tick] of ticks.entries()) {
      if (i > 0) expect(tick).toBeGreaterThan(ticks[i - 1]!);
      if (field.integer) expect(Number.isInteger(tick)).toBe(true);
      expect(String(tick)).toMatch(
        field.scale === 'log' ? /^[0.]*\d(\.?\d)?0*$/ : /^-?\d{1,4}(\.\d{1,2})?$/,
      );
    }
    // A short row of whole numbers has a tick for each.
    const steps = field.integer ? field.max - field.min : Infinity;
    expect(ticks.length).toBeGreaterThan(Math.min(50, steps));
    expect(ticks.length).toBeLessThan(500);
  });

  it('stands within its ends for every value, at an end only for that', () => {
    for (const value of values) {
      const place = toSlider(field, value);
      expect(Number.isInteger(place)).toBe(true);
      expect(ticks[place]).toBeDefined();
      expect(place === 0).toBe(value === field.min);
      expect(place === ticks.length - 1).toBe(value === field.max);
      if (ticks.includes(value)) expect(ticks[place]).toBe(value);
    }
  });

  it('is one step further with each key press, from wherever it is, to its end', () => {
    const some = values.filter((_, i) => i % 101 === 3);
    const start = new Set([...opens, field.min, field.max, ...some]);
    for (const from of start) {
      expect([...pressed(field, from, 1)]).toEqual(ticks.filter((tick) => tick > from));
      expect([...pressed(field, from, -1)]).toEqual(ticks.filter((tick) => tick < from).reverse());
    }
    // The first press from each value: the neighbouring tick, on either side.
    for (const value of values) {
      const above = ticks.find((tick) => tick > value);
      const below = ticks.findLast((tick) => tick < value);
      expect(pressed(field, value, 1).next().value).toBe(above);
      expect(pressed(field, value, -1).next().value).toBe(below);
    }
  });

  it('is where it is dragged to, from wherever it was, in strides longer than a step', () => {
    for (const value of [field.default, values[values.length >> 1]!]) {
      const stood = toSlider(field, value);
      for (const [place, tick] of ticks.entries()) {
        if (Math.abs(place - stood) > 1) expect(fromSlider(field, place, value)).toBe(tick);
      }
    }
    expect(ticks.map((_, place) => fromSlider(field, place))).toEqual(ticks);
  });
});

it('a log slider offers numbers that a person would choose: at most two digits', () => {
  const n = demos.get('run').fields.find(({ name }) => name === 'n') as NumberField;
  const offered = ticksOf(n);
  for (const value of offered) expect(String(value)).toMatch(/^\d{1,2}0*$/);
  expect([2, 5, 10, 50, 100, 200, 1000, 10_000].every((value) => offered.includes(value))).toBe(
    true,
  );
});

it('breaks a caption at spaces, keeping every word, within the length', () => {
  const text = 'n = 200 · 500 generations · seed 12345 · unbiased variance';
  const lines = wrap(text, 20);
  expect(lines.join(' ')).toBe(text);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(20);
  expect(wrap('averyveryverylongword', 5)).toEqual(['averyveryverylongword']);
});

/** A control whose value is written at some cost, so that it is counted. */
class Control {
  writes = 0;
  readonly attributes: Record<string, string> = {};
  #value = '';

  get value(): string {
    return this.#value;
  }

  set value(value: string) {
    this.writes++;
    this.#value = value;
  }

  get valueAsNumber(): number {
    return Number(this.#value);
  }

  setAttribute(name: string, value: string): void {
    this.attributes[name] = value;
  }
}

/**
 * Radio buttons under one name, which a browser gives as a list: its value is that of the checked
 * one.
 */
class RadioButtons extends Control {
  readonly options: readonly string[];

  constructor(options: readonly string[]) {
    super();
    this.options = options;
  }

  override get value(): string {
    return super.value;
  }

  // As in browsers: a value that no button has changes nothing.
  override set value(value: string) {
    if (this.options.includes(value)) super.value = value;
  }
}

/** What the form's code sees of a form with a control for each field. */
function formOf(fields: readonly Field[]) {
  const controls = new Map<string, Control>();
  const sliders = new Map<string, Control>();
  const slots = new Map(fields.map(({ name }) => [name, { hidden: false }]));
  for (const field of fields) {
    const radio = field.kind === 'choice' && field.radio;
    const options = radio ? field.options.map(({ value }) => value) : [];
    controls.set(field.name, radio ? new RadioButtons(options) : new Control());
    if (field.kind === 'number') sliders.set(field.name, new Control());
  }
  const form = {
    elements: { namedItem: (name: string) => controls.get(name) ?? null },
    querySelector(selector: string) {
      const [, kind, name] = /^\[data-(slider|field)="(.*)"\]$/.exec(selector)!;
      return (kind === 'slider' ? sliders : slots).get(name!) ?? null;
    },
  };
  /** Names of the fields that are out of sight. */
  const hidden = () => [...slots].filter(([, slot]) => slot.hidden).map(([name]) => name);
  return { form: form as unknown as HTMLFormElement, controls, sliders, hidden };
}

describe.each(demos.all.map((demo) => [demo.id, demo] as const))('the form of %s', (_, demo) => {
  const { fields } = demo;
  const defaults = defaultSettings(fields);
  const all = [defaults, ...demo.presets.map(({ settings }) => ({ ...defaults, ...settings }))];

  it('gives back the settings that were written into it, radio buttons included', () => {
    const { form, sliders } = formOf(fields);
    for (const settings of all) {
      fillForm(form, fields, settings);
      expect(readForm(form, fields)).toEqual({ settings, notes: [] });
      for (const field of fields.filter(({ kind }) => kind === 'number') as NumberField[]) {
        const { value, attributes } = sliders.get(field.name)!;
        const position = toSlider(field, Number(settings[field.name]));
        expect(value).toBe(String(position));
        expect(attributes['aria-valuetext']).toBe(String(settings[field.name]));
      }
    }
  });

  it('writes nothing where nothing differs', () => {
    const { form, controls, sliders } = formOf(fields);
    fillForm(form, fields, defaults);
    const written = () => [...controls.values(), ...sliders.values()].map(({ writes }) => writes);
    const before = written();
    fillForm(form, fields, defaults);
    expect(written()).toEqual(before);
  });

  it('shows the fields that mean something, and hides the others', () => {
    const { form, hidden } = formOf(fields);
    for (const settings of all) {
      fillForm(form, fields, settings);
      const idle = fields.filter((field) => !isInUse(field, settings));
      expect(hidden()).toEqual(idle.map(({ name }) => name));
    }
  });

  it('has no two fields of one name, and folds only fields that it has', () => {
    const names = fields.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of demo.folded) expect(names).toContain(name);
  });
});

describe('the options of the policies', () => {
  it('come and go with the policy, and keep their values out of sight', () => {
    const { fields } = demos.get('policy');
    const { form, hidden } = formOf(fields);
    const options = [
      ...new Set(regimes.all.flatMap(({ options }) => options.map(({ name }) => name))),
    ];
    const settings = { ...defaultSettings(fields), share: 0.25 };
    for (const { id, options: its } of regimes.all) {
      fillForm(form, fields, { ...settings, regime: id });
      const shown = its.map(({ name }) => name);
      expect(hidden().toSorted()).toEqual(
        options.filter((name) => !shown.includes(name)).toSorted(),
      );
      expect(readForm(form, fields).settings.share).toBe(0.25);
    }
  });

  it('are in sight while one of several menus has the policy', () => {
    const { fields } = demos.get('policies');
    const { form, hidden } = formOf(fields);
    const others = { first: 'replace', second: 'replace', third: 'replace' };
    for (const menu of Object.keys(others)) {
      fillForm(form, fields, { ...defaultSettings(fields), ...others });
      expect(hidden()).toContain('cut');
      fillForm(form, fields, { ...defaultSettings(fields), ...others, [menu]: 'truncated' });
      expect(hidden()).not.toContain('cut');
    }
  });

  it('are always in sight in a demo of one policy', () => {
    for (const id of ['price', 'growth', 'definitions']) {
      const { fields } = demos.get(id);
      const { form, hidden } = formOf(fields);
      fillForm(form, fields, defaultSettings(fields));
      expect(hidden()).toEqual([]);
    }
  });
});

describe('a choice by radio buttons', () => {
  const { fields } = demos.get('average-of-runs');
  const show = fields.find(({ name }) => name === 'show')!;

  it('is one of its options: any other text leaves it as it was, with a note', () => {
    expect(show).toMatchObject({ kind: 'choice', radio: true, default: 'both' });
    const { form, controls } = formOf(fields);
    fillForm(form, fields, { ...defaultSettings(fields), show: 'typical' });
    expect(readForm(form, fields).settings.show).toBe('typical');
    // None checked: a list of radio buttons then has an empty value.
    controls.set('show', new Control());
    const { settings, notes } = readForm(form, fields);
    expect(settings.show).toBe('typical');
    expect(notes).toEqual(['Show: “” is not one of typical, average, both, so typical is kept.']);
  });
});

describe('a box beside a slider', () => {
  const { fields } = demos.get('fan');
  const replicates = fields.find(({ name }) => name === 'replicates') as NumberField;
  const last = ticksOf(replicates).length - 1;

  it('follows it', () => {
    const { form, controls, sliders } = formOf(fields);
    fillForm(form, fields, defaultSettings(fields));
    const slider = sliders.get('replicates')!;
    slider.value = String(last);
    followSlider(form, replicates);
    expect(controls.get('replicates')!.value).toBe('100000');
    expect(slider.attributes['aria-valuetext']).toBe('100000');
  });

  it('goes to the next neat number from one that is none, and the slider with it', () => {
    for (const [step, value] of [
      [1, '1300'],
      [-1, '1200'],
    ] as const) {
      const { form, controls, sliders } = formOf(fields);
      fillForm(form, fields, { ...defaultSettings(fields), replicates: 1234 });
      const slider = sliders.get('replicates')!;
      slider.value = String(Number(slider.value) + step);
      followSlider(form, replicates);
      expect(controls.get('replicates')!.value).toBe(value);
      expect(slider.value).toBe(String(toSlider(replicates, Number(value))));
      expect(slider.attributes['aria-valuetext']).toBe(value);
    }
  });
});

describe('what is typed', () => {
  const { fields } = demos.get('run');
  const usual = { ...defaultSettings(fields), n: 50, sigma: 12 };
  const typed = (settings: Settings, texts: Record<string, string>) => {
    const { form, controls } = formOf(fields);
    fillForm(form, fields, settings);
    for (const [name, text] of Object.entries(texts)) controls.get(name)!.value = text;
    return readForm(form, fields);
  };

  it('is read as people write numbers', () => {
    expect(typed(usual, { sigma: '12,5', n: '1,000', mu: '−3,5' })).toEqual({
      settings: { ...usual, sigma: 12.5, n: 1000, mu: -3.5 },
      notes: [],
    });
  });

  it('leaves what was there where it cannot be read, not the opening value', () => {
    expect(typed(usual, { n: 'many' })).toEqual({
      settings: usual,
      notes: ['Sample size: “many” is not a number, so 50 is kept.'],
    });
    expect(typed({ ...usual, seed: 'abc' }, { seed: ' ' }).settings.seed).toBe('abc');
  });

  it('is composed, but a seed that a link gave stays as it is until it is typed over', () => {
    const [composed, decomposed] = ['caf\u00e9', 'cafe\u0301'];
    const linked = { ...usual, seed: decomposed };
    expect(typed(linked, { n: '7' })).toEqual({ settings: { ...linked, n: 7 }, notes: [] });
    expect(typed(usual, { seed: decomposed }).settings.seed).toBe(composed);
  });
});

it('a seed as long as a box takes runs, whatever its characters', () => {
  for (const { fields } of demos.all) {
    const seed = fields.find(({ name }) => name === 'seed');
    if (seed?.kind !== 'text') continue;
    expect(seed).toMatchObject({ name: 'seed', maxLength: LONGEST_IN_LINK });
    for (const character of ['x', '😀', 'é', '模']) {
      const { value, note } = readField(seed, character.repeat(LONGEST_IN_LINK + 1));
      expect(value).toBe(character.repeat(LONGEST_IN_LINK));
      expect(note).toMatch(/ was cut to its first 40 characters\.$/);
      expect(streams.get('keyed').seedProblem(String(value))).toBeNull();
      expect(readField(seed, String(value))).toEqual({ value });
    }
  }
  expect(LONGEST_IN_LINK).toBeLessThanOrEqual(LONGEST_SEED);
});
