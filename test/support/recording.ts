import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.ts';

/*
 * A recording is a text: what is asked stands at the margin, what was found indented below it.
 * Lines that begin with # are for the reader.
 */

export interface Entry {
  readonly asked: string;
  readonly found: readonly string[];
}

export const recordingFile = (name: string) => join(ROOT, 'test/recording', name);

const INDENT = '  ';
const isAsked = (line: string) => /^[^#\s]/.test(line);

/**
 * The demo and the address of a link as it is recorded: `fan ?fan.n=7`, or `fan` alone for the demo
 * as it opens.
 */
export function linkOf(asked: string): [id: string, address: string] {
  const [id = '', ...rest] = asked.split(' ');
  return [id, rest.join(' ')];
}

/** All that a recording holds, in its order. */
export function readRecording(name: string): Entry[] {
  const entries: { asked: string; found: string[] }[] = [];
  for (const line of readFileSync(recordingFile(name), 'utf8').split('\n')) {
    if (isAsked(line)) entries.push({ asked: line, found: [] });
    else if (line.startsWith(INDENT)) entries.at(-1)!.found.push(line.slice(INDENT.length));
  }
  return entries;
}

/**
 * The text of a recording with other findings in it: `find` gives them for what is asked. The rest
 * stays.
 */
export async function recordedAnew(
  text: string,
  find: (asked: string) => readonly string[] | Promise<readonly string[]>,
): Promise<string> {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith(INDENT)) continue;
    lines.push(line);
    if (isAsked(line)) lines.push(...(await find(line)).map((found) => INDENT + found));
  }
  return lines.join('\n');
}

/** The first 16 hexadecimal digits of the SHA-256 of a text. */
export const fingerprint = (text: string) =>
  createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Lines that hold a fingerprint for each of several things, as `name=fingerprint`. */
const LISTS = ['numbers', 'words', 'programs'];

/**
 * What was found, by what it is about: `numbers of spread` is a fingerprint, `note` the text of all
 * notes.
 */
function itemsOf(found: readonly string[]): Map<string, string> {
  const items = new Map<string, string>();
  const add = (item: string, text: string) => {
    const before = items.get(item);
    items.set(item, before === undefined ? text : `${before}\n${text}`);
  };
  for (const line of found) {
    const [kind = '', ...rest] = line.split(' ');
    if (!LISTS.includes(kind)) add(kind, rest.join(' '));
    else for (const one of rest) add(`${kind} of ${one.split('=')[0]}`, one.split('=')[1]!);
  }
  return items;
}

/**
 * Where what is found now differs from what was recorded: a text for each item, with what was
 * asked.
 */
export function differences({ asked, found }: Entry, now: readonly string[]): string[] {
  const [before, after] = [itemsOf(found), itemsOf(now)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((item) => before.get(item) !== after.get(item))
    .map((item) => {
      const [recorded = 'nothing', is = 'nothing'] = [before.get(item), after.get(item)];
      return `${asked}\n${item}, recorded:\n${recorded}\nnow:\n${is}`;
    });
}
