import type { ChoiceField, Settings } from '../../settings/fields.ts';
import { SOURCE_GRAPHS } from '../../lib/sourceGraphs.ts';
import type { RunConfig } from '../../lib/types.ts';
import { formatNumber } from '../charts/numbers.ts';
import type { Demo } from './shared/demo.ts';
import { bandOf, LEVELS, only, simulated } from '../charts/ensemble.ts';
import { fanFigure } from '../figures/fan.ts';
import type { Guessed } from '../charts/guess.ts';
import { runsNow, standing } from '../figures/runsNow.ts';
import { originally } from '../charts/statistic.ts';
import { chanceBelow } from '../charts/verdict.ts';
import { count, percent, short } from '../charts/words.ts';
import { ensembleConfig, ensembleFields } from './shared/ensembleSettings.ts';
import { manyRuns } from './shared/manyRuns.ts';
import { runConfig } from './shared/runSettings.ts';
import { published } from './shared/published.ts';

/** Single runs that a reader can pick, besides the source's two. */
const RUNS = 20;

/** Values that all single runs together may cost: with more, fewer of them are drawn. */
const MOST_DRAWS = 40_000_000;
const pick: ChoiceField = {
  kind: 'choice',
  name: 'pick',
  label: 'Run picked out',
  options: [
    { value: 'first-graph', label: 'Wicklin’s first graph' },
    { value: 'second-graph', label: 'Wicklin’s second graph' },
    ...Array.from({ length: RUNS }, (_, i) => ({
      value: `run-${i + 1}`,
      label: `Run ${i + 1} of this seed`,
    })),
  ],
  default: 'first-graph',
};

/**
 * Answers to the question before the picture: s in the last generation as a multiple of the
 * original.
 */
const GUESSES = { same: 1, 'two-thirds': 2 / 3, third: 0.3, fifteenth: 1 / 15, hundredth: 0.01 };

const guess: ChoiceField = {
  kind: 'choice',
  name: 'guess',
  view: true,
  label: 'Your guess',
  options: [
    { value: 'ask', label: 'Ask me' },
    { value: 'none', label: 'None' },
    { value: 'same', label: 'About 30: the errors cancel out' },
    { value: 'two-thirds', label: 'About 20' },
    { value: 'third', label: 'About 9' },
    { value: 'fifteenth', label: 'About 2' },
    { value: 'hundredth', label: 'About 0.3: next to nothing is left' },
  ],
  default: 'ask',
};

/** The run that a value of `pick` names, under the settings. */
export function pickedRun(settings: Settings): RunConfig {
  const config = runConfig({ ...settings, stream: 'keyed' });
  const name = String(settings.pick);
  const graph = SOURCE_GRAPHS.find(({ id }) => id === name);
  if (graph) return { ...config, seed: graph.seed, stream: 'source' };
  return { ...config, replicate: Number(name.slice('run-'.length)) - 1 };
}

const nameOf = ({ stream, seed, replicate = 0 }: RunConfig) =>
  (stream !== 'keyed' && SOURCE_GRAPHS.find((graph) => graph.seed === seed)?.id) ||
  `run-${replicate + 1}`;

/** The picked run first, then as many others as can be afforded. */
function runsOf(settings: Settings): RunConfig[] {
  const cost = Number(settings.n) * Number(settings.generations);
  const affordable = Math.floor(MOST_DRAWS / cost);
  const others = pick.options
    .filter(({ value }) => value !== settings.pick)
    .slice(0, Math.max(0, affordable - 1))
    .map(({ value }) => pickedRun({ ...settings, pick: value }));
  return [pickedRun(settings), ...others];
}

/** What the question is about; with other settings the guess was about something else. */
const ASKED: Settings = { n: 200, generations: 500, estimator: 'unbiased-variance' };

function guessed(settings: Settings): number | null {
  if (!Object.entries(ASKED).every(([name, value]) => settings[name] === value)) return null;
  return GUESSES[settings.guess as keyof typeof GUESSES] ?? null;
}

/** Where all runs are: the site's centre. */
export const fan: Demo<'ensembles', Guessed['view']> = {
  ...manyRuns,
  id: 'fan',
  title: 'Where do all the runs end?',
  fields: [
    ...ensembleFields({ n: 200, generations: 500, replicates: 10_000, seed: '12345' }),
    pick,
    guess,
  ],
  folded: ['replicates', 'mu', 'sigma', 'guess'],
  presets: published,
  ask: {
    field: 'guess',
    text: 'Before you look: the original has a standard deviation of 30, and each generation is fitted to 200 values. After 500 generations, where does the typical run end?',
    open: 'ask',
    skipped: 'none',
  },
  input: (settings) => ({
    ensembles: [ensembleConfig(settings)],
    keep: ['sigma'],
    levels: LEVELS,
    runs: runsOf(settings),
  }),
  view: (settings) => ({ guess: guessed(settings) }),
  /** The answer that is nearest to where the pin is dragged, as a ratio. */
  nearest(_field, times) {
    const away = (name: string) => {
      const ratio = GUESSES[name as keyof typeof GUESSES] / times;
      return Math.max(ratio, 1 / ratio);
    };
    return Object.keys(GUESSES).reduce((best, name) => (away(name) < away(best) ? name : best));
  },
  sentence(result, frame) {
    const ensemble = only(result);
    const band = bandOf(ensemble, frame);
    if (band.survivors === 0) return `No run has reached generation ${count(band.t)}.`;
    const [low, , median, , high] = LEVELS.map((level) => short(simulated(ensemble, band, level)));
    return [
      `In generation ${count(band.t)} half of the runs have a standard deviation below ${median}, and nine in ten lie between ${low} and ${high}.`,
      standing(result, frame),
      verdictOnGuess(result, frame),
    ]
      .filter(Boolean)
      .join(' ');
  },
  figures: [fanFigure, runsNow],
  pick(result, index) {
    const run = result.runs[index];
    if (!run) throw new RangeError(`no run at ${index}`);
    return { pick: nameOf(run.config) };
  },
};

/** What became of the reader's guess, once the last generation is shown. */
function verdictOnGuess(result: Guessed, frame: number): string {
  const { guess: expected } = result.view;
  const ensemble = only(result);
  if (expected === null || frame < ensemble.config.at.length - 1) return '';
  const s = expected * originally(ensemble, 'spread');
  const below = chanceBelow(ensemble, frame, s);
  const said = `You guessed ${formatNumber(s, { digits: 1 })}`;
  if (below > 0.25 && below < 0.75) return `${said}: right in the middle half.`;
  return below >= 0.75
    ? `${said}: ${percent(below)} of all runs end below that.`
    : `${said}: ${percent(1 - below)} of all runs end above that.`;
}
