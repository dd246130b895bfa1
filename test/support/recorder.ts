import { join } from 'node:path';
import { shownWith } from '../../src/components/island/finish.ts';
import type { Table } from '../../src/components/charts/figure.ts';
import type { Demo } from '../../src/components/demos/shared/demo.ts';
import { demos } from '../../src/components/demos/index.ts';
import { ConfigError } from '../../src/lib/configError.ts';
import { PLAIN } from '../../src/settings/plainAddress.ts';
import { programs } from '../../src/programs/index.ts';
import { putRight } from '../../src/settings/putRight.ts';
import { defaultSettings } from '../../src/settings/fields.ts';
import { readAt, readQuery, writeQuery } from '../../src/settings/links.ts';
import { fingerprint } from './recording.ts';
import { ROOT } from './root.ts';

/*
 * All that a recording needs to know of the source. Where files, names or types change, this file
 * follows them; what it finds for a link may not change with it.
 */

export const demoIds: readonly string[] = demos.all.map(({ id }) => id);

/** The file of a command. */
export const commandFile = (name: string) => join(ROOT, 'src/cli', `${name}.ts`);

/**
 * What a demo shows at a link, as lines of text. `address` begins with the query. The run is made
 * as on the page: the address put right, settings read and mended, the pieces of the job made and
 * joined.
 */
export function shownAt(id: string, address: string): string[] {
  const demo = demos.get(id);
  const right = PLAIN.test(address) ? address : putRight(address, id, demo.fields);
  const query = right.split('#')[0]!;
  const read = readQuery(query, id, demo.fields, defaultSettings(demo.fields));
  const { settings, notes } = demo.repair(read.settings);
  const result = shownWith(demo, settings);
  const frames = demo.frames(result);
  const frame = Math.min(frames - 1, Math.max(0, readAt(query, id) ?? demo.openAt(result)));
  const written = `?${writeQuery('', id, demo.fields, settings, frame)}`;
  const shown = demo.figures.map((figure) => {
    const table = figure.table(result, frame);
    const said = [figure.title(result), figure.name(result), figure.takeaway(result, frame)];
    const note = figure.note?.(result) ?? '';
    return { id: figure.id, numbers: numbersIn(table), words: [...said, note, ...wordsIn(table)] };
  });
  const sentence = [demo.sentence(result, frame), demo.frameLabel(result, frame)];
  return [
    ...(right === address ? [] : [`mended ${right}`]),
    ...[...read.notes, ...notes].map((note) => `note ${note}`),
    ...(written === address ? [] : [`writes ${written}`]),
    `frame ${frame} of ${frames}`,
    ['numbers', ...shown.map((one) => `${one.id}=${fingerprint(one.numbers)}`)].join(' '),
    [
      `words sentence=${fingerprint(sentence.join('\n'))}`,
      `caption=${fingerprint(demo.caption(result))}`,
      ...shown.map((one) => `${one.id}=${fingerprint(one.words.join('\n'))}`),
    ].join(' '),
    ['programs', ...programsFor(demo.config(settings))].join(' '),
  ];
}

/**
 * Every cell in full precision. A word counts only by its place among the different words of its
 * column, so that a better name changes nothing here and another verdict does.
 */
function numbersIn({ columns, rows }: Table): string {
  const known = columns.map((): string[] => []);
  const cell = (value: number | string, column: number) => {
    if (typeof value === 'number' || value === '') return String(value);
    const words = known[column]!;
    if (!words.includes(value)) words.push(value);
    return `word ${words.indexOf(value)}`;
  };
  return rows.map((row) => row.map(cell).join()).join('\n');
}

const wordsIn = ({ columns, rows }: Table) =>
  [columns, ...rows.map((row) => row.filter((cell) => typeof cell === 'string'))].map(String);

/**
 * One fingerprint for each language; `none` where a language has no words for these settings. Of
 * the TypeScript programs it is that of their settings: the engine below them changes with each
 * line of it.
 */
function programsFor(config: ReturnType<Demo['config']>): string[] {
  return programs.all.map((writer) => {
    try {
      return `${writer.id}=${fingerprint(writer.write(config))}`;
    } catch (error) {
      if (error instanceof ConfigError) return `${writer.id}=none`;
      throw error;
    }
  });
}
