import { entryAt, lastOf } from '../entryAt.ts';
import { bandsInSteps } from '../ensemble/bands.ts';
import { checkEnsemble } from '../ensemble/config.ts';
import { cutInto, ensembleSlice } from '../ensemble/slice.ts';
import type {
  CompleteEnsemble,
  EnsembleBand,
  EnsembleConfig,
  EnsembleSlice,
} from '../ensemble/types.ts';
import type { RunConfig } from '../types.ts';
import { costOfEnsemble, costOfPath, firstRuns, sumOf } from './cost.ts';
import { progressOf, type Job } from './job.ts';
import { pathsOf, type Path } from './paths.ts';

/** What the job is asked for. */
export interface EnsemblesInput {
  /** One or more; they need not have the same generations. */
  readonly ensembles: readonly EnsembleConfig[];
  /** Names of the statistics that are kept of each; if absent, what each ensemble says. */
  readonly keep?: readonly string[];
  /** Levels of the quantiles. */
  readonly levels: readonly number[];
  /**
   * Single runs, made literally and kept at the generations of the first ensemble; the first is the
   * most wanted.
   */
  readonly runs?: readonly RunConfig[];
}

/** An ensemble as far as it has been made. */
export interface EnsembleSoFar {
  readonly config: CompleteEnsemble;
  /** Replicates made: `config.replicates` in the end. */
  readonly made: number;
  readonly slices: readonly EnsembleSlice[];
  /** One for each generation in `config.at`. */
  readonly bands: readonly EnsembleBand[];
}

export interface EnsemblesResult {
  readonly input: EnsemblesInput;
  readonly ensembles: readonly EnsembleSoFar[];
  /** In the order of `input.runs`; null where it has not been made yet. */
  readonly runs: readonly (Path | null)[];
}

type Piece =
  | {
      readonly ensemble: number;
      readonly config: EnsembleConfig;
      readonly keep: readonly string[] | undefined;
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly firstRun: number;
      readonly runs: readonly RunConfig[];
      readonly at: readonly number[];
    };

type Made =
  | { readonly ensemble: number; readonly slice: EnsembleSlice }
  | { readonly firstRun: number; readonly paths: readonly Path[] };

/** Generations by shortcut in one piece: some 20 ms. */
const STEPS_A_PIECE = 300_000;

/**
 * Values drawn and fitted in one piece where they are drawn one by one: 10 ms of a normal, 50 of a
 * lognormal.
 */
const DRAWS_A_PIECE = 400_000;

/**
 * Settings that were checked, so that each join of one job hands on the same object: pictures keep
 * laws by it.
 */
const known = new WeakMap<EnsembleConfig, CompleteEnsemble>();

function completed(asked: EnsembleConfig): CompleteEnsemble {
  const config = known.get(asked) ?? checkEnsemble(asked).config;
  known.set(asked, config);
  return config;
}

/** Ensembles with their bands, and single runs to draw over them. */
export const ensembles: Job<EnsemblesInput, Piece, Made, EnsemblesResult> = {
  pieces({ ensembles: asked, keep, runs = [] }) {
    const checked = asked.map((config) => checkEnsemble(config).config);
    const slices = checked.map(({ how, n, at, replicates }, ensemble) => {
      const most = how === 'literal' ? DRAWS_A_PIECE / n : STEPS_A_PIECE;
      const size = Math.max(1, Math.min(2000, Math.floor(most / lastOf(at))));
      return cutInto(size, replicates).map((cut) => ({
        ensemble,
        config: entryAt(asked, ensemble),
        keep,
        ...cut,
      }));
    });
    const at = checked[0]?.at ?? [];
    const [wanted = [], ...others] = bundled(runs).map((bundle) => [{ ...bundle, at }]);
    // First what a first picture needs: the run picked out and the beginning of every ensemble.
    return [
      ...wanted,
      ...slices.flatMap(([first]) => first ?? []),
      ...others.flat(),
      ...slices.flatMap(([, ...rest]) => rest),
    ];
  },

  *make(piece) {
    if ('runs' in piece) {
      const paths = yield* pathsOf(piece.runs, piece.at);
      return { firstRun: piece.firstRun, paths };
    }
    const { ensemble, config, keep, from, to } = piece;
    const kept = keep ? { ...config, statistics: keep } : config;
    return { ensemble, slice: yield* ensembleSlice(kept, from, to) };
  },

  *join(input, made) {
    const { ensembles: asked, keep, levels, runs = [] } = input;
    const paths: (Path | null)[] = runs.map(() => null);
    const slices: EnsembleSlice[][] = asked.map(() => []);
    for (const part of made) {
      if ('slice' in part) entryAt(slices, part.ensemble).push(part.slice);
      else part.paths.forEach((path, i) => (paths[part.firstRun + i] = path));
    }
    if (slices.some((some) => some.length === 0)) return null;
    const joined: EnsembleSoFar[] = [];
    for (const [i, some] of slices.entries()) {
      some.sort((a, b) => a.from - b.from);
      joined.push({
        config: completed(entryAt(asked, i)),
        made: some.reduce((sum, { from, to }) => sum + to - from, 0),
        slices: some,
        bands: yield* bandsInSteps(some, levels, keep),
      });
    }
    return { input, ensembles: joined, runs: paths };
  },

  cost: ({ ensembles: asked, runs = [] }) =>
    sumOf(asked.map(costOfEnsemble)) + sumOf(runs.map(costOfPath)),

  beginning({ ensembles: asked, runs = [], ...rest }, values) {
    let left = values;
    return {
      ...rest,
      ensembles: firstRuns(asked, values),
      runs: runs.filter((run) => (left -= costOfPath(run)) >= 0),
    };
  },

  progress: ({ ensembles: [first] }, share) => progressOf('run', first?.replicates ?? 0, share),

  /** The same ensembles with single runs that are all there, in whatever order. */
  again(result, input) {
    if (besidesRuns(result.input) !== besidesRuns(input)) return null;
    const { runs = [] } = input;
    const made = new Map(result.runs.map((run) => [JSON.stringify(run?.config), run]));
    const found = runs.map((config) => made.get(JSON.stringify(config)) ?? null);
    return found.every(Boolean) ? { ...result, input: { ...input, runs }, runs: found } : null;
  },
};

const besidesRuns = ({ runs: _, ...input }: EnsemblesInput) => JSON.stringify(input);

/** The first run alone, then as many as are about one piece's work. */
function bundled(runs: readonly RunConfig[]) {
  const [first, ...others] = runs;
  if (!first) return [];
  const size = Math.max(1, Math.floor(DRAWS_A_PIECE / (first.n * first.generations)));
  return [
    { firstRun: 0, runs: [first] },
    ...cutInto(size, others.length).map(({ from, to }) => ({
      firstRun: 1 + from,
      runs: others.slice(from, to),
    })),
  ];
}
