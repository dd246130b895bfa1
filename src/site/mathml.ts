import katex from 'katex';

const THIN_SPACE = '<mspace width="0.1667em"/>';
const ARROW_ROOM = '<mspace width="0.3em"/>';

/**
 * Puts the thin spaces around log, exp and the like that TeX would: browsers leave them out, so
 * that ½ log s becomes ½logs. None before a bracket.
 */
function spaceFunctions(math: string): string {
  return math
    .replace(
      /(<\/(?:mi|mn|msub|msup|msubsup|mfrac|mstyle|msqrt)>)(<mi>[a-zA-Z]{2,}<\/mi><mo>\u2061<\/mo>)/g,
      `$1${THIN_SPACE}$2`,
    )
    .replace(/<mo>\u2061<\/mo>(?!<mo|<mrow><mo|<mspace)/g, `$&${THIN_SPACE}`);
}

/**
 * A word over an arrow that does not grow, with room on both sides. KaTeX asks for the room by
 * `width="+0.6em"`, which MathML Core reads as the whole width: the word lies over what follows.
 * And Chromium either leaves an arrow as short as it is or paints it in part, whatever the font.
 */
const keepArrows = (math: string) =>
  math.replace(
    /<mover><mo stretchy="true"[^>]*>→<\/mo><mpadded[^>]*>(.*?)<\/mpadded><\/mover>/g,
    `<mover><mo stretchy="false">⟶</mo><mrow>${ARROW_ROOM}$1${ARROW_ROOM}</mrow></mover>`,
  );

/**
 * A LaTeX formula as one <math> element. Throws on what KaTeX does not know, and on what it can
 * only set with a style attribute, which the content security policy forbids.
 */
export function mathml(
  tex: string,
  { block = false, label }: { block?: boolean; label?: string | undefined } = {},
): string {
  const html = katex.renderToString(tex, {
    output: 'mathml',
    displayMode: block,
    throwOnError: true,
    strict: 'error',
  });
  const math = /<math[\s\S]*<\/math>/.exec(html)?.[0];
  if (!math || / style=/.test(math)) throw new Error(`formula needs inline style: ${tex}`);
  const spaced = keepArrows(spaceFunctions(math));
  if (!label) return spaced;
  const spoken = label.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  return spaced.replace('<math', `<math aria-label="${spoken}"`);
}
