import { entryAt } from '../../lib/entryAt.ts';
import {
  isInUse,
  readField,
  settingOf,
  type Field,
  type NumberField,
  type Settings,
} from '../../settings/fields.ts';

const made = new WeakMap<NumberField, readonly number[]>();

/**
 * The values at which a slider stops, both ends among them: numbers that a person would choose, so
 * that a key press is a step that can be seen. On a logarithmic scale these have two digits, on a
 * linear one 50 to 500 steps of 1, 0.1, 0.01 …
 */
export function ticksOf(field: NumberField): readonly number[] {
  const { min, max, integer, scale } = field;
  let ticks = made.get(field);
  if (!ticks) {
    const power = (size: number) => Number(size.toExponential().split('e')[1]);
    const list = [min];
    for (let at = min; at < max; list.push(Math.min(at, max))) {
      const step = scale === 'log' ? power(at) - 1 : power((max - min) / 50);
      const exponent = integer ? Math.max(0, step) : step;
      at = Number(`${Math.floor(at / Number(`1e${exponent}`) + 1e-6) + 1}e${exponent}`);
    }
    made.set(field, (ticks = list));
  }
  return ticks;
}

/**
 * Slider position of a value: the nearest tick. A value between two ticks is never put at an end,
 * from where a key press towards that end would not be told.
 */
export function toSlider(field: NumberField, value: number): number {
  const ticks = ticksOf(field);
  const above = ticks.findIndex((tick) => tick >= value);
  if (ticks[above] === value) return above;
  const distance = (place: number) => Math.abs((ticks[place] ?? NaN) - value);
  const below = distance(above) > distance(above - 1) ? above - 1 : above;
  return Math.min(ticks.length - 2, Math.max(1, below));
}

/**
 * The value at a slider position that was moved to from `before`: one step from a value between two
 * ticks leads to the next tick on that side.
 */
export function fromSlider(field: NumberField, position: number, before = NaN): number {
  const ticks = ticksOf(field);
  const stood = toSlider(field, before);
  const passed = (entryAt(ticks, stood) - before) * (position - stood) > 0;
  return entryAt(ticks, passed && Math.abs(position - stood) === 1 ? stood : position);
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | RadioNodeList;

/** The form's control for a field: the number box, the menu, the radio buttons, the text. */
const control = (form: HTMLFormElement, field: Field) =>
  form.elements.namedItem(field.name) as Control;

const slider = (form: HTMLFormElement, field: Field) =>
  form.querySelector<HTMLInputElement>(`[data-slider="${field.name}"]`);

/** What was last written into a form. */
const filled = new WeakMap<HTMLFormElement, Settings>();

/**
 * Writes settings into the form: boxes, menus and sliders. What means nothing with these settings
 * is hidden.
 */
export function fillForm(form: HTMLFormElement, fields: readonly Field[], settings: Settings) {
  filled.set(form, settings);
  for (const field of fields) {
    if (field.when) {
      const slot = form.querySelector<HTMLElement>(`[data-field="${field.name}"]`);
      if (slot) slot.hidden = !isInUse(field, settings);
    }
    write(form, field, settingOf(settings, field.name));
  }
}

/**
 * The form's settings, each legal, with a note for each that had to be replaced. What nobody has
 * touched is what was written there, to the letter; what was typed and cannot be read leaves that
 * as it was.
 */
export function readForm(form: HTMLFormElement, fields: readonly Field[]) {
  const notes: string[] = [];
  const settings = Object.fromEntries(
    fields.map((field) => {
      const former = filled.get(form)?.[field.name];
      const text = control(form, field).value;
      if (former !== undefined && text === String(former)) return [field.name, former];
      const { value, note } = readField(field, text, former);
      if (note) notes.push(note);
      return [field.name, value];
    }),
  ) as Settings;
  return { settings, notes };
}

/** A slider moved: its box follows. */
export function followSlider(form: HTMLFormElement, field: NumberField): void {
  const range = slider(form, field);
  if (!range) return;
  const value = fromSlider(field, range.valueAsNumber, Number(control(form, field).value));
  write(form, field, value);
}

/** Writes a value that was dragged in a picture, as the nearest at which the slider stops. */
export function placeAt(form: HTMLFormElement, field: NumberField, value: number): void {
  const bounded = Math.min(field.max, Math.max(field.min, value));
  write(form, field, entryAt(ticksOf(field), toSlider(field, bounded)));
}

/** Writes a field's value into its control, and a number also onto its slider. */
export function write(form: HTMLFormElement, field: Field, value: number | string): void {
  setValue(control(form, field), String(value));
  if (field.kind === 'number') place(form, field, Number(value));
}

function place(form: HTMLFormElement, field: NumberField, value: number): void {
  const range = slider(form, field);
  if (!range) return;
  setValue(range, String(toSlider(field, value)));
  range.setAttribute('aria-valuetext', String(value));
}

/**
 * Writes only what differs: writing a value moves the caret, for which the browser lays out the
 * page.
 */
export function setValue(control: Control, value: string): void {
  if (control.value !== value) control.value = value;
}
