import { isInUse, quote, readField, type Field, type Settings } from './fields.ts';

/** Settings read from a link, with a sentence for each thing that had to be replaced. */
export interface FromQuery {
  readonly settings: Settings;
  readonly notes: readonly string[];
  /** True if the link says anything about this demo. */
  readonly present: boolean;
}

const MAX_NOTES = 6;
const FRAME = /^\d+$/;

/**
 * The settings of the demo `prefix` in a query string, each key being `prefix.name`. What the link
 * does not say is taken from `base`. Safe on any input: see readField. Keys of other demos are left
 * alone.
 */
export function readQuery(
  query: string,
  prefix: string,
  fields: readonly Field[],
  base: Settings,
): FromQuery {
  const params = new URLSearchParams(query);
  const settings: Record<string, string | number> = { ...base };
  const notes: string[] = [];
  let present = false;
  const seen = new Map<string, string>();
  for (const [key, text] of params) {
    if (!key.startsWith(`${prefix}.`)) continue;
    present = true;
    const name = key.slice(prefix.length + 1);
    const field = fields.find((one) => one.name === name && one.kind !== 'passage');
    const first = seen.get(name);
    if (!field && name !== 'at')
      notes.push(`The link sets ${quote(name)}, which is not a setting.`);
    else if (first !== undefined) {
      if (first !== text)
        notes.push(
          `${field?.label ?? 'Place in the run'}: the link sets it twice; ${quote(text)} is not used.`,
        );
    } else {
      seen.set(name, text);
      if (field) {
        const { value, note } = readField(field, text);
        settings[name] = value;
        if (note) notes.push(note);
      } else if (!FRAME.test(text))
        notes.push(`The link’s place in the run, ${quote(text)}, is not a count.`);
    }
  }
  const extra = notes.length - MAX_NOTES;
  if (extra > 0) notes.splice(MAX_NOTES, extra, `… and ${extra} more.`);
  return { settings, notes, present };
}

/**
 * What a query says about the demo `prefix`, as text: the same for queries that mean the same to
 * it.
 */
export function ownPart(query: string, prefix: string): string {
  const own = [...new URLSearchParams(query)].filter(([key]) => key.startsWith(`${prefix}.`));
  return JSON.stringify(own);
}

/** The frame that the link opens on (`prefix.at`), or null if it names none that can be read. */
export function readAt(query: string, prefix: string): number | null {
  const text = new URLSearchParams(query).get(`${prefix}.at`) ?? '';
  return FRAME.test(text) ? Math.min(Number(text), Number.MAX_SAFE_INTEGER) : null;
}

/**
 * `query` with the demo's settings in it: every field that means something is written, also those
 * at their default, so that a link keeps its meaning when a default changes. Keys of other demos
 * stay. A long text of the reader’s own stays out of it.
 */
export function writeQuery(
  query: string,
  prefix: string,
  fields: readonly Field[],
  settings: Settings,
  at?: number,
): string {
  const params = new URLSearchParams(query);
  for (const key of [...params.keys()]) if (key.startsWith(`${prefix}.`)) params.delete(key);
  for (const field of fields) {
    if (field.kind !== 'passage' && isInUse(field, settings))
      params.set(`${prefix}.${field.name}`, String(settings[field.name]));
  }
  if (at !== undefined) params.set(`${prefix}.at`, String(at));
  return params.toString();
}
