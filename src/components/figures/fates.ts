import '../../lib/withRegimes.ts';
import { lastOf } from '../../lib/entryAt.ts';
import type { EnsembleConfig } from '../../lib/ensemble/types.ts';
import type { EnsembleSoFar, EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import { regimes } from '../../lib/regimes/index.ts';
import type { Figure } from '../charts/figure.ts';
import { bandOf, cellOf, generationAt, only, simulated } from '../charts/ensemble.ts';
import { type Cell, type CellLink, drawGrid } from '../charts/grid.ts';
import type { LegendItem } from '../charts/legend.ts';
import { formatNumber } from '../charts/numbers.ts';
import { exactDeviationOfMean, policyName, simulatedDeviationOfMean } from '../charts/policy.ts';
import { originally } from '../charts/statistic.ts';
import { count, plain } from '../charts/words.ts';

/** What a typical run has left of its spread decides the colour. */
const FATES = [
  {
    id: 'collapsed',
    below: 0.1,
    label: 'collapsed: less than a tenth of the spread left',
    short: 'collapsed: < 10\u00a0%',
  },
  {
    id: 'narrowed',
    below: 0.7,
    label: 'narrowed: less than seven tenths left',
    short: 'narrowed: < 70\u00a0%',
  },
  { id: 'kept', below: Infinity, label: 'kept', short: 'kept' },
] as const;

type Fate = (typeof FATES)[number]['id'];

const FILL: Readonly<Record<Fate, string>> = {
  collapsed: 'var(--spread)',
  narrowed: 'var(--spread-soft)',
  kept: 'none',
};

const keyOf = (size: 'label' | 'short'): readonly LegendItem[] =>
  FATES.map((fate) => ({ mark: 'block', colour: FILL[fate.id], label: fate[size] }));

/** Cells by row, that is policy, and by column, that is n: the ensembles come row by row. */
function grid({ ensembles }: EnsemblesResult) {
  const sizes = [...new Set(ensembles.map(({ config }) => config.n))];
  const rows = Array.from({ length: ensembles.length / sizes.length }, (_, row) =>
    ensembles.slice(row * sizes.length, (row + 1) * sizes.length),
  );
  return { sizes, rows };
}

/** Share of the original spread that the typical run has left; 0 if half of the runs have ended. */
function leftOf(ensemble: EnsembleSoFar, frame: number): number {
  const band = bandOf(ensemble, frame);
  if (band.survivors < ensemble.made / 2) return 0;
  return simulated(ensemble, band, 0.5) / originally(ensemble, 'spread');
}

export const fateOf = (left: number): Fate => FATES.find(({ below }) => left < below)?.id ?? 'kept';

/** How far the means are off, in standard deviations of the original; NaN without runs. */
const offOf = (ensemble: EnsembleSoFar, frame: number) =>
  simulatedDeviationOfMean(ensemble, bandOf(ensemble, frame)) / originally(ensemble, 'spread');

/** A policy's name in the map, and on a narrow page. */
export interface PolicyNames {
  readonly name: string;
  readonly short: string;
}

/** Names for what the options would not say; null where they do. */
type NamesOf = (config: EnsembleSoFar['config']) => PolicyNames | null;

/** The names that follow from the options: "Fresh real share, α = 0.1", "Fresh 0.1". */
function usualNames({ config }: EnsembleSoFar): PolicyNames {
  const options = Object.values(config.regimeOptions ?? {}).map(plain);
  return {
    name: policyName({ config }),
    short: [regimes.get(config.regime).short, ...options].join(' '),
  };
}

/** A share as short as a cell is narrow. */
export const inCell = (share: number) =>
  share < 0.001
    ? '<\u202f0.1\u00a0%'
    : `${formatNumber(100 * share, { digits: share < 1 ? 2 : 3 })}\u00a0%`;

function cellOfMap(
  ensemble: EnsembleSoFar,
  frame: number,
  { name }: PolicyNames,
): Omit<Cell, 'link'> {
  const left = leftOf(ensemble, frame);
  const off = offOf(ensemble, frame);
  const fate = fateOf(left);
  const solid = fate === 'collapsed';
  const upper = inCell(left);
  const lower = Number.isNaN(off) ? 'none left' : `±\u202f${Number(off.toPrecision(2))}`;
  // What is written in a cell is part of its name, as it stands there (WCAG 2.5.3): who speaks to
  // the page says what they see.
  const written = lower === '' ? upper : `and error of the mean ${upper} ${lower}`;
  return {
    fill: FILL[fate],
    ink: solid ? ['var(--paper)', 'var(--paper)'] : ['var(--ink)', 'var(--mean)'],
    upper,
    lower,
    label: `${name}, n = ${count(ensemble.config.n)}: ${fate}, spread left ${written}`,
  };
}

/**
 * Policy by sample size: what has become of the typical run and of the mean. Each cell is a link to
 * its setting.
 */
export const fates = (
  linkTo: (config: EnsembleConfig) => CellLink,
  namesOf: NamesOf,
): Figure<EnsemblesResult> => ({
  id: 'fates',
  title: () => 'What becomes of the model: policy by sample size',
  name: () => 'Map',
  redraws: true,
  staticRows: 16,
  draw(result, frame, view) {
    const { sizes, rows } = grid(result);
    return drawGrid(view, {
      name: this.title(result),
      key: keyOf('label'),
      head: 'values in each generation n →',
      short: { key: keyOf('short'), head: 'n →' },
      columns: sizes.map(count),
      rows: rows.map((ensembles) => ({
        ...namesOfRow(ensembles, namesOf),
        cells: ensembles.map((ensemble) => ({
          ...cellOfMap(ensemble, frame, namesIn(ensemble, namesOf)),
          link: linkTo(ensemble.config),
        })),
      })),
    });
  },
  takeaway(result, frame) {
    const total = result.ensembles.length;
    const found = result.ensembles.map((ensemble) => fateOf(leftOf(ensemble, frame)));
    const those = (fate: Fate) => count(found.filter((one) => one === fate).length);
    return `Of ${count(total)} combinations ${those('collapsed')} have collapsed, ${those('narrowed')} have narrowed and ${those('kept')} have kept the spread.`;
  },
  note: () =>
    'Per cent: share of the original spread that the typical run has left. ±, where there is room: standard deviation of the fitted means, in standard deviations of the original. Press a cell for its runs.',
  table({ ensembles }, frame) {
    return {
      columns: [
        'policy',
        'n',
        'runs left',
        'spread left, typical run',
        'fate',
        'SD of the means in SD of the original, simulated',
        'the same, exact',
      ],
      rows: ensembles.map((ensemble) => {
        const { t, survivors } = bandOf(ensemble, frame);
        const left = leftOf(ensemble, frame);
        return [
          namesIn(ensemble, namesOf).name,
          ensemble.config.n,
          survivors,
          left,
          fateOf(left),
          cellOf(offOf(ensemble, frame)),
          cellOf(exactDeviationOfMean(ensemble, t) / originally(ensemble, 'spread')),
        ];
      }),
    };
  },
});

const namesIn = (ensemble: EnsembleSoFar, namesOf: NamesOf) =>
  namesOf(ensemble.config) ?? usualNames(ensemble);

/** The last of a row has the most values, so that a share of them is not one value by rounding. */
const namesOfRow = (ensembles: readonly EnsembleSoFar[], namesOf: NamesOf) =>
  namesIn(lastOf(ensembles), namesOf);

/**
 * How many have collapsed at this generation, and which policies have kept the spread throughout.
 */
export function fatesSentence(result: EnsemblesResult, frame: number, namesOf: NamesOf): string {
  const { ensembles } = result;
  const t = generationAt(only(result), frame);
  const isAt = (fate: Fate) => (ensemble: EnsembleSoFar) =>
    fateOf(leftOf(ensemble, frame)) === fate;
  const safe = grid(result)
    .rows.filter((row) => row.every(isAt('kept')))
    .map((row) => namesOfRow(row, namesOf).short);
  const where =
    safe.length > 0
      ? `Spread kept at every n so far: ${safe.join('; ')}.`
      : 'So far no policy has kept the spread at every n.';
  return `Generation ${count(t)}: ${count(ensembles.filter(isAt('collapsed')).length)} of ${count(ensembles.length)} combinations have collapsed. ${where}`;
}
