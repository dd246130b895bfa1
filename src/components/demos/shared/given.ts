import { readColumn } from '../../../lib/readColumn.ts';
import { wordsOf } from '../../../lib/sources/tokens.ts';
import type { Given } from '../../../lib/types.ts';
import type { PassageField } from '../../../settings/fields.ts';

/** Something of the reader’s own that a source takes: how it is asked for, and how it is read. */
interface Own {
  readonly label: string;
  /** What a source that takes it has to have at least, in words. */
  readonly least: string;
  /** Null where there is too little. */
  read(text: string): Given | null;
}

/** Numbers of a column are part of the settings, and each worker gets its own. */
const MOST_NUMBERS = 100_000;

/** Text is read again at every change of any setting. */
function lately<T>(read: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly found: T } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, found: read(text) };
    return last.found;
  };
}

/** By what a source takes. */
export const OWN: Readonly<Record<keyof Given, Own>> = {
  column: {
    label: 'Your own numbers',
    least: 'two numbers',
    read: lately((text) => {
      const { values } = readColumn(text, { most: MOST_NUMBERS });
      const column = [...values].filter(Number.isFinite);
      return column.length < 2 ? null : { column };
    }),
  },
  text: {
    label: 'Your own text',
    least: 'two words',
    read: lately((text) => {
      const words = wordsOf(text);
      words.next();
      return words.next().done ? null : { text };
    }),
  },
};

/** Where the reader brings it. */
export const passageField = (
  takes: keyof Given,
  own: Pick<PassageField, 'name' | 'when'>,
): PassageField => ({
  ...{ kind: 'passage', label: OWN[takes].label, maxLength: 500_000, default: '' },
  ...own,
});

/** What is said of a source as long as there is too little for it. */
export const missing = ({ label, least }: Own, text: string): string =>
  text === ''
    ? `${label}: paste or type at least ${least}, or open a file; links do not hold them.`
    : `${label}: fewer than ${least} could be read.`;
