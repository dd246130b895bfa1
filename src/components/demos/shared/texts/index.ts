import { entryAt } from '../../../../lib/entryAt.ts';
import { mobyDick } from './mobyDick.ts';
import site from './site.txt?raw';

/** A text that readers can choose. */
export interface NamedText {
  readonly id: string;
  readonly label: string;
  readonly text: string;
}

/**
 * The texts that come with the site. They never change, as links that name them promise the same
 * run: `site` holds the words of three of its articles as they stood on 30 November 2026.
 */
export const TEXTS: readonly NamedText[] = [
  { id: 'moby-dick', label: 'Moby Dick, chapters 1 to 10', text: mobyDick },
  { id: 'site', label: 'Three articles of this site', text: site },
];

/** The text of this name; the first where there is none. */
export const textNamed = (id: unknown): NamedText =>
  TEXTS.find((one) => one.id === id) ?? entryAt(TEXTS, 0);

/** How settings name a text that the reader has brought. */
export const OWN_TEXT = 'own';
