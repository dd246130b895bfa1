import type { Regime, RunConfig } from '../lib/types.ts';
import { numberFromText, plainText, wholeSeed } from './seed.ts';
import { inASentence, wrapped } from './words.ts';

/**
 * A finite number as R, Python and SAS all read it, without loss. Large whole numbers get an
 * exponent, since Python would keep them out of floating point.
 */
export function literal(value: number): string {
  const text = Math.abs(value) < 1e9 ? String(value) : value.toExponential();
  return text.replace('e+', 'e');
}

/** What the first comment of a program says in one way of one run, in another of many. */
interface Words {
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

const manyRuns: Words = {
  title: 'Fit, simulate, fit, many times over: models that learn from their own output.',
  subject: 'Every run',
  law: [
    'The random numbers are those of this language, not those of the page: these are',
    'other runs of the same law, and each new seed gives others.',
  ],
};

/**
 * Why a few random numbers stand for all values of a normal model's generation. See
 * ../lib/shortcuts.
 */
const method = [
  'The fit uses nothing of its n values but their mean and their variance (divisor n - 1).',
  'If a normal model with mean m and standard deviation s wrote them, the two are independent',
  '(Cochran 1934), so that two random numbers stand for n values:',
  '',
  '  mean:      m + s Z / sqrt(n), with Z standard normal;',
  '  variance:  s^2 C / (n - 1), with C chi-square on n - 1 degrees of freedom.',
  '',
  'The mean is the next m. The root of the variance, corrected by the estimator, is the next s.',
];

type Seeding = (config: RunConfig, law: readonly string[]) => [seed: number, lines: string[]];

/** How each stream of the engine is carried over: the seed to write, and what to say of it. */
const seedings: Readonly<Record<string, Seeding>> = {
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

/** What the first comment says of a plain regime. */
const plainRule = [
  'Generation 1 is fitted to real data. Every later one is fitted to data that were',
  'simulated from the model before it: a model of a model of a model.',
];

/** What it says of any other: the engine's own sentence. */
const ruleOf = ({ summary }: Regime) =>
  wrapped(`Generation 1 is fitted to real data. From then on, ${inASentence(summary)}`, 80);

/**
 * Whether a program makes many runs, and whether its regime is plain: n values of the newest model,
 * and nothing else.
 */
export interface Kind {
  readonly many: boolean;
  readonly plain: boolean;
}

/** The first lines of a program: what it is, and what of. */
export function titleOf(config: RunConfig, regime: Regime, { many, plain }: Kind): string[] {
  const { title, subject } = many ? manyRuns : oneRun;
  return [
    title,
    '',
    ...(plain ? plainRule : ruleOf(regime)),
    `${subject}: family ${config.family}, estimator ${config.estimator}, regime ${config.regime}.`,
  ];
}

/**
 * The seed as a number that every language takes, and what its random numbers have in common with
 * the page's. Where many runs take the normal model's shortcut, what that is.
 */
export function seeding(
  config: RunConfig,
  { many, plain, shortcut }: Kind & { shortcut: boolean },
) {
  const { law } = many ? manyRuns : oneRun;
  const found = seedings[config.stream];
  if (!found) throw new Error(`no program is seeded by the stream ${config.stream}`);
  const [seed, lines] = found(config, law);
  // Other regimes say it where they do it.
  return { seed, lines: many && plain && shortcut ? [...lines, '', ...method] : lines };
}

/** `lines` as comments: `mark` before each, no space at a line's end. */
export function comment(mark: string, lines: readonly string[]): string {
  return lines.map((line) => (mark + line).trimEnd()).join('\n');
}
