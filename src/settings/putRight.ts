import type { Field } from './fields.ts';

/** Another key within a value: the link had another sign than `&` between its settings. */
const NEXT_KEY = /([;&])(amp;)?[a-z-]+\.[a-z][a-z\d]*=/i;
/**
 * What a chat or a sloppy copy leaves behind a link, in signs with which no number and no choice
 * ends.
 */
const TAIL = /(#.*|((?![%‰])[\s\p{P}\p{Cf}>`|])+)$/u;
/** A longer text is no value with something behind it, and the pattern is slow on long ones. */
const LONGEST_WITH_TAIL = 80;

/**
 * `address`, from its query on, with what it says of the demo `prefix` where this site writes it:
 * in the query, as `prefix.name`. Mails, chats and copies change links; where the meaning is still
 * plain, it is taken: `&amp;` or `;` for `&`, other capitals, blanks and marks that nobody sees,
 * `=` and `&` escaped once more, all of it behind `#`, a bracket behind a number. What stood right
 * already goes before what is put right; a seed may hold anything, so what stands in one stays. All
 * else in the address is left as it is.
 */
export function putRight(address: string, prefix: string, fields: readonly Field[]): string {
  const right: string[][] = [];
  const mended: string[][] = [];
  let changed = false;
  const start = `${prefix}.`;
  const names = [...fields.map(({ name }) => name), 'at'];
  const isText = (name: string) => fields.some((one) => one.name === name && one.kind === 'text');

  const add = (name: string, text: string, inPlace: boolean): void => {
    const [, sign] = (!isText(name) && NEXT_KEY.exec(text)) || [];
    const [value = '', ...rest] = sign ? text.split(sign) : [text];
    const kept =
      isText(name) || value.length > LONGEST_WITH_TAIL || !names.includes(name)
        ? value
        : value.replace(TAIL, '').replace(TAIL, '');
    changed ||= !inPlace || kept !== text;
    (inPlace && !sign ? right : mended).push([start + name, kept]);
    for (const pair of rest) {
      const [key = '', ...its] = pair.split('=');
      if (its.length > 0) take(key, its.join('='), false);
    }
  };
  const take = (key: string, text: string, inPlace: boolean, once = false): void => {
    const isOurs = key.startsWith(start);
    const written = isOurs ? key.slice(start.length) : '';
    const near = (isOurs ? key : key.replace(/^.*\?/, ''))
      .replace(/[\s\p{Cf}]/gu, '')
      .replace(/^(amp;|\d+;|[^\w.-])+/i, '');
    const low = near.toLowerCase();
    if (names.includes(written)) add(written, text, inPlace);
    else if (once && key.includes('=') && low.includes(start))
      new URLSearchParams(text ? `${key}=${text}` : key).forEach((t, k) => take(k, t, false));
    else if (isOurs || low.startsWith(start)) {
      const name = names.find((one) => start + one.toLowerCase() === low);
      add(name ?? (isOurs ? key : near).slice(start.length), text, inPlace && isOurs && !name);
    } else right.push([key, text]);
  };
  const takeAll = (part: string, inPlace: boolean) =>
    new URLSearchParams(part).forEach((text, key) => take(key, text, inPlace, true));

  const [query = '', ...behind] = address.split('#');
  takeAll(query, true);
  const places = behind.filter((part) => {
    const [before, others] = [mended.length, right.length];
    if (/=|%3D/i.test(part)) takeAll(part, false);
    if (mended.length > before) return false;
    right.length = others;
    return true;
  });
  if (!changed) return address;
  const params = new URLSearchParams([...right, ...mended]).toString();
  return (params && `?${params}`) + places.map((place) => `#${place}`).join('');
}
