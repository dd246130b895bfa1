import '../../lib/withRegimes.ts';
import type { EnsembleConfig } from '../../lib/ensemble/types.ts';
import type { EnsembleSoFar, EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import { regimes } from '../../lib/regimes/index.ts';
import type { Figure } from '../charts/figure.ts';
import { cellOf, simulated } from '../charts/ensemble.ts';
import { type Cell, type CellLink, drawGrid } from '../charts/grid.ts';
import type { LegendItem } from '../charts/legend.ts';
import { formatNumber } from '../charts/numbers.ts';
import { exactDeviationOfMean, policyName, simulatedDeviationOfMean } from '../charts/policy.ts';
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
function leftOf({ bands, config, made }: EnsembleSoFar, frame: number): number {
  const band = bands[frame]!;
  if (band.survivors < made / 2) return 0;
  return simulated(band, 0.5) / config.truth.sigma!;
}

export const fateOf = (left: number): Fate => FATES.find(({ below }) => left < below)!.id;

/** How far the means are off, in standard deviations of the original; NaN without runs. */
const offOf = (ensemble: EnsembleSoFar, frame: number) =>
  simulatedDeviationOfMean(ensemble, ensemble.bands[frame]!) / ensemble.config.truth.sigma!;

/**
 * The policy's name in the map: where the share is one value of n, that is said instead of a
 * number.
 */
function nameOf(ensemble: EnsembleSoFar): string {
  const { regime, regimeOptions, n } = ensemble.config;
  const one = regime === 'fresh-real' && Math.round(regimeOptions!.share! * n) <= 1;
  return one ? 'Fresh real data, one value' : policyName(ensemble);
}

/** The same on a narrow page: "Fresh 0.1". */
function shortNameOf(ensemble: EnsembleSoFar): string {
  const { regime, regimeOptions = {} } = ensemble.config;
  const name = nameOf(ensemble);
  const { label, short: word } = regimes.get(regime);
  const options = Object.values(regimeOptions).map(plain);
  return name.startsWith(label) ? [word, ...options].join(' ') : `${word}, one value`;
}

/** A share as short as a cell is narrow. */
export const inCell = (share: number) =>
  share < 0.001
    ? '<\u202f0.1\u00a0%'
    : `${formatNumber(100 * share, { digits: share < 1 ? 2 : 3 })}\u00a0%`;

function cellOfMap(ensemble: EnsembleSoFar, frame: number): Omit<Cell, 'link'> {
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
    label: `${nameOf(ensemble)}, n = ${count(ensemble.config.n)}: ${fate}, spread left ${written}`,
  };
}

/**
 * Policy by sample size: what has become of the typical run and of the mean. Each cell is a link to
 * its setting.
 */
export const fates = (linkTo: (config: EnsembleConfig) => CellLink): Figure<EnsemblesResult> => ({
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
        // The last one has the most values, so that a share of them is not one value by rounding.
        name: nameOf(ensembles.at(-1)!),
        short: shortNameOf(ensembles.at(-1)!),
        cells: ensembles.map((ensemble) => ({
          ...cellOfMap(ensemble, frame),
          link: linkTo(ensemble.config),
        })),
      })),
    });
  },
  takeaway(result, frame) {
    const total = result.ensembles.length;
    const [collapsed, narrowed, kept] = FATES.map(
      ({ id }) =>
        result.ensembles.filter((ensemble) => fateOf(leftOf(ensemble, frame)) === id).length,
    );
    return `Of ${count(total)} combinations ${count(collapsed!)} have collapsed, ${count(narrowed!)} have narrowed and ${count(kept!)} have kept the spread.`;
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
        const { t, survivors } = ensemble.bands[frame]!;
        const left = leftOf(ensemble, frame);
        return [
          nameOf(ensemble),
          ensemble.config.n,
          survivors,
          left,
          fateOf(left),
          cellOf(offOf(ensemble, frame)),
          cellOf(exactDeviationOfMean(ensemble, t) / ensemble.config.truth.sigma!),
        ];
      }),
    };
  },
});

/**
 * How many have collapsed at this generation, and which policies have kept the spread throughout.
 */
export function fatesSentence(result: EnsemblesResult, frame: number): string {
  const { ensembles } = result;
  const { t } = ensembles[0]!.bands[frame]!;
  const isAt = (fate: Fate) => (ensemble: EnsembleSoFar) =>
    fateOf(leftOf(ensemble, frame)) === fate;
  const safe = grid(result)
    .rows.filter((row) => row.every(isAt('kept')))
    .map((row) => nameOf(row.at(-1)!));
  const where =
    safe.length > 0
      ? `Spread kept at every n so far: ${safe.join('; ')}.`
      : 'So far no policy has kept the spread at every n.';
  return `Generation ${count(t)}: ${count(ensembles.filter(isAt('collapsed')).length)} of ${count(ensembles.length)} combinations have collapsed. ${where}`;
}
