import { commandFile } from './recorder.ts';
import { fingerprint, recordingFile } from './recording.ts';
import { run } from './run.ts';

/** Output up to this length is recorded as it is. */
const WHOLE = { lines: 12, characters: 1200 };
const FIRST = 3;
const LAST = 2;
const LONGEST_LINE = 160;

/** A word of a command line; one with blanks in it stands in single quotes. */
const WORD = /'([^']*)'|(\S+)/g;

/**
 * The command's file, its arguments, and what it reads from standard input: a JSON string behind
 * `<`.
 */
function parse(line: string) {
  const [, command = '', input = '""'] = /^(.*?)(?: < (".*"))?$/.exec(line)!;
  const [name = '', ...args] = [...command.matchAll(WORD)].map(
    ([, quoted, bare]) => quoted ?? bare!,
  );
  return { script: commandFile(name), args, input: JSON.parse(input) as string };
}

/** Without what npm says of the test's own run, and without colours. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^npm_|COLOR|^NODE_/i.test(name)),
);

/**
 * What a command does, as lines of text: its exit status, then stdout behind `>` and stderr behind
 * `!`. It runs where the columns of numbers are.
 */
export async function outputOf(line: string): Promise<string[]> {
  const { script, args, input } = parse(line);
  const cwd = recordingFile('columns');
  const done = await run(process.execPath, [script, ...args], { cwd, env: environment, input });
  return [`exit ${done.code}`, ...shortened('>', done.stdout), ...shortened('!', done.stderr)];
}

function shortened(mark: string, text: string): string[] {
  if (text === '') return [];
  const ended = text.endsWith('\n');
  const lines = text.split('\n').slice(0, ended ? -1 : undefined);
  const end = ended ? [] : [`${mark} (no end of line)`];
  const marked = (some: readonly string[], longest?: number) =>
    some.map((one) => (one ? `${mark} ${one.slice(0, longest)}` : mark));
  if (lines.length <= WHOLE.lines && text.length <= WHOLE.characters)
    return [...marked(lines), ...end];
  const few = lines.length <= FIRST + LAST;
  return [
    ...marked(few ? lines : lines.slice(0, FIRST), LONGEST_LINE),
    `${mark} … ${lines.length} lines in all, fingerprint ${fingerprint(text)}`,
    ...(few ? [] : marked(lines.slice(-LAST), LONGEST_LINE)),
    ...end,
  ];
}
