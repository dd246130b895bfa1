import { expect } from 'vitest';

/** The program without comments, and without the insides of its strings. */
export function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/'[^'\n]*'|"[^"\n]*"/g, "''");
}

/** How often `pattern` is found. */
export const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** What is opened is closed: blocks, steps, brackets, strings and comments. */
export function expectClosed(text: string): void {
  const bare = code(text);
  expect(count(bare, /(?<!%)\bdo\b/g)).toBe(count(bare, /(?<!%)\bend\b/g));
  expect(count(bare, /%do\b/g)).toBe(count(bare, /%end\b/g));
  expect(count(bare, /%macro\b/g)).toBe(count(bare, /%mend\b/g));
  const steps = count(bare, /^ *(data|proc) /gm);
  expect(steps).toBeGreaterThan(1);
  expect(count(bare, /^ *(run|quit);/gm)).toBe(steps);
  expect(count(bare, /\{/g)).toBe(count(bare, /\}/g));
  expect(count(bare, /\(/g)).toBe(count(bare, /\)/g));
  expect(count(bare, /\[/g)).toBe(count(bare, /\]/g));
  // A quote or the end of a comment that is left over has no partner.
  expect(bare.replaceAll("''", '')).not.toMatch(/["']|\*\/|\/\*/);
}

export function expectSemicolons(text: string): void {
  const lines = code(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== '%recursion');
  for (const line of lines) expect(line).toMatch(/;$/);
}

/**
 * Each macro variable that is used is set, `names` are among them, and nothing else has a percent
 * sign.
 */
export function expectMacroNames(text: string, names: readonly string[]): void {
  const used = [...text.matchAll(/&(\w+)/g)].map((match) => match[1]);
  for (const name of used)
    expect(text).toMatch(new RegExp(`%(let|do) ${name} = |symputx\\('${name}', `));
  for (const name of names) expect(used).toContain(name);
  // Every other percent sign is a macro statement or function that SAS has.
  const known = /%(let|macro|mend|do|to|end|eval|if|then|return|recursion)\b/g;
  expect(text.replace(known, '')).not.toContain('%');
}

/** The comments have nothing that SAS would act on. */
export function expectSafeComments(text: string): void {
  const comments = [...text.matchAll(/\/\*([\s\S]*?)\*\//g)].map((match) => match[1]!);
  expect(comments.join('')).not.toMatch(/[%&'*\\]/);
  expect(count(comments.join(''), /"/g) % 2).toBe(0);
  expect(text.slice(0, 2)).toBe('/*');
}

export function expectInOrder(text: string, places: readonly string[]): void {
  let from = 0;
  for (const place of places) {
    const at = text.indexOf(place, from);
    expect(at, place).toBeGreaterThan(-1);
    from = at + place.length;
  }
}

/**
 * Each statement of PROC IML reads only names that have a value by then: what was assigned, the
 * parameters of a module, the words and the functions that SAS has.
 */
export function expectKnownNames(iml: string): void {
  const words =
    'call do to while if then else end print create ensemble from colname append close ' +
    'start finish return free';
  const functions =
    'j ncol nrow loc constant floor ceil sum ssq sqrt exp log lgamma digamma concat putn ' +
    'randseed randgen sort while abs min max sample return';
  const known = new Set(words.split(' '));
  const callable = new Set(functions.split(' '));
  for (const statement of iml.split(';')) {
    const bare = statement.replaceAll("''", ' ').replace(/&\w+|\b\d+(\.\d*)?(e\d+)?\b/g, ' ');
    const [, module, parameters] = /^\s*start (\w+)\(([^)]*)\)/.exec(bare) ?? [];
    if (module) {
      callable.add(module);
      for (const name of parameters!.split(', ')) known.add(name);
      continue;
    }
    const [, freed] = /^\s*free (\w+)/.exec(bare) ?? [];
    if (freed) known.add(freed);
    const [, target] =
      /^\s*(?:do |(?:if .* then|else) )?([a-z]\w*)(?:\[[^\]]*\])? = /.exec(bare) ?? [];
    for (const [, name, call] of bare.matchAll(/(?<![\w.])([a-z_]\w*)( ?\()?/gi)) {
      if (call && callable.has(name!)) continue;
      if (name !== target) expect([...known], statement).toContain(name);
    }
    if (target) known.add(target);
  }
}
