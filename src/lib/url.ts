import { isInUse, quote, readField, withoutTail, type Field, type Settings } from './settings.ts';

/** Settings read from a link, with a sentence for each thing that had to be replaced. */
export interface FromQuery {
  readonly settings: Settings;
  readonly notes: readonly string[];
  /** True if the link says anything about this demo. */
  readonly present: boolean;
  /** True if some of it stood where or how no link of this site has it; `writeQuery` puts that right. */
  readonly astray: boolean;
  /** The frame that the link opens on (`prefix.at`), or null if it names none that can be read. */
  readonly at: number | null;
}

const MAX_NOTES = 6;
const FRAME = /^\d+$/;
/** Another key within a value: the link had other signs than `&` between its settings. */
const NEXT_KEY = /[;&](amp;)?[a-z-]+\.[a-z]+=/i;

/** What a link says of one setting, and whether that stands where and how this site writes it. */
interface Said {
  readonly name: string;
  readonly text: string;
  readonly exact: boolean;
}

/**
 * What an address, from its query on, says of the demo `prefix`, and all else. A key is `prefix.name`; where mails, chats and copies
 * have changed it and its meaning is still plain, it is found too: behind `&amp;` or `;`, in other capitals, with blanks, with its `=`
 * and `&` escaped, or with all others behind `#`.
 */
function takeApart(address: string, prefix: string, fields: readonly Field[]) {
  const own: Said[] = [];
  const others: string[][] = [];
  const start = `${prefix}.`;
  const names = [...fields.map(({ name }) => name), 'at'];

  const take = (key: string, text: string, inPlace: boolean, once = false): void => {
    const isOurs = key.startsWith(start);
    const written = isOurs ? key.slice(start.length) : '';
    const near = (isOurs ? key : key.replace(/^.*\?/, ''))
      .replace(/[\s\p{Cf}]/gu, '')
      .replace(/^(amp;|[^a-z])+/i, '');
    const low = near.toLowerCase();
    if (names.includes(written)) split(written, text, inPlace);
    else if (once && key.includes('=') && low.includes(start))
      new URLSearchParams(text ? `${key}=${text}` : key).forEach((t, k) => take(k, t, false));
    else if (isOurs || low.startsWith(start)) {
      const name = names.find((one) => start + one.toLowerCase() === low);
      split(name ?? near.slice(start.length), text, inPlace && !name);
    } else others.push([key, text]);
  };
  const split = (name: string, text: string, exact: boolean): void => {
    const isText = fields.some((field) => field.name === name && field.kind === 'text');
    const [value = '', ...rest] = isText || !NEXT_KEY.test(text) ? [text] : text.split(/[;&]/);
    own.push({ name, text: value, exact });
    for (const pair of rest) {
      const [key = '', ...its] = pair.split('=');
      if (its.length > 0) take(key, its.join('='), false);
    }
  };
  const takeAll = (part: string, inPlace: boolean) =>
    new URLSearchParams(part).forEach((text, key) => take(key, text, inPlace, true));

  const [query = '', ...behind] = address.split('#');
  takeAll(query, true);
  const kept = behind.filter((part) => {
    const [ours, theirs] = [own.length, others.length];
    if (/=|%3D/i.test(part)) takeAll(part, false);
    if (own.length > ours) return false;
    others.length = theirs;
    return true;
  });
  return { own, others, hash: kept.map((part) => `#${part}`).join('') };
}

/**
 * The settings of the demo `prefix` in an address, from its query on, each key being `prefix.name`. What the link does
 * not say is taken from `base`. Safe on any input: see readField. Keys of other demos are left alone.
 */
export function readQuery(
  address: string,
  prefix: string,
  fields: readonly Field[],
  base: Settings,
): FromQuery {
  const { own } = takeApart(address, prefix, fields);
  const settings: Record<string, string | number> = { ...base };
  const notes: string[] = [];
  const seen = new Map<string, string>();
  let at: number | null = null;
  // What a link of this site says goes before what only looks like it.
  for (const { name, text } of [...own].sort((a, b) => Number(b.exact) - Number(a.exact))) {
    const field = fields.find((candidate) => candidate.name === name);
    const label = field?.label ?? 'Place in the run';
    if (!field && name !== 'at')
      notes.push(`The link sets ${quote(name)}, which is not a setting.`);
    else if (seen.has(name)) {
      if (seen.get(name) !== text)
        notes.push(`${label}: the link sets it twice; ${quote(text)} is not used.`);
    } else {
      seen.set(name, text);
      if (field) {
        const { value, note } = readField(field, text);
        settings[name] = value;
        if (note) notes.push(note);
      } else {
        const digits = withoutTail(text);
        if (FRAME.test(digits)) at = Math.min(Number(digits), Number.MAX_SAFE_INTEGER);
        else notes.push(`The link’s place in the run, ${quote(text)}, is not a count.`);
      }
    }
  }
  const extra = notes.length - MAX_NOTES;
  if (extra > 0) notes.splice(MAX_NOTES, extra, `… and ${extra} more.`);
  const astray = own.some(({ exact }) => !exact);
  return { settings, notes, present: own.length > 0, astray, at };
}

/**
 * `address`, from its query on, with the demo's settings in its query: every field that means something is written, also those at
 * their default, so that a link keeps its meaning when a default changes. Keys of other demos stay.
 */
export function writeQuery(
  address: string,
  prefix: string,
  fields: readonly Field[],
  settings: Settings,
  at?: number,
): string {
  const { others, hash } = takeApart(address, prefix, fields);
  const params = new URLSearchParams(others);
  for (const field of fields) {
    if (isInUse(field, settings))
      params.append(`${prefix}.${field.name}`, String(settings[field.name]));
  }
  if (at !== undefined) params.append(`${prefix}.at`, String(at));
  return `${params}${hash}`;
}
