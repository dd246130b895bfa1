import { checkConfig } from '../lib/config.ts';
import type { Regime, RunConfig } from '../lib/types.ts';
import { numberFromText, plainText, wholeSeed } from './seed.ts';
import {
  below,
  noRegime,
  pick,
  type FamilyPieces,
  type Pieces,
  type RegimePiece,
} from './pieces.ts';
import { inASentence, wrapped } from './words.ts';

/** Settings as every language writes them: literals, and words for the comments. */
interface ProgramSettings {
  readonly n: string;
  readonly generations: string;
  readonly seed: string;
  /** The parameters of the real distribution, as literals by name. */
  readonly truth: Pieces;
  /** Lines that say what the run is, what it prints, and what its random numbers have in common with the page's. */
  readonly about: readonly string[];
}

/**
 * A finite number as R, Python, SAS and TypeScript all read it, without loss. Large whole numbers get an
 * exponent, since Python would keep them out of floating point.
 */
export function literal(value: number): string {
  const text = Math.abs(value) < 1e9 ? String(value) : value.toExponential();
  return text.replace('e+', 'e');
}

/** What the first comment of a program says in one way of one run, in another of many. */
export interface Words {
  readonly title: string;
  /** What has this family, this estimator and this regime. */
  readonly subject: string;
  /** What it means that the random numbers are the language's own. */
  readonly law: readonly string[];
}

const oneRun: Words = {
  title: 'Fit, simulate, fit: a model that learns from its own output.',
  subject: 'This run',
  law: [
    'The random numbers are those of this language, not those of the page: this is',
    'another run of the same law, and each new seed gives another one.',
  ],
};

type Seeding = (config: RunConfig, law: readonly string[]) => [seed: number, lines: string[]];

/** How each stream of the engine is carried over: the seed to write, and what to say of it. */
const streams: Readonly<Record<string, Seeding>> = {
  keyed({ seed, replicate = 0 }, law) {
    const own = wholeSeed(seed);
    if (own !== null && replicate === 0) return [own, [...law]];
    const shown = plainText(seed);
    return [
      numberFromText(replicate === 0 ? seed : `${seed}/${replicate}`),
      [
        ...law,
        replicate === 0
          ? `Your seed was the text "${shown}".`
          : `This is run ${replicate} of the seed "${shown}", counted from 0. Its text: that seed, a slash, ${replicate}.`,
        'The number below is made from it: start at 0; for each character multiply by 65599,',
        'add its character code, keep the remainder by 2147483646; add 1 at the end.',
      ],
    ];
  },
  source({ seed }) {
    return [
      Number(seed),
      [
        'The random numbers are made as in the SAS program of R. Wicklin: by the',
        'Mersenne Twister, started afresh in generation t from seed + t. So this is the run on',
        'the page, draw for draw.',
      ],
    ];
  },
};

/** Everything that a program needs of a run whose settings have been checked. */
function programSettings(
  language: string,
  config: RunConfig,
  words: Words,
  rule: readonly string[],
): ProgramSettings {
  const { family, estimator, regime, stream, truth } = config;
  const [seed, lines] = pick(language, 'stream', streams, stream)(config, words.law);
  return {
    n: String(config.n),
    generations: String(config.generations),
    seed: String(seed),
    truth: Object.fromEntries(Object.entries(truth).map(([name, value]) => [name, literal(value)])),
    about: [
      words.title,
      '',
      ...rule,
      `${words.subject}: family ${family}, estimator ${estimator}, regime ${regime}.`,
      '',
      ...lines,
    ],
  };
}

/** What the first comment says of a plain regime. */
const plainRule = [
  'Generation 1 is fitted to real data. Every later one is fitted to data that were',
  'simulated from the model before it: a model of a model of a model.',
];

/** What it says of any other: the engine's own sentence. */
const ruleOf = ({ summary }: Regime) =>
  wrapped(`Generation 1 is fitted to real data. From then on, ${inASentence(summary)}`, 80);

/** A named constant in a language: its name, its value as a literal, and what it is. */
export type Constant = (name: string, value: string, says: string) => string;

/** What a language brings to its programs. */
export interface Language<Family extends FamilyPieces> {
  /** As in "the R program". */
  readonly name: string;
  readonly constant: Constant;
  readonly families: Readonly<Record<string, Family>>;
}

/**
 * The settings and the pieces of a language that make the program of `given`. Throws a ConfigError of one
 * line for a run that cannot be made, as `pick` does for what the language has no piece for, and
 * `there is no R program for the regime hoard yet`.
 */
export function prepare<Family extends FamilyPieces>(
  { name, constant, families }: Language<Family>,
  given: RunConfig,
  words = oneRun,
) {
  const { config, regime: described } = checkConfig(given);
  const family = pick(name, 'family', families, config.family);
  const regime = regimePiece(name, families, config);
  const steps = regime.plain ? family : family.sized;
  if (!regime.plain && !Object.hasOwn(steps.streams, config.stream)) {
    throw noRegime(name, config.regime, ` with the stream ${config.stream}`);
  }
  const rule = regime.plain ? plainRule : ruleOf(described);
  const settings = programSettings(name, config, words, rule);
  const options = described.options.map((option) =>
    constant(option.name, literal(config.regimeOptions![option.name]!), inASentence(option.label)),
  );
  return {
    ...settings,
    family,
    /** The real distribution, and what the regime can be told. */
    truth: below('\n', family.truth(settings.truth), ...options),
    stream: pick(name, 'stream', steps.streams, config.stream),
    estimator: pick(name, 'estimator', steps.estimators, config.estimator),
    regime,
  };
}

function regimePiece(
  language: string,
  families: Readonly<Record<string, FamilyPieces>>,
  { family, regime }: RunConfig,
): RegimePiece {
  const { regimes } = families[family]!;
  if (Object.hasOwn(regimes, regime)) return regimes[regime]!;
  const elsewhere = Object.values(families).some((other) => Object.hasOwn(other.regimes, regime));
  throw noRegime(language, regime, elsewhere ? ` with the family ${family}` : '');
}

/** `lines` as comments: `mark` before each, no space at a line's end. */
export function comment(mark: string, lines: readonly string[]): string {
  return lines.map((line) => `${mark} ${line}`.trimEnd()).join('\n');
}
