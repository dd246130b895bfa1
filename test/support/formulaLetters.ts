const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: '\u00a0' };

const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, decimal: string) => String.fromCodePoint(Number(decimal)))
    .replace(/&([a-z]+);/g, (all, name: string) => ENTITIES[name] ?? all);

const from = (first: number, letter: string, base: string) =>
  String.fromCodePoint(first + letter.codePointAt(0)! - base.codePointAt(0)!);

const ITALIC = new Map([
  ['h', 'ℎ'],
  ...[...'∂ϵϑϰϕϱϖ'].map((c, i) => [c, String.fromCodePoint(0x1d715 + i)] as const),
]);

/** The letter that a browser sets a variable in, as MathML Core has it. */
function italic(letter: string): string {
  const known = ITALIC.get(letter);
  if (known) return known;
  if (/[A-Z]/.test(letter)) return from(0x1d434, letter, 'A');
  if (/[a-z]/.test(letter)) return from(0x1d44e, letter, 'a');
  if (/[Α-Ω]/.test(letter)) return from(0x1d6e2, letter, 'Α');
  if (/[α-ω]/.test(letter)) return from(0x1d6fc, letter, 'α');
  return letter;
}

/** Every character that a browser needs for the formulas of a page, each once. */
export function formulaLetters(html: string): string {
  const letters = new Set<string>();
  for (const [math] of html.matchAll(/<math[\s>][\s\S]*?<\/math>/g)) {
    const shown = math.replace(/<annotation[\s\S]*?<\/annotation>/g, '');
    for (const letter of plain(shown)) letters.add(letter);
    for (const [, letter] of shown.matchAll(/<mi>([^<])<\/mi>/gu)) letters.add(italic(letter!));
  }
  return [...letters].join('');
}
