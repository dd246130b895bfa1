import katex from 'katex';

/**
 * A LaTeX formula as one <math> element. Throws on what KaTeX does not know, and on what it can only set
 * with a style attribute, which the content security policy forbids.
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
  if (!label) return math;
  const spoken = label.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  return math.replace('<math', `<math aria-label="${spoken}"`);
}
