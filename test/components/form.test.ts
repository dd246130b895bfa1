import { describe, expect, it } from 'vitest';
import {
  fillForm,
  followSlider,
  fromSlider,
  LOG_TICKS,
  readForm,
  toSlider,
} from '../../src/components/demo/form.ts';
import { wrap } from '../../src/components/demo/standalone.ts';
import { demos } from '../../src/components/demos/index.ts';
import { regimes } from '../../src/lib/regimes/index.ts';
import { defaultSettings, isInUse, type Field, type NumberField } from '../../src/lib/settings.ts';

const numbers = demos.all.flatMap(({ id, fields }) =>
  fields
    .filter((field): field is NumberField => field.kind === 'number')
    .map((field) => [`${id}.${field.name}`, field] as const),
);

describe.each(numbers)('the slider of %s', (_name, field) => {
  const ticks =
    field.scale === 'log'
      ? Array.from({ length: LOG_TICKS + 1 }, (_, i) => i)
      : Array.from({ length: 101 }, (_, i) => field.min + (i * (field.max - field.min)) / 100);

  it('gives legal values only, from the lowest to the highest, never going back', () => {
    const values = ticks.map((tick) => fromSlider(field, tick));
    expect(values[0]).toBe(field.min);
    expect(values.at(-1)).toBe(field.max);
    for (const [i, value] of values.entries()) {
      if (i > 0) expect(value).toBeGreaterThanOrEqual(values[i - 1]!);
      if (field.integer) expect(Number.isInteger(value)).toBe(true);
    }
  });

  it('stands within its ends for every value, the default included', () => {
    const [low, high] = field.scale === 'log' ? [0, LOG_TICKS] : [field.min, field.max];
    expect(toSlider(field, field.min)).toBe(low);
    expect(toSlider(field, field.max)).toBe(high);
    expect(toSlider(field, field.default)).toBeGreaterThanOrEqual(low);
    expect(toSlider(field, field.default)).toBeLessThanOrEqual(high);
  });
});

it('a log slider offers numbers that a person would choose: at most two digits', () => {
  const [, n] = numbers.find(([name]) => name === 'run.n')!;
  const offered = new Set(Array.from({ length: LOG_TICKS + 1 }, (_, i) => fromSlider(n, i)));
  for (const value of offered) expect(String(value)).toMatch(/^\d{1,2}0*$/);
  expect([2, 5, 10, 50, 100, 200, 1000, 10_000].every((value) => offered.has(value))).toBe(true);
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

/** Radio buttons under one name, which a browser gives as a list: its value is that of the checked one. */
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

  it('is one of its options: any other text is answered by the default and a note', () => {
    expect(show).toMatchObject({ kind: 'choice', radio: true, default: 'both' });
    const { form, controls } = formOf(fields);
    fillForm(form, fields, { ...defaultSettings(fields), show: 'typical' });
    expect(readForm(form, fields).settings.show).toBe('typical');
    // None checked: a list of radio buttons then has an empty value.
    controls.set('show', new Control());
    const { settings, notes } = readForm(form, fields);
    expect(settings.show).toBe('both');
    expect(notes).toEqual(['Show: “” is not one of typical, average, both, so both is used.']);
  });
});

it('has the box follow its slider', () => {
  const { fields } = demos.get('fan');
  const replicates = fields.find(({ name }) => name === 'replicates') as NumberField;
  const { form, controls, sliders } = formOf(fields);
  fillForm(form, fields, defaultSettings(fields));
  const slider = sliders.get('replicates')!;
  slider.value = String(LOG_TICKS);
  followSlider(form, replicates);
  expect(controls.get('replicates')!.value).toBe('100000');
  expect(slider.attributes['aria-valuetext']).toBe('100000');
});
