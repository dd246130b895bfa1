/** Size of the words in all pictures, in pixels. */
const SIZE = 12;

/** The letters of the site's interface face by their width, in hundredths of the size. */
const LETTERS: Readonly<Record<number, string>> = {
  20: ' \u00a0\u202f',
  25: "',.:;Iijl|’·",
  30: '!()-[]f{}',
  35: '/\\rt²³¹',
  43: '"*?sz“”',
  46: 'cvxy',
  48: 'JLY–',
  50: '#$+0123456789<=>F^_aegk~×÷±−',
  53: 'ESTVX',
  55: 'APRZ`bdhnopqu',
  58: 'BCK',
  61: '&DG',
  65: 'HNOQU',
  72: 'Mw',
  80: '%Wm½',
  85: '@',
};

/** Greek, arrows and raised figures, which come from other faces. */
const OTHER = 60;

const widths = new Map(
  Object.entries(LETTERS).flatMap(([width, letters]) =>
    [...letters].map((letter) => [letter, Number(width)] as const),
  ),
);

/** How wide a word of a picture is, in pixels: nothing is laid out yet when a picture is drawn. */
export const textWidth = (text: string): number =>
  ([...text].reduce((sum, letter) => sum + (widths.get(letter) ?? OTHER), 0) * SIZE) / 100;
