import { regimes } from '../../lib/regimes/index.ts';
import type { Figure } from '../charts/figure.ts';
import { captionOfEach } from '../charts/captions.ts';
import { simulated } from '../charts/ensemble.ts';
import { type Cell, type CellLink, drawGrid } from '../charts/grid.ts';
import type { LegendItem } from '../charts/legend.ts';
import { formatNumber } from '../charts/numbers.ts';
import { policyName } from '../charts/policy.ts';
import { count, percent, plural, short } from '../charts/words.ts';
import { valuesAt } from '../../lib/ensemble/pick.ts';
import { standardCdf } from '../../lib/special/standardNormal.ts';
import type { EnsembleConfig } from '../../lib/ensemble/types.ts';
import type { EnsembleSoFar, EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import { expectedSquaredWasserstein } from '../../lib/theory/wasserstein.ts';
import { inCell } from './fates.ts';
import { originalOf } from '../charts/bell.ts';
import { realCount } from '../../lib/regimes/options.ts';

/** One policy at two sample sizes, n and four times as many. */
interface Case {
  readonly small: EnsembleSoFar;
  readonly large: EnsembleSoFar;
}

/**
 * What is found under one definition: a verdict, and the number that it rests on; null if no run is
 * left to tell.
 */
interface Finding {
  readonly collapsed: boolean;
  readonly text: string;
  readonly value: number;
}

/** A definition of collapse that a single normal can be measured by. */
interface Definition {
  readonly id: string;
  readonly label: string;
  /** The label in a word or three. */
  readonly short: string;
  /** What is called collapse here, for the table. */
  readonly rule: string;
  find(of: Case, frame: number): Finding;
}

/**
 * The mean squared Wasserstein distance between model and original, E (m - mu)^2 + E (s - sigma)^2,
 * in units of sigma^2: the risk of all definitions that speak of one. Exact under replace, where in
 * the long run it is carried by runs too rare to be among those made, so that their average would
 * stop rising while the risk does not.
 */
export function riskOf({ config, bands }: EnsembleSoFar, frame: number): number {
  if (config.regime === 'replace') {
    const { n, at, estimator } = config;
    return expectedSquaredWasserstein({ n, k: at[frame]!, sigma: 1, estimator });
  }
  const { mu, sigma } = originalOf(config);
  const { mu: m, sigma: s } = bands[frame]!.statistics;
  const centre = m!.meanSquare - 2 * mu * m!.mean + mu * mu;
  const spread = s!.meanSquare - 2 * sigma * s!.mean + sigma * sigma;
  return (centre + spread) / (sigma * sigma);
}

/** The kept generation nearest to half of that of a frame. */
function halfway({ config: { at } }: EnsembleSoFar, frame: number): number {
  const half = at[frame]! / 2;
  const distance = (row: number) => Math.abs(at[row]! - half);
  return at.reduce((best, _, row) => (distance(row) < distance(best) ? row : best), 0);
}

const left = ({ bands, config }: EnsembleSoFar, frame: number) =>
  simulated(bands[frame]!, 0.5) / originalOf(config).sigma;

/**
 * The chance that each run's model gives to values at least `far` original SD from the original
 * mean.
 */
function chancesBeyond({ slices, config }: EnsembleSoFar, frame: number, far: number) {
  const t = config.at[frame]!;
  const { mu, sigma } = originalOf(config);
  const means = valuesAt(slices, t, 'mu');
  const spreads = valuesAt(slices, t, 'sigma');
  return means
    .map((m, i) => {
      const up = (mu + far * sigma - m) / spreads[i]!;
      const down = (mu - far * sigma - m) / spreads[i]!;
      return standardCdf(-up) + standardCdf(down);
    })
    .filter((chance) => chance === chance);
}

const times = (ratio: number) =>
  ratio < 0.01
    ? '<\u202f0.01\u202f×'
    : ratio < 1e4
      ? `${short(ratio)}\u202f×`
      : '>\u202f10,000\u202f×';

/** What the original gives to values beyond three of its standard deviations. */
const BEYOND_THREE = 2 * standardCdf(-3);

const RISK_OF_A_POINT = 1;

/** The definitions that Schaeffer et al. 2025 find in use, as far as one normal can tell. */
export const DEFINITIONS: readonly Definition[] = [
  {
    id: 'any',
    label: 'The risk rises',
    short: 'Risk rises',
    rule: 'risk more than a tenth above that of the first fit',
    find({ small }, frame) {
      const value = riskOf(small, frame) / riskOf(small, 0);
      return { collapsed: value > 1.1, text: times(value), value };
    },
  },
  {
    id: 'catastrophic',
    label: 'The risk rises catastrophically',
    short: 'Catastrophic',
    rule: 'risk above σ², that of a model which knows the mean and no spread',
    find({ small }, frame) {
      const value = riskOf(small, frame);
      return {
        collapsed: value > RISK_OF_A_POINT,
        text: formatNumber(value, { digits: 2 }),
        value,
      };
    },
  },
  {
    id: 'unbounded',
    label: 'The risk goes on rising',
    short: 'Goes on rising',
    rule: 'risk more than half above that at about half the time',
    find({ small }, frame) {
      const value = riskOf(small, frame) / riskOf(small, halfway(small, frame));
      return { collapsed: value > 1.5, text: times(value), value };
    },
  },
  {
    id: 'variance',
    label: 'The spread dies away',
    short: 'Spread dies',
    rule: 'typical spread less than four fifths of that at about half the time, or than a tenth of the original',
    find({ small }, frame) {
      const value = left(small, frame);
      const falls = value < 0.8 * left(small, halfway(small, frame));
      return { collapsed: falls || value < 0.1, text: inCell(value), value };
    },
  },
  {
    id: 'tails',
    label: 'The tails are gone',
    short: 'Tails gone',
    rule: 'typical model gives values beyond three original SD less than a tenth of their chance',
    find({ small }, frame) {
      const ordered = chancesBeyond(small, frame, 3).sort();
      const value = ordered[Math.floor(ordered.length / 2)]! / BEYOND_THREE;
      return { collapsed: value < 0.1, text: times(value), value };
    },
  },
  {
    id: 'invented',
    label: 'Unreal values appear',
    short: 'Unreal values',
    rule: 'models on average give values beyond five original SD a chance of more than one in a thousand',
    find({ small }, frame) {
      const chances = chancesBeyond(small, frame, 5);
      const value = chances.reduce((sum, chance) => sum + chance, 0) / chances.length;
      return { collapsed: value > 1e-3, text: inCell(value), value };
    },
  },
  {
    id: 'scaling',
    label: 'More data help less',
    short: 'Data help less',
    rule: 'four times the data divide the risk by less than two',
    find({ small, large }, frame) {
      const value = riskOf(small, frame) / riskOf(large, frame);
      return { collapsed: value < 2, text: `÷\u202f${short(value)}`, value };
    },
  },
];

const KEY: readonly LegendItem[] = [
  { mark: 'block', colour: 'var(--ink)', label: 'collapse, by this definition' },
  { mark: 'block', colour: 'none', label: 'no collapse' },
];

const wordFor = ({ small }: Case) => regimes.get(small.config.regime).short;

const casesOf = ({ ensembles }: EnsemblesResult): Case[] =>
  ensembles
    .slice(0, ensembles.length / 2)
    .map((small, i) => ({ small, large: ensembles[ensembles.length / 2 + i]! }));

const hasRuns = ({ small, large }: Case, frame: number) =>
  small.bands[frame]!.survivors > 0 && large.bands[frame]!.survivors > 0;

/** One experiment under several definitions: the same runs, and a verdict for each. */
export const definitionsGrid = (
  linkTo: (config: EnsembleConfig) => CellLink,
): Figure<EnsemblesResult> => ({
  id: 'definitions-grid',
  title: () => 'Seven definitions of collapse, six policies',
  name: () => 'Definitions',
  redraws: true,
  staticRows: 40,
  draw(result, frame, view) {
    const cases = casesOf(result);
    return drawGrid(view, {
      name: this.title(result),
      key: KEY,
      head: 'what is done with the data →',
      short: { key: KEY, head: 'policy →' },
      columns: cases.map(wordFor),
      rows: DEFINITIONS.map((definition) => ({
        name: definition.label,
        short: definition.short,
        cells: cases.map((one) => ({
          ...cellOfCase(definition, one, frame),
          link: linkTo(one.small.config),
        })),
      })),
    });
  },
  takeaway(result, frame) {
    const cases = casesOf(result).filter((one) => hasRuns(one, frame));
    const tally = cases.map((one) => {
      const yes = DEFINITIONS.filter(({ find }) => find(one, frame).collapsed).length;
      return `${wordFor(one).toLowerCase()} ${count(yes)}`;
    });
    return `“Collapse”, by how many of ${count(DEFINITIONS.length)} definitions: ${tally.join(', ')}.`;
  },
  note: () =>
    'Risk is the mean squared Wasserstein distance to the original, in units of σ², exact under replace. The table says where each line is drawn.',
  table(result, frame) {
    return {
      columns: ['definition', 'collapse if', 'policy', 'value', 'collapse'],
      rows: DEFINITIONS.flatMap(({ label, rule, find }) =>
        casesOf(result).map((one) => {
          const found = hasRuns(one, frame) ? find(one, frame) : null;
          const verdict = found ? (found.collapsed ? 'yes' : 'no') : 'no run left';
          return [label, rule, policyName(one.small), found?.value ?? '', verdict];
        }),
      ),
    };
  },
});

function cellOfCase({ find, label }: Definition, one: Case, frame: number): Omit<Cell, 'link'> {
  const found = hasRuns(one, frame)
    ? find(one, frame)
    : { collapsed: true, text: 'no run left', value: 0 };
  const verdict = found.collapsed ? 'yes' : 'no';
  return {
    fill: found.collapsed ? 'var(--ink)' : 'none',
    ink: found.collapsed ? ['var(--paper)', 'var(--paper)'] : ['var(--ink)', 'var(--ink-muted)'],
    upper: verdict,
    lower: found.text,
    label: `${label}, ${policyName(one.small)}: ${verdict}, ${found.text}`,
  };
}

/** On what all definitions agree at this generation, and on what they do not. */
export function definitionsSentence(result: EnsemblesResult, frame: number): string {
  const cases = casesOf(result);
  const { t } = cases[0]!.small.bands[frame]!;
  const agree = cases.filter((one) => {
    if (!hasRuns(one, frame)) return true;
    const verdicts = new Set(DEFINITIONS.map(({ find }) => find(one, frame).collapsed));
    return verdicts.size === 1;
  });
  const names = agree.map((one) => wordFor(one).toLowerCase());
  const where =
    names.length === 0
      ? 'The definitions agree on none of these policies.'
      : `The definitions agree on ${names.join(' and ')} only.`;
  return names.length === cases.length
    ? `Generation ${count(t)}: the definitions agree on every policy.`
    : `Generation ${count(t)}: same runs, different verdicts. ${where}`;
}

/** What was run for the definitions. */
export function definitionsCaption({ ensembles }: EnsemblesResult): string {
  const { config } = ensembles[0]!;
  const share = ensembles.find(({ config: { regime } }) => regime === 'fresh-real')!.config
    .regimeOptions!.share!;
  const before = [
    `n = ${count(config.n)}, and ${count(4 * config.n)} for the last row`,
    `${percent(share)} fresh real values, or ${plural(realCount(config.n, share), 'fixed one')} at either size`,
  ];
  const after = ['unbiased variance'];
  return captionOfEach(ensembles, 'of each policy', { before, after });
}
