import type { ParameterSpec } from './types.ts';

/** When a setting means something: while one of these menus has one of these values. */
export interface When {
  readonly fields: readonly string[];
  readonly values: readonly string[];
}

/** What every setting may have. */
interface AnyField {
  /** Without it the setting always means something. */
  readonly when?: When;
}

/** A number that the reader sets with a slider and a box. */
export interface NumberField extends AnyField {
  readonly kind: 'number';
  readonly name: string;
  readonly label: string;
  readonly symbol?: string;
  readonly min: number;
  readonly max: number;
  readonly integer: boolean;
  readonly scale: 'linear' | 'log';
  readonly default: number;
}

/** One of a short list; the list is usually a registry. */
export interface ChoiceField extends AnyField {
  readonly kind: 'choice';
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly default: string;
  /** Shown side by side instead of in a menu. */
  readonly radio?: boolean;
}

/** A short text, such as a seed. */
export interface TextField extends AnyField {
  readonly kind: 'text';
  readonly name: string;
  readonly label: string;
  readonly maxLength: number;
  readonly default: string;
}

export type Field = NumberField | ChoiceField | TextField;

/** The settings of one demo by field name: plain JSON. */
export type Settings = Readonly<Record<string, string | number>>;

/** A number field from a parameter's own description; sliders offer its typical range. */
export function parameterField(
  spec: ParameterSpec,
  overrides: Partial<NumberField> = {},
): NumberField {
  return {
    kind: 'number',
    name: spec.name,
    label: spec.label,
    symbol: spec.symbol,
    min: spec.typical.min,
    max: spec.typical.max,
    integer: spec.integer ?? false,
    scale: spec.scale ?? 'linear',
    default: spec.default,
    ...overrides,
  };
}

/** True if the field means something with these settings. */
export function isInUse({ when }: Field, settings: Settings): boolean {
  return !when || when.fields.some((name) => when.values.includes(String(settings[name])));
}

/** Every field at its default. */
export function defaultSettings(fields: readonly Field[]): Settings {
  return Object.fromEntries(fields.map((field) => [field.name, field.default]));
}

/** The value to use, with a sentence where it is not what was asked for. */
export interface Read<T> {
  readonly value: T;
  readonly note?: string;
}

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** What a stranger typed, shortened so that a note stays one line. */
const quote = (text: string) => `“${text.length > 24 ? `${text.slice(0, 24)}…` : text}”`;

function readNumber(field: NumberField, text: string): Read<number> {
  const cleaned = text.trim().replace('−', '-');
  const asked = DECIMAL.test(cleaned) ? Number(cleaned) : NaN;
  if (Number.isNaN(asked)) {
    return {
      value: field.default,
      note: `${field.label}: ${quote(text)} is not a number, so ${field.default} is used.`,
    };
  }
  const whole = field.integer ? Math.round(asked) : asked;
  const value = Math.min(field.max, Math.max(field.min, whole));
  if (value === asked) return { value };
  const why =
    value === whole ? 'must be a whole number' : `must lie between ${field.min} and ${field.max}`;
  return { value, note: `${field.label}: ${quote(text)} ${why}, so ${value} is used.` };
}

function readChoice(field: ChoiceField, text: string): Read<string> {
  if (field.options.some((option) => option.value === text)) return { value: text };
  const known = field.options.map((option) => option.value).join(', ');
  return {
    value: field.default,
    note: `${field.label}: ${quote(text)} is not one of ${known}, so ${field.default} is used.`,
  };
}

function readText(field: TextField, text: string): Read<string> {
  // Control and direction characters could hide what a link really asks for.
  const visible = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]/gu, '').trim();
  const value = [...visible].slice(0, field.maxLength).join('');
  if (value === '') {
    return {
      value: field.default,
      note: `${field.label}: nothing readable was given, so ${field.default} is used.`,
    };
  }
  if (value === text) return { value };
  return { value, note: `${field.label}: ${quote(text)} was shortened to ${quote(value)}.` };
}

/**
 * The value of `field` in `text`, which anyone may have written. Never throws: nonsense becomes the
 * default, a number out of range the nearest legal one, each with a note that says so.
 */
export function readField(field: Field, text: string): Read<string | number> {
  if (field.kind === 'number') return readNumber(field, text);
  if (field.kind === 'choice') return readChoice(field, text);
  return readText(field, text);
}
