import { decimal } from '../lib/decimal.ts';
import { typedNumber } from './typedNumber.ts';
import type { ParameterSpec } from '../lib/types.ts';

/** When a setting means something: while one of these menus has one of these values. */
export interface When {
  readonly fields: readonly string[];
  readonly values: readonly string[];
  /** What has to hold besides. */
  readonly and?: When;
}

/** What every setting may have. */
interface AnyField {
  /** Without it the setting always means something. */
  readonly when?: When;
  /** True where no draw depends on it: another value is another look at the same run. */
  readonly view?: boolean;
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
  /** In characters: code points. */
  readonly maxLength: number;
  readonly default: string;
}

/** A long text of the reader’s own: no link holds it, and nothing sends it anywhere. */
export interface PassageField extends AnyField {
  readonly kind: 'passage';
  readonly name: string;
  readonly label: string;
  /** In UTF-16 units, as JavaScript counts them. */
  readonly maxLength: number;
  readonly default: string;
}

export type Field = NumberField | ChoiceField | TextField | PassageField;

/** The settings of one demo by field name: plain JSON. */
export type Settings = Readonly<Record<string, string | number>>;

/** A setting that there is. Throws a RangeError where there is none. */
export function settingOf(settings: Settings, name: string): string | number {
  const value = settings[name];
  if (value === undefined) throw new RangeError(`no setting ${name}`);
  return value;
}

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
export const isInUse = ({ when }: Field, settings: Settings): boolean =>
  !when || holds(when, settings);

const holds = ({ fields, values, and }: When, settings: Settings): boolean =>
  fields.some((name) => values.includes(String(settings[name]))) && (!and || holds(and, settings));

/** Every field at its default. */
export function defaultSettings(fields: readonly Field[]): Settings {
  return Object.fromEntries(fields.map((field) => [field.name, field.default]));
}

/** The value to use, with a sentence where it is not what was asked for. */
export interface Read<T> {
  readonly value: T;
  readonly note?: string;
}

/**
 * What cannot be seen, or turns what stands around it: it could hide what a link really asks for.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{NChar}\u2028\u2029]/gu;

/**
 * What a stranger wrote, safe in a note: on one line, in part only if it is long, with a sign for
 * what cannot be seen.
 */
export function quote(text: string): string {
  const [...shown] = text.slice(0, 60).replace(UNSEEN, '\uFFFD');
  return `“${shown.slice(0, 24).join('')}${shown.length > 24 ? '…' : ''}”`;
}

/**
 * What is used where `text` cannot be read: what was there before a reader typed, else the default.
 */
function instead<T>(field: Field & { default: T }, why: string, former?: string | number): Read<T> {
  return former === undefined
    ? { value: field.default, note: `${field.label}: ${why}, so ${field.default} is used.` }
    : { value: former as T, note: `${field.label}: ${why}, so ${former} is kept.` };
}

function readNumber(field: NumberField, text: string, former?: number): Read<number> {
  const fits = (value: number) => value >= field.min && value <= field.max;
  let asked = decimal(text.trim().replace('−', '-'));
  let sure = true;
  if (Number.isNaN(asked) && former !== undefined)
    [asked, sure] = typedNumber(text, field.integer, fits);
  if (Number.isNaN(asked)) return instead(field, `${quote(text)} is not a number`, former);
  const whole = field.integer ? Math.round(asked) : asked;
  const value = Math.min(field.max, Math.max(field.min, whole));
  const said = `${field.label}: ${quote(text)}`;
  if (value === asked) return sure ? { value } : { value, note: `${said} was read as ${value}.` };
  const why =
    value === whole ? 'must be a whole number' : `must lie between ${field.min} and ${field.max}`;
  return { value, note: `${said} ${why}, so ${value} is used.` };
}

function readChoice(field: ChoiceField, text: string, former?: string): Read<string> {
  if (field.options.some((option) => option.value === text)) return { value: text };
  const known = field.options.map((option) => option.value).join(', ');
  return instead(field, `${quote(text)} is not one of ${known}`, former);
}

function readText(field: TextField, text: string, former?: string): Read<string> {
  // One seed looks the same composed or not: what is typed becomes the usual form, what a link gave
  // is another run.
  const given = former === undefined ? text : text.normalize('NFC');
  const visible = given.replace(UNSEEN, '').trim();
  const characters = [...visible];
  const value = characters.slice(0, field.maxLength).join('').trimEnd();
  if (value === '') return instead(field, 'nothing readable was given', former);
  if (value === given) return { value };
  const cut = characters.length > field.maxLength;
  const how = cut
    ? `was cut to its first ${field.maxLength} characters`
    : `was read as ${quote(value)}`;
  return { value, note: `${field.label}: ${quote(text)} ${how}.` };
}

/** A long text as it was given, but that one too long is cut. */
function readPassage({ label, maxLength }: PassageField, text: string): Read<string> {
  if (text.length <= maxLength) return { value: text };
  const most = maxLength.toLocaleString('en-US');
  return {
    value: text.slice(0, maxLength),
    note: `${label}: only the first ${most} characters are read.`,
  };
}

/**
 * The value of `field` in `text`, which anyone may have written. Never throws: nonsense becomes the
 * default, a number out of range the nearest legal one, each with a note that says so. With
 * `former` the text was typed over that value: it is read as people write numbers, and nonsense
 * leaves the value as it was.
 */
export function readField(
  field: Field,
  text: string,
  former?: string | number,
): Read<string | number> {
  if (field.kind === 'number') return readNumber(field, text, former as number | undefined);
  if (field.kind === 'choice') return readChoice(field, text, former as string | undefined);
  if (field.kind === 'passage') return readPassage(field, text);
  return readText(field, text, former as string | undefined);
}
