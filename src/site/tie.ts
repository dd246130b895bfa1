/** Printed at the end of what text may not be parted from (Card.astro); no reader gets it. */
export const TIED = '<!--tied-->';

/** What touches a word: no white space, no tag; the line may break after a dash or a slash. */
const BEFORE = String.raw`(?:&(?!nbsp;)\w+;|[^ \t\r\n<>&;–—/-])*`;
const AFTER = String.raw`(?:&(?!nbsp;)#?\w+;|[^ \t\r\n<&–—/-])*`;

const CARD = new RegExp(`(${BEFORE})(<span class="tied">)|${TIED}</span>(${AFTER})`, 'g');
const FORMULA = new RegExp(`(${BEFORE})(<math[^>]*>.*?</math>)(${AFTER})`, 'gs');

/**
 * HTML in which the text that touches a term, a citation or a formula stays on its line. To a
 * browser these three are boxes, and a line may break before and after a box, even between it and a
 * comma.
 */
export const tie = (html: string) =>
  html
    .replace(CARD, (_, before: string | undefined, open: string | undefined, after = '') =>
      open ? `${open}${before}` : `${after}</span>`,
    )
    .replace(FORMULA, (_, before: string, math: string, after: string) =>
      before + after ? `<span class="tied">${before}${math}${after}</span>` : math,
    );
