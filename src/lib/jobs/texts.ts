import { checkConfig } from '../config.ts';
import { generationsOf } from '../recursion.ts';
import { statisticsOf, storedIn } from '../statistics.ts';
import type { FitFailure, RunConfig } from '../types.ts';
import { costOfPath, firstGenerations } from './cost.ts';
import { ensembles, type EnsemblesInput, type EnsemblesResult } from './ensembles.ts';
import { progressOf, type Job } from './job.ts';

/** What the job is asked for. */
export interface TextsInput {
  /** A run of a family of types. */
  readonly config: RunConfig;
  /** Names of the statistics that are kept of each generation. */
  readonly statistics: readonly string[];
  /** Tokens that each model writes as a sample of itself. */
  readonly page: number;
  /** The same run and others, without their texts. */
  readonly many?: EnsemblesInput;
  /** Generations that the reader asked for, where these are the first of them. */
  readonly asked?: number;
}

/** A run of types, with what its models hold and how they write. */
export interface TextRun {
  readonly config: RunConfig;
  /** Generations that the reader asked for: more than `config.generations` in a beginning. */
  readonly asked: number;
  /** Fits that succeeded; the last of them is generation `reached`. */
  readonly reached: number;
  readonly ended: { readonly t: number; readonly reason: FitFailure } | null;
  /**
   * The share of each type in the real distribution; of the one after it in generation 1 and so on.
   */
  readonly shares: readonly Float64Array[];
  /**
   * The beginning of the real text, or of a draw where there is none, then what each model writes,
   * by streams of its own: none of these tokens is in a training set.
   */
  readonly pages: readonly Int32Array[];
  /** What types are called, by their numbers; null where they have no names. */
  readonly names: readonly string[] | null;
  /** Each statistic by generation: entry t - 1 belongs to generation t; length `reached`. */
  readonly fitted: Readonly<Record<string, Float64Array>>;
}

export interface TextsResult {
  readonly input: TextsInput;
  readonly text: TextRun;
  /** Null until as many of the others are there as can be shown, or where none were asked for. */
  readonly many: EnsemblesResult | null;
}

type ManyPiece = ReturnType<typeof ensembles.pieces>[number];
type ManyMade =
  ReturnType<typeof ensembles.make> extends Generator<number, infer Made> ? Made : never;
type Piece = { readonly run: TextsInput } | { readonly other: ManyPiece };
type Made = { readonly text: TextRun } | { readonly other: ManyMade };

function* textOf({
  config,
  statistics: asked,
  page,
  ...input
}: TextsInput): Generator<number, TextRun> {
  const checked = checkConfig(config);
  const { family, original, real, reweigh, stream } = checked;
  const sharesOf = family.shares;
  if (!sharesOf || !real.shares) throw new Error(`a family without types: ${family.id}`);
  const statistics = statisticsOf(family, asked);
  const columns = statistics.map(() => new Float64Array(config.generations));
  const writers = stream.open(`${config.seed}, page`, config.replicate ?? 0);
  const opening = real.sequence?.slice(0, page) ?? real.sample(writers(1), page);
  // A copy: what is returned is handed over, and the source is kept.
  const shares: Float64Array[] = [new Float64Array(real.shares)];
  const pages = [new Int32Array(opening)];
  let ended: TextRun['ended'] = null;
  let reached = 0;
  for (const { t, fit } of generationsOf(checked)) {
    if (fit.ok) {
      storedIn(columns, reached, statistics, fit.model, original);
      shares.push(sharesOf(fit.model));
      // Stream 1 may have made the first page.
      pages.push(new Int32Array(family.sample(writers(t + 1), fit.model, page, reweigh)));
      reached++;
    } else ended = { t, reason: fit.reason };
    yield t / config.generations;
  }
  const fitted = Object.fromEntries(
    statistics.map(({ name }, p) => [name, (columns[p] ?? new Float64Array(0)).slice(0, reached)]),
  );
  return {
    ...{ config, asked: input.asked ?? config.generations, reached, ended, shares, pages, fitted },
    names: real.names ?? null,
  };
}

/** A run with its texts, and others to compare it with. */
export const texts: Job<TextsInput, Piece, Made, TextsResult> = {
  pieces(input) {
    const { many } = input;
    return [
      { run: input },
      ...(many ? ensembles.pieces(many).map((other): Piece => ({ other })) : []),
    ];
  },

  *make(piece) {
    if ('run' in piece) return { text: yield* textOf(piece.run) };
    return { other: yield* ensembles.make(piece.other) };
  },

  *join(input, made) {
    const found = made.find((part) => 'text' in part);
    if (!found) return null;
    const others = made.flatMap((part) => ('other' in part ? [part.other] : []));
    const many = input.many && others.length > 0 ? yield* ensembles.join(input.many, others) : null;
    return { input, text: found.text, many };
  },

  cost: ({ config, many }) => costOfPath(config) + (many ? ensembles.cost(many) : 0),

  /** Without the others: the run itself is what is looked at. */
  beginning({ config, many: _, asked = config.generations, ...rest }, values) {
    const generations = firstGenerations(config, values);
    return { ...rest, config: { ...config, generations }, asked };
  },

  progress({ config, many, asked = config.generations }, share) {
    return many ? ensembles.progress(many, share) : progressOf('generation', asked, share);
  },
};
