/**
 * The pieces of a program by name, as files in its own language have them:
 *
 *     # region estimator unbiased-variance
 *     fit <- function(x) list(mean = mean(x), sd = sd(x))
 *     # endregion
 *
 * In SAS the marks stand in its own comments. A list, `setup fresh-real, fixed-real`, is one piece
 * under several names. A piece that would not be legal where it stands is written where it is, in a
 * loop or a function: it counts as far as it is moved right of its mark. Of what stands outside of
 * all regions nothing is taken but words, each in one line: `# word *model: mean, sd` has `*model`
 * in the pieces mean `mean, sd`.
 */
export type Regions = ReadonlyMap<string, string>;

const REGION = /^( *)(?:#|\/\*) region (.+?)(?: \*\/)?$/;
const END = /^ *(?:#|\/\*)? *endregion(?: \*\/)?$/;
const WORD = /^(?:#|\/\*) word (\S+)( [^:]+)?: (.+?)(?: \*\/)?$/;
/** Inside a comment of SAS, which has many lines, it has no mark of its own. */
const INCLUDE = /^( *)(?:# |\/\* )?include ([\w -]+?)(?: \*\/)?$/;

/** The regions of files; of two with the same name the last. */
export function regionsOf(...files: readonly string[]): Regions {
  return new Map(files.flatMap((file) => [...regionsIn(file)]));
}

/** By file: a page writes its program anew whenever a slider moves. */
const read = new Map<string, Regions>();

function regionsIn(file: string): Regions {
  const known = read.get(file);
  if (known) return known;
  const found = new Map<string, string>();
  let open: { names: string[]; by: number; lines: string[] } | null = null;
  for (const line of file.split('\n')) {
    const [, indent = '', title] = REGION.exec(line) ?? [];
    const [, word, ids = '', means = ''] = WORD.exec(line) ?? [];
    if (title) {
      if (open) throw new Error(`a region in the region ${open.names[0]}: ${title}`);
      open = { names: namesIn(title), by: indent.length, lines: [] };
    } else if (open && END.test(line)) {
      for (const name of open.names) found.set(name, open.lines.join('\n'));
      open = null;
    } else if (open) open.lines.push(line.slice(open.by));
    else if (word) for (const name of namesIn(`word ${word}${ids}`)) found.set(name, means);
  }
  if (open) throw new Error(`a region without an end: ${open.names[0]}`);
  read.set(file, found);
  return found;
}

/** `setup fresh-real, fixed-real` names `setup fresh-real` and `setup fixed-real`. */
function namesIn(title: string): string[] {
  const [first, ...more] = title.split(', ') as [string, ...string[]];
  const kind = first.slice(0, first.lastIndexOf(' ') + 1);
  return [first, ...more.map((id) => kind + id)];
}

/** What there is of a kind: `unbiased-variance`, … of `estimator`. */
export const idsOf = (regions: Regions, kind: string): string[] =>
  [...regions.keys()]
    .filter((name) => name.startsWith(`${kind} `))
    .map((name) => name.slice(kind.length + 1));

/** A piece by the name by which another asks for it; undefined where there is none. */
export type Find = (name: string) => string | undefined;

/**
 * `text` with what it asks for: in the place of a line `# include setup` stands that piece, as far
 * right as the line. Where there is none, the line goes, and the empty lines before it.
 */
export function assembled(text: string, find: Find): string {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const [, indent = '', name] = INCLUDE.exec(line) ?? [];
    if (name === undefined) {
      lines.push(line);
      continue;
    }
    const piece = assembled(find(name) ?? '', find);
    if (piece !== '') lines.push(indented(piece, indent));
    else while (lines.at(-1) === '') lines.pop();
  }
  return lines.join('\n');
}

const indented = (text: string, by: string) => text.replace(/^(?=.)/gm, by);

/** All names that the pieces ask for. */
export const asked = (regions: Regions): string[] =>
  [...regions.values()].flatMap((text) =>
    text.split('\n').flatMap((line) => INCLUDE.exec(line)?.[2] ?? []),
  );
