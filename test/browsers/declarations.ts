/** A declaration of a style sheet, with what else stands in its rule. */
export interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly rule: number;
}

/**
 * Text in quotes, text in parentheses (two deep), a comment, or what ends a piece of a style sheet.
 */
const TOKEN =
  /\/\*[^]*?\*\/|"(?:\\.|[^"])*"|'(?:\\.|[^'])*'|\((?:[^()"']|"(?:\\.|[^"])*"|'[^']*'|\((?:[^()]|\([^()]*\))*\))*\)|[{};]|[^]/g;

/** Descriptions of fonts and of properties are no declarations: no element has them. */
const DESCRIPTORS = /^@(font-face|property|counter-style|page)/;

/** Every declaration of a style sheet, but for custom properties, which may be anything. */
export function declarationsOf(sheet: string): Declaration[] {
  const found: Declaration[] = [];
  const open: { readonly rule: number; readonly descriptors: boolean }[] = [];
  let rules = 0;
  let text = '';
  const end = () => {
    const { rule, descriptors } = open.at(-1) ?? { rule: 0, descriptors: true };
    const [, property, value] =
      /^\s*([\w-]+)\s*:\s*([^]*?)\s*(?:!\s*important\s*)?$/.exec(text) ?? [];
    if (!descriptors && property && value && !property.startsWith('--'))
      found.push({ property, value, rule });
    text = '';
  };
  for (const [token] of sheet.matchAll(TOKEN)) {
    if (token.startsWith('/*')) continue;
    if (token === '{') {
      open.push({ rule: ++rules, descriptors: DESCRIPTORS.test(text.trim()) });
      text = '';
    } else if (token === ';') end();
    else if (token === '}') {
      end();
      open.pop();
    } else text += token;
  }
  return found;
}

/**
 * Those that a browser refuses where no other declaration of the same property in the rule serves
 * it.
 */
export function unserved(
  declarations: readonly Declaration[],
  accepted: readonly boolean[],
): string[] {
  const key = ({ rule, property }: Declaration) => `${rule} ${property}`;
  const served = new Set(declarations.filter((_, i) => accepted[i]).map(key));
  const refused = declarations.filter((one, i) => !accepted[i] && !served.has(key(one)));
  return [...new Set(refused.map(({ property, value }) => `${property}: ${value}`))];
}
