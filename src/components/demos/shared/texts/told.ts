import { drain } from '../../../../lib/drain.ts';
import { texts, type TextRun } from '../../../../lib/jobs/texts.ts';
import { readText, type ReadText } from '../../../../lib/sources/text.ts';
import { chanceGone, typesAlive } from '../../../../lib/theory/typesAlive.ts';
import { nameOf } from '../../../charts/wordCounts.ts';
import { textNamed } from './index.ts';
import { textRun } from './settings.ts';

/* What the prose says of words: worked out while the site is built. */

const known = new Map<string, ReadText>();

/** A text of the site, read once. */
function readNamed(id: string): ReadText {
  const read = known.get(id) ?? readText(textNamed(id).text);
  known.set(id, read);
  return read;
}

/** A text as its models read it. */
export function countsOf(id: string) {
  const { sequence, counts } = readNamed(id);
  return {
    words: sequence.length,
    different: counts.length,
    once: counts.filter((count) => count === 1).length,
  };
}

/** Different words that the law leaves of a text in generation t of n words. */
export function lawOfWords(id: string, n: number, t: number): number {
  const { sequence, counts } = readNamed(id);
  return typesAlive({ shares: counts.map((count) => count / sequence.length), n, k: t });
}

/** The first copy after which a word that stood c times is gone with a chance of a half or more. */
export function likelyGone(c: number): number {
  let t = 1;
  while (chanceGone(c, t) < 0.5) t++;
  return t;
}

/** One run of a text, with what its models write. */
export function toldRun(
  order: string,
  settings: { readonly n: number; readonly generations: number; readonly seed: string },
  page = 60,
): TextRun {
  const input = {
    config: textRun({ text: 'moby-dick', ...settings }, order),
    statistics: ['types', 'next', 'rate'],
    page,
  };
  const made = texts.pieces(input).map((piece) => drain(texts.make(piece)));
  const result = drain(texts.join(input, made));
  if (!result) throw new Error('a run without a text');
  return result.text;
}

/** The page that the model of generation t writes, as words. */
export const pageOf = (run: TextRun, t: number): string =>
  Array.from(run.pages[t] ?? [], (type) => nameOf(run, type)).join(' ');
