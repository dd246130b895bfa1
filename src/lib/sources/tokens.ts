/* eslint no-restricted-globals: off -- what the dictionaries of Intl differ in is said below */

/** A run of letters with their marks; an apostrophe between letters belongs to the word. */
const WORD = /\p{L}[\p{L}\p{M}]*(?:'\p{L}[\p{L}\p{M}]*)*/gu;

/** Scripts that are written without spaces between words. */
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * The words of a text, in lower case: runs of letters, with the apostrophes inside them (’ is read
 * as '). Digits, signs, emoji and marks of a language of mark-up divide words and are left out.
 * Scripts without spaces are cut by Intl.Segmenter, whose dictionaries differ from browser to
 * browser, or, where there is none, into single characters; all other texts have the same words
 * everywhere.
 */
export function* wordsOf(text: string): Generator<string> {
  const plain = text.normalize('NFC').toLowerCase().replaceAll('’', "'");
  for (const [word] of plain.matchAll(WORD)) {
    if (WITHOUT_SPACES.test(word)) yield* cut(word);
    else yield word;
  }
}

let segmenter: Intl.Segmenter | null | undefined;

function* cut(run: string): Generator<string> {
  segmenter ??= 'Segmenter' in Intl ? new Intl.Segmenter('und', { granularity: 'word' }) : null;
  if (!segmenter) yield* run;
  else for (const { segment, isWordLike } of segmenter.segment(run)) if (isWordLike) yield segment;
}
