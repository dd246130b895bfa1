import { entryAt } from '../lib/entryAt.ts';
import { checkConfig } from '../lib/config.ts';
import { USUAL_LEVELS } from '../lib/ensemble/bands.ts';
import { checkEnsemble } from '../lib/ensemble/config.ts';
import type { EnsembleConfig } from '../lib/ensemble/types.ts';
import { sources } from '../lib/sources/index.ts';
import type { ParameterSpec, RunConfig } from '../lib/types.ts';
import { fileName } from './fileName.ts';
import { piecesFor, type Files } from './pieces.ts';
import { printedOf } from './printed.ts';
import { literalLines } from './realText.ts';
import { assembled, regionsOf } from './regions.ts';
import { comment, literal, seeding, titleOf } from './settings.ts';
import type { ProgramWriter } from './writer.ts';

/** A language whose programs are put together from files: see regions.ts. */
export interface Language extends Pick<ProgramWriter, 'id' | 'label' | 'extension' | 'run'> {
  readonly oneRun: Files;
  readonly manyRuns: Files;
  /** What a line of a comment begins with. */
  readonly mark: string;
  /** A named constant: what stands before its value, the value, and what stands behind. */
  readonly constant: (name: string) => RegExp;
  readonly list: (values: readonly string[]) => string;
  /** The same with a line for each; absent where no program has a text. */
  readonly lines?: (values: readonly string[]) => string;
}

/**
 * The writer of a language. What it learns of a family is for programs of one run; of many, where
 * it has a `many program`, which is made of the pieces of one.
 */
export function writerIn(language: Language): ProgramWriter {
  const { id, label, extension, run } = language;
  const families: Record<string, string> = { ...language.oneRun.families };
  const writer: ProgramWriter = {
    ...{ id, label, extension, run },
    learn: (family, file) => void (families[family] = file),
    write(config) {
      return textOf(language, families, config).replace(
        `program.${extension}`,
        fileName(config, writer),
      );
    },
  };
  return writer;
}

/**
 * The program for these settings; throws a ConfigError for those that cannot be, and as `piecesFor`
 * does.
 */
function textOf(
  language: Language,
  families: Files['families'],
  given: RunConfig | EnsembleConfig,
): string {
  const many = 'replicates' in given ? checkEnsemble(given) : null;
  const { config, family, regime } = many?.run ?? checkConfig(given);
  const files = many
    ? filesOfMany(language, families, config.family)
    : { ...language.oneRun, families };
  const { find, plain, words } = piecesFor(language.label, files, config);
  const kind = { plain, many: many !== null };
  const oneByOne = many ? find('many program') : undefined;
  const { seed, lines } = seeding(config, { ...kind, shortcut: oneByOne === undefined });
  const about = [...titleOf(config, regime, kind), '', ...lines];

  const needed = (name: string) => {
    const piece = find(name);
    if (piece === undefined) throw new Error(`no ${name} in the ${language.label} program`);
    return piece;
  };
  const origin =
    config.source === undefined ? family.parameters : sources.get(config.source).options;
  const program = assembled(oneByOne ?? needed('program'), (name) => {
    if (name === 'about') return comment(language.mark, about);
    return name === 'truth' ? withNumbers(needed(name), config.truth, origin) : find(name);
  });
  const { n, generations, estimatorOptions, regimeOptions, decodingOptions, text } = config;
  const options = { ...estimatorOptions, ...regimeOptions, ...decodingOptions };
  const numbers = { n, generations, ...options, replicates: many?.config.replicates };
  const lists = many && {
    print_at: printedOf('at' in given ? many.config.at : undefined, generations),
    levels: USUAL_LEVELS,
  };
  const values = [
    ['seed', String(seed)] as const,
    ...Object.entries(numbers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, literal(value)] as const],
    ),
    ...Object.entries(lists ?? {}).map(
      ([name, list]) => [name, language.list(list.map(literal))] as const,
    ),
    ...(text === undefined ? [] : [['text', textIn(language, text)] as const]),
  ];
  return values.reduce(
    (text, [name, value]) => withConstant(text, language, name, value),
    words.reduce((text, word) => withWord(text, word, needed(`word ${word}`)), program),
  );
}

function textIn({ list, lines = list }: Language, text: string): string {
  const written = literalLines(text);
  return written.length > 1 ? lines(written) : list(written);
}

/** Of many runs, made at once or, where the family's file says so, one by one. */
function filesOfMany(language: Language, families: Files['families'], family: string): Files {
  const { oneRun, manyRuns } = language;
  const oneByOne = Object.fromEntries(
    Object.entries(families).filter(([, file]) => regionsOf(file).has('many program')),
  );
  return {
    shared: (family in oneByOne ? oneRun : manyRuns).shared,
    families: { ...manyRuns.families, ...oneByOne },
  };
}

/**
 * The numbers in `text` are the parameters of the family, or the options of the source, in the
 * engine's order: this puts in those of `truth`.
 */
function withNumbers(
  text: string,
  truth: RunConfig['truth'],
  options: readonly ParameterSpec[],
): string {
  let next = 0;
  return text.replace(/(?<![\w.])-?\d+(\.\d+)?(?![\w.])/g, () =>
    literal(truth[entryAt(options, next++).name] ?? NaN),
  );
}

function withWord(text: string, word: string, means: string): string {
  const escaped = word.replace(/\W/g, '\\$&');
  return text.replace(new RegExp(`${escaped}(?!\\w)`, 'g'), () => means);
}

/** Gives the named constant this value. Throws if there is none: a setting would be lost. */
function withConstant(text: string, language: Language, name: string, value: string): string {
  const constant = language.constant(name);
  if (!constant.test(text)) throw new Error(`no constant ${name} in the ${language.label} program`);
  return text.replace(
    constant,
    (_, before: string, _value, behind: string) => before + value + behind,
  );
}
