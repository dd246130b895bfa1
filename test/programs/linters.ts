import { lastLine, run } from '../support/run.ts';

/** A program that reads programs of one language and says what is wrong with them, a line each. */
export interface Linter {
  readonly name: string;
  /** The command and its first arguments; the paths of the programs follow. Null if not here. */
  readonly command: readonly string[] | null;
  /** The Debian package that has it. */
  readonly from: string;
}

async function first(candidates: readonly string[], ...probe: string[]): Promise<string | null> {
  for (const command of candidates)
    if ((await run(command, probe, { timeout: 60_000 })).code === 0) return command;
  return null;
}

/** Whether each file is R. */
const PARSE = 'for (file in commandArgs(TRUE)) invisible(parse(file))';

/** Names that a program uses and nobody sets, and variables that are set and never used. */
const USAGE = `for (file in commandArgs(TRUE)) {
  program <- eval(call("function", NULL, as.call(c(as.name("{"), parse(file)))))
  codetools::checkUsage(program, name = basename(file), suppressLocalUnused = TRUE, all = FALSE)
}`;

/** Whether each file is Python. */
const COMPILE = `import sys
for file in sys.argv[1:]:
    compile(open(file, encoding="ascii").read(), file, "exec")`;

const R = await first(['Rscript'], '--version');
const codetools = await first(['Rscript'], '-e', 'library(codetools)');
const python = await first(['python3', '/usr/bin/python3'], '--version');
const pyflakes = await first(['python3', '/usr/bin/python3'], '-m', 'pyflakes', '--version');

const started = (command: string | null, ...args: readonly string[]) =>
  command === null ? null : [command, ...args];

export const parsers = {
  r: { name: 'R', command: started(R, '-e', PARSE), from: 'r-base-core' },
  python: { name: 'Python', command: started(python, '-c', COMPILE), from: 'python3' },
} satisfies Record<string, Linter>;

export const linters = {
  r: {
    name: 'codetools',
    command: started(codetools, '-e', USAGE),
    from: 'r-cran-codetools',
  },
  python: {
    name: 'pyflakes',
    command: started(pyflakes, '-m', 'pyflakes'),
    from: 'python3-pyflakes',
  },
} satisfies Record<string, Linter>;

/** Whether it is here. In CI it has to be; elsewhere its lack is said. */
export function isHere({ name, command, from }: Linter, what: string): boolean {
  if (command) return true;
  if (process.env['CI']) throw new Error(`${name} is not here: install ${from}`);
  console.warn(`NOT CHECKED: ${what}. Install ${from}.`);
  return false;
}

/** What the linter says of these files; empty if nothing. */
export async function problemsIn(linter: Linter, files: readonly string[]): Promise<string> {
  const [command, ...args] = linter.command!;
  const { code, stdout, stderr } = await run(command!, [...args, ...files]);
  const said = `${stdout}${stderr}`.trim();
  return said || (code === 0 ? '' : `exit ${code}: ${lastLine(stderr)}`);
}
