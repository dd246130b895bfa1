import type { Case, Definition } from '../../lib/definitions/definition.ts';
import { definitions } from '../../lib/definitions/index.ts';
import { entryAt } from '../../lib/entryAt.ts';
import { regimes } from '../../lib/regimes/index.ts';
import type { Figure } from '../charts/figure.ts';
import { captionOfEach } from '../charts/captions.ts';
import { bandOf, generationAt, only } from '../charts/ensemble.ts';
import { type Cell, type CellLink, drawGrid } from '../charts/grid.ts';
import type { LegendItem } from '../charts/legend.ts';
import { formatNumber } from '../charts/numbers.ts';
import { policyName } from '../charts/policy.ts';
import { capitalised, count, inWords, percent, plural, short } from '../charts/words.ts';
import type { EnsembleConfig } from '../../lib/ensemble/types.ts';
import type { EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import { inCell } from './fates.ts';
import { optionOf, realCount, share } from '../../lib/regimes/options.ts';

const times = (ratio: number) =>
  ratio < 0.01
    ? '<\u202f0.01\u202f×'
    : ratio < 1e4
      ? `${short(ratio)}\u202f×`
      : '>\u202f10,000\u202f×';

/** The number of a finding, as a cell has it. */
export const TEXTS: Readonly<Record<Definition['reads'], (value: number) => string>> = {
  times,
  divided: (value) => `÷\u202f${short(value)}`,
  share: inCell,
  risk: (value) => formatNumber(value, { digits: 2 }),
};

const KEY: readonly LegendItem[] = [
  { mark: 'block', colour: 'var(--ink)', label: 'collapse, by this definition' },
  { mark: 'block', colour: 'none', label: 'no collapse' },
];

const wordFor = ({ small }: Case) => regimes.get(small.config.regime).short;

/** The ensembles are the policies at one size, then the same at another. */
function casesOf({ ensembles }: EnsemblesResult): Case[] {
  const half = ensembles.length / 2;
  const large = ensembles.slice(half);
  return ensembles.slice(0, half).map((small, i) => ({ small, large: entryAt(large, i) }));
}

const hasRuns = ({ small, large }: Case, frame: number) =>
  bandOf(small, frame).survivors > 0 && bandOf(large, frame).survivors > 0;

/** One experiment under several definitions: the same runs, and a verdict for each. */
export const definitionsGrid = (
  linkTo: (config: EnsembleConfig) => CellLink,
): Figure<EnsemblesResult> => ({
  id: 'definitions-grid',
  title: (result) =>
    `${capitalised(inWords(definitions.all.length))} definitions of collapse, ${inWords(casesOf(result).length)} policies`,
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
      rows: definitions.all.map((definition) => ({
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
      const yes = definitions.all.filter(({ find }) => find(one, frame).collapsed).length;
      return `${wordFor(one).toLowerCase()} ${count(yes)}`;
    });
    return `“Collapse”, by how many of ${count(definitions.all.length)} definitions: ${tally.join(', ')}.`;
  },
  note: () =>
    'Risk is the mean squared Wasserstein distance to the original, in units of σ², exact under replace. The table says where each line is drawn.',
  table(result, frame) {
    return {
      columns: ['definition', 'collapse if', 'policy', 'value', 'collapse'],
      rows: definitions.all.flatMap(({ label, rule, find }) =>
        casesOf(result).map((one) => {
          const found = hasRuns(one, frame) ? find(one, frame) : null;
          const verdict = found ? (found.collapsed ? 'yes' : 'no') : 'no run left';
          return [label, rule, policyName(one.small), found?.value ?? '', verdict];
        }),
      ),
    };
  },
});

function cellOfCase(
  { find, label, reads }: Definition,
  one: Case,
  frame: number,
): Omit<Cell, 'link'> {
  const found = hasRuns(one, frame) ? find(one, frame) : null;
  const text = found ? TEXTS[reads](found.value) : 'no run left';
  const collapsed = found?.collapsed ?? true;
  const verdict = collapsed ? 'yes' : 'no';
  return {
    fill: collapsed ? 'var(--ink)' : 'none',
    ink: collapsed ? ['var(--paper)', 'var(--paper)'] : ['var(--ink)', 'var(--ink-muted)'],
    upper: verdict,
    lower: text,
    label: `${label}, ${policyName(one.small)}: ${verdict}, ${text}`,
  };
}

/** On what all definitions agree at this generation, and on what they do not. */
export function definitionsSentence(result: EnsemblesResult, frame: number): string {
  const cases = casesOf(result);
  const t = generationAt(only(result), frame);
  const agree = cases.filter((one) => {
    if (!hasRuns(one, frame)) return true;
    const verdicts = new Set(definitions.all.map(({ find }) => find(one, frame).collapsed));
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
  const { config } = only({ ensembles });
  const mixing = ensembles.find(({ config: { regimeOptions } }) => regimeOptions?.[share.name]);
  const real = optionOf(mixing?.config.regimeOptions, share);
  const before = [
    `n = ${count(config.n)}, and ${count(4 * config.n)} for the last row`,
    `${percent(real)} fresh real values, or ${plural(realCount(config.n, real), 'fixed one')} at either size`,
  ];
  const after = ['unbiased variance'];
  return captionOfEach(ensembles, 'of each policy', { before, after });
}
