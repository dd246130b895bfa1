import ln from '@stdlib/math-base-special-ln';
import { onLogScale } from '../../lib/logScale.ts';
import {
  isInUse,
  readField,
  type Field,
  type NumberField,
  type Settings,
} from '../../lib/settings.ts';

/** Ticks of a slider on a logarithmic scale. */
export const LOG_TICKS = 1000;

/** Slider position of a value: the value itself, or its place on a logarithmic scale. */
export function toSlider(field: NumberField, value: number): number {
  if (field.scale === 'linear') return value;
  return Math.round((LOG_TICKS * ln(value / field.min)) / ln(field.max / field.min));
}

/** Value at a slider position; a log slider gives numbers that a person would choose (two digits). */
export function fromSlider(field: NumberField, position: number): number {
  if (field.scale === 'linear') return position;
  if (position >= LOG_TICKS) return field.max;
  const exact = onLogScale(field.min, field.max, position / LOG_TICKS);
  const neat = Number(exact.toPrecision(exact < 10 && field.integer ? 1 : 2));
  return Math.min(field.max, Math.max(field.min, field.integer ? Math.round(neat) : neat));
}

type Control = HTMLInputElement | HTMLSelectElement | RadioNodeList;

/** The form's control for a field: the number box, the menu, the radio buttons, the text. */
const control = (form: HTMLFormElement, field: Field) =>
  form.elements.namedItem(field.name) as Control;

const slider = (form: HTMLFormElement, field: Field) =>
  form.querySelector<HTMLInputElement>(`[data-slider="${field.name}"]`);

/** Writes settings into the form: boxes, menus and sliders. What means nothing with these settings is hidden. */
export function fillForm(form: HTMLFormElement, fields: readonly Field[], settings: Settings) {
  for (const field of fields) {
    if (field.when) {
      const slot = form.querySelector<HTMLElement>(`[data-field="${field.name}"]`);
      if (slot) slot.hidden = !isInUse(field, settings);
    }
    const value = settings[field.name]!;
    setValue(control(form, field), String(value));
    if (field.kind === 'number') place(form, field, Number(value));
  }
}

/** The form's settings, each legal, with a note for each that had to be replaced. */
export function readForm(form: HTMLFormElement, fields: readonly Field[]) {
  const notes: string[] = [];
  const settings = Object.fromEntries(
    fields.map((field) => {
      const { value, note } = readField(field, control(form, field).value);
      if (note) notes.push(note);
      return [field.name, value];
    }),
  ) as Settings;
  return { settings, notes };
}

/** A slider moved: its box follows. */
export function followSlider(form: HTMLFormElement, field: NumberField): void {
  const range = slider(form, field)!;
  const value = fromSlider(field, range.valueAsNumber);
  setValue(control(form, field), String(value));
  range.setAttribute('aria-valuetext', String(value));
}

function place(form: HTMLFormElement, field: NumberField, value: number): void {
  const range = slider(form, field);
  if (!range) return;
  setValue(range, String(toSlider(field, value)));
  range.setAttribute('aria-valuetext', String(value));
}

/** Writes only what differs: writing a value moves the caret, for which the browser lays out the page. */
export function setValue(control: Control, value: string): void {
  if (control.value !== value) control.value = value;
}
