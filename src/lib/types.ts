/**
 * The engine's vocabulary, and nothing else: every other file of src/lib speaks in these words.
 *
 * Generation t = 1 is the first fit, to the first data. "Replicate" is one independent run.
 * `sigma` is always a standard deviation. Logarithms are natural.
 */

/** Parameter values by name, for example `{ mu: 125, sigma: 30 }`. */
export type Params = Readonly<Record<string, number>>;

/** A column of numbers, in any container that the engine reads. */
export type Values = ArrayLike<number>;

/** Random numbers for one generation of one replicate. Draws are consumed in order. */
export interface Rng {
  /** One draw, uniform on [0, 1). */
  uniform(): number;
  /** One draw from the standard normal distribution. */
  normal(): number;
  /** Fills `out` with what `out.length` calls of `normal()` would give, faster. */
  fillNormal(out: Float64Array): void;
}

/**
 * All the streams of one replicate: `(generation) => Rng`. The same generation always gives the
 * same draws, in whatever order generations are asked for. An Rng may be reused by the next call.
 */
export type GenerationStreams = (generation: number) => Rng;

/** Streams keyed by (seed, replicate); replicate 0 is the run that the reader sees. */
type StreamFactory = (seed: string, replicate?: number) => GenerationStreams;

/** A registry entry: one way to turn a seed into random numbers. */
export interface StreamFamily {
  readonly id: string;
  readonly label: string;
  readonly summary: string;
  readonly open: StreamFactory;
  /** Null if the seed can be used, else a sentence that says what a seed must be. */
  readonly seedProblem: (seed: string) => string | null;
  /**
   * What is stored of a simulated value: the source's program rounds to 1e-5. Identity elsewhere.
   */
  readonly record: (value: number) => number;
  /** False where a seed names one run only, so that ensembles need another family. */
  readonly manyReplicates: boolean;
}

/** An interval; an infinite end is open, a finite end is closed unless `open` says otherwise. */
export interface Interval {
  readonly min: number;
  readonly max: number;
  readonly open?: 'min' | 'max' | 'both';
}

/** A number that a person can set: one description feeds sliders, links, docs and tests. */
export interface ParameterSpec {
  readonly name: string;
  /** As in formulas and on axes, for example "μ". */
  readonly symbol: string;
  readonly label: string;
  readonly unit?: string;
  /** Legal values. */
  readonly domain: Interval;
  /** Values that sliders offer and contract tests visit. */
  readonly typical: Interval;
  readonly default: number;
  readonly integer?: boolean;
  readonly scale?: 'linear' | 'log';
  /** True if captions call it by its label; all others go by their symbols. */
  readonly inWords?: boolean;
}

/**
 * What a statistic tells of a model: where it lies, how far it spreads, its form, a share of a
 * whole, or how many there are. Decides its colour in pictures.
 */
export type Role = 'mean' | 'spread' | 'shape' | 'share' | 'count';

/** A number that every model of a family has: what runs keep, and what is shown of a model. */
export interface Statistic<Model = unknown> {
  readonly name: string;
  /** As in formulas and on axes, for example "μ". */
  readonly symbol: string;
  readonly label: string;
  readonly unit?: string;
  readonly role: Role;
  readonly scale: 'linear' | 'log';
  /** True if runs keep it only where it is asked for. */
  readonly onlyAsked?: boolean;
  /** True for one of a numbered series, which menus leave out. */
  readonly inSeries?: boolean;
  /**
   * Its value for a model; NaN or Infinity where the model has none. `original` is the real
   * distribution as a model of the family, null where it is none.
   */
  of(model: Model, original: Model | null): number;
  /** Its value for a real distribution that no model of the family comes nearest to. */
  ofReal?(real: Distribution): number;
}

/** What is known of models of one real variable, X. */
export interface Line<Model = unknown> {
  /** The smallest interval that holds every value. */
  support(model: Model): Interval;
  /** Natural log of the density at x; -Infinity outside the support. */
  logPdf(x: number, model: Model): number;
  /** P(X <= x). */
  cdf(x: number, model: Model): number;
  /** P(X > x), with full precision where it is small. */
  upper(x: number, model: Model): number;
  /** The value with P(X <= value) = p, for p in [0, 1]. */
  quantile(p: number, model: Model): number;
  mean(model: Model): number;
  /** Square of the standard deviation; may be Infinity. */
  variance(model: Model): number;
}

/** What is known of a distribution of one real variable, X. */
interface KnownLine {
  /** The smallest interval that holds every value. */
  readonly support: Interval;
  /** Natural log of the density at x; absent where single values have a chance of their own. */
  logPdf?(x: number): number;
  /** P(X <= x). */
  cdf(x: number): number;
  /** P(X > x). */
  upper(x: number): number;
  /** The smallest value with P(X <= value) >= p, for p in [0, 1]. */
  quantile(p: number): number;
  readonly mean: number;
  /** Square of the standard deviation; may be Infinity. */
  readonly variance: number;
}

/** What values are: numbers on a line, numbers of types, or rows of numbers. */
export type Kind = 'line' | 'categories' | 'vectors';

/** A distribution to draw from, with what is known of it. */
export interface Distribution {
  readonly kind: Kind;
  /** Numbers in each value: 1 unless values are rows. */
  readonly width: number;
  /** `n` independent draws, `width` numbers each, one after the other. */
  sample(rng: Rng, n: number): Float64Array;
  /** Of kind `line`. */
  readonly line?: KnownLine;
  /** Of kind `categories`: the chance of each type, by its number. */
  readonly shares?: Float64Array;
  /** Where types follow each other, as the words of a text do: their numbers in this order. */
  readonly sequence?: Int32Array;
  /** What each type is called, by its number. */
  readonly names?: readonly string[];
}

/** What a run’s settings may hold for a source beside its options. */
export interface Given {
  readonly column?: readonly number[];
  readonly text?: string;
}

/** A registry entry: where real data can come from beside the family of the model. */
export interface Source {
  readonly id: string;
  readonly aliases?: readonly string[];
  readonly label: string;
  readonly summary: string;
  readonly kind: Kind;
  readonly options: readonly ParameterSpec[];
  /** What it needs beside its options. */
  readonly takes?: keyof Given;
  /** Throws a ConfigError if there is no such distribution; options are complete and legal. */
  open(options: Params, given?: Given): Distribution;
}

/**
 * A registry entry: a class of models. What a model is made of is the family's own affair: everyone
 * else hands it on, and reads its statistics.
 */
export interface Family<Model = unknown> {
  readonly id: string;
  readonly label: string;
  readonly kind: Kind;
  /** What a person sets to name one of its models. */
  readonly parameters: readonly ParameterSpec[];
  /** The model with these parameters, which are legal. */
  model(params: Params): Model;
  /** The parameters first, as far as they are statistics. */
  readonly statistics: readonly Statistic<Model>[];
  /** A statistic that is one of too many to list, by its name; null if there is none. */
  statisticNamed?(name: string): Statistic<Model> | null;
  /** Present in a family of distributions of one real variable. */
  readonly line?: Line<Model>;
  /** What a sample must have for any of its estimators to have an answer. */
  readonly needs: { readonly values: number; readonly different: boolean };
  /** Of kind `categories`: the chance of each type, by its number. */
  shares?(model: Model): Float64Array;
  /**
   * True where values follow each other, so that a sample is one text. Real data of a source are
   * then written by the model that comes nearest to it, if there is one.
   */
  readonly isSequence?: boolean;
  /** Numbers in each value; 1 if absent. */
  width?(model: Model): number;
  /**
   * The model that comes nearest to a real distribution, that is the one fitted to endless data of
   * it; null where there is none. Absent where that is not known.
   */
  nearest?(real: Distribution): Model | null;
  /**
   * `n` draws, `width` numbers each; independent ones unless it is a sequence. A family of kind
   * `categories` reweighs the types that can come next before it draws one.
   */
  sample(rng: Rng, model: Model, n: number, reweigh?: Reweigh): Float64Array;
}

/**
 * What becomes of the counts, or shares, of the types that can come next, in the order of their
 * numbers: any numbers of at least 0, of which one is above 0. Leaves `counts` as they are.
 */
export type Reweigh = (counts: Float64Array) => Float64Array;

/** A registry entry: a way in which a model of types picks the next one. */
export interface Decoding {
  readonly id: string;
  readonly aliases?: readonly string[];
  readonly label: string;
  /** One sentence: what it does to the chances of the types. */
  readonly summary: string;
  readonly options: readonly ParameterSpec[];
  /** The rule for options that are complete and legal. */
  reweigh(options: Params): Reweigh;
}

/** A family of distributions of one real variable. */
export interface LineFamily<Model = unknown> extends Family<Model> {
  readonly line: Line<Model>;
}

/** A normal distribution: its mean and its standard deviation. */
export type Normal = Readonly<{ mu: number; sigma: number }>;

/** Why a fit has no answer. `src/lib/failures.ts` says each in words. */
export type FitFailure =
  | 'too-few-values'
  | 'not-finite'
  | 'all-equal'
  | 'underflow'
  | 'overflow'
  | 'not-right-skewed'
  | 'no-interior-maximum'
  | 'no-solution'
  | 'not-positive'
  | 'negative'
  | 'not-a-type'
  | 'singular'
  | 'too-few-kept'
  | 'too-many-values';

/**
 * The outcome of a fit. An expected failure is a value, never an exception. Where the family's best
 * answer is its limit, a normal distribution, that is handed back: `mu`, and `sigma` with divisor
 * n.
 */
export type Fit<Model = unknown> =
  | { readonly ok: true; readonly model: Model }
  | { readonly ok: false; readonly reason: FitFailure; readonly normalLimit?: Normal };

/** Some values, and their share in a fit. */
export interface WeightedSample {
  readonly values: Values;
  readonly weight: number;
}

/** A registry entry: one way of fitting one family. */
export interface Estimator<Model = unknown> {
  readonly id: string;
  /** Other names by which a command line or a link may ask for it. */
  readonly aliases?: readonly string[];
  /** Id of the family that it fits. */
  readonly family: string;
  readonly label: string;
  /** One sentence: what it keeps right on average. */
  readonly summary: string;
  /** Its own settings; none if absent. */
  readonly options?: readonly ParameterSpec[];
  /** The same with these options, complete and legal; the entry itself has their defaults. */
  set?(options: Params): Estimator<Model>;
  /** Of values that are rows, `width` says how many numbers each has; 1 if absent. */
  fit(values: Values, width?: number): Fit<Model>;
  /** The fit to samples that have a weight each, whatever their sizes; weights add up to 1. */
  fitWeighted?(samples: readonly WeightedSample[], width?: number): Fit<Model>;
  /**
   * Asymptotic standard errors of a fit to n values, by parameter, where the estimator's law is
   * known.
   */
  standardErrors?(model: Model, n: number): Params;
  /**
   * What drawing a value and fitting it takes, in times of what it takes of a normal; 1 if absent.
   * Rough: decides who does it.
   */
  readonly work?: number;
  /** True where the fit may be worse than plain sample quantiles: a quick or a moment estimate. */
  readonly rough?: boolean;
}

/** What a regime is asked for: the batches of generation t. */
export interface RegimeSettings {
  /** Generation, from 1. */
  readonly t: number;
  /** Values asked for in each generation. */
  readonly n: number;
  /** The regime's own options, complete. */
  readonly options: Params;
}

/** New values of one generation, all drawn in the same way. */
export interface Batch {
  /** From the original, or from the newest fitted model, which there is for t > 1 only. */
  readonly from: 'real' | 'synthetic';
  /** Values that come to be fitted; a batch of 0 is none. */
  readonly count: number;
  /** They stay in the training set of every later generation. */
  readonly keep?: boolean;
  /**
   * Share of this batch in the fit, whatever its count; then every batch of the generation has one,
   * and they add up to 1. Without it every value counts alike.
   */
  readonly weight?: number;
  /** What is done to the values before anything is fitted to them. */
  readonly curation?: Curation;
}

/** A centre and a spread: mean and standard deviation. */
export interface Centre {
  readonly mean: number;
  readonly sd: number;
}

/** Between what and what a curation compares. */
export interface Curated {
  /** Mean and standard deviation of the newest fitted model. */
  readonly model: Centre;
  /** Those of the original distribution. */
  readonly original: Centre;
  readonly options: Params;
}

/** A rule by which a model's output is kept, changed or thrown away, value by value. */
export interface Curation {
  /**
   * What becomes of the value x: the value to be fitted, or NaN if it is thrown away. `u` is
   * uniform on [0, 1).
   */
  take(x: number, between: Curated, u: number): number;
  /** True if `take` looks at `u`; none is drawn otherwise. */
  readonly chance?: boolean;
  /** The law of what a *normal* model's values become, if that is a normal again. */
  normal?(between: Curated): Centre;
  /**
   * What a *normal* model's variance becomes, as a factor that depends on the options only; the
   * mean stays. Absent where there is no such factor.
   */
  varianceFactor?(options: Params): number;
}

/** A registry entry: a training-data policy, that is what each generation is fitted to. */
export interface Regime {
  readonly id: string;
  readonly aliases?: readonly string[];
  readonly label: string;
  /** A word for it, where there is little room. */
  readonly short: string;
  readonly summary: string;
  readonly options: readonly ParameterSpec[];
  /**
   * The new values of generation t; what earlier generations kept is in the training set besides.
   * Generation 1 has n real values and nothing else.
   */
  batches(settings: RegimeSettings): readonly Batch[];
  /**
   * Of all values at hand so many, picked at random without replacement, are fitted; all if absent.
   */
  fitted?(settings: RegimeSettings): number;
}

/** What is known of one statistic over all runs with the same settings, by generation from 1. */
export interface KnownLaw {
  mean?(t: number): number;
  variance?(t: number): number;
  /** The value below which a run is with probability p, 0 < p < 1. */
  quantile?(p: number, t: number): number;
  /** What the mean tends to as generations go on. */
  readonly meanInTheEnd?: number;
}

/** Everything that decides a run. Plain JSON; fits a link. */
export interface RunConfig {
  readonly family: string;
  /** Where real data come from; the family itself if absent. */
  readonly source?: string;
  /** The parameters of the family, or, where there is a source, its options. */
  readonly truth: Params;
  /** The numbers of a source that takes a column. */
  readonly column?: readonly number[];
  /** The text of a source that takes one. */
  readonly text?: string;
  readonly estimator: string;
  readonly estimatorOptions?: Params;
  readonly regime: string;
  readonly regimeOptions?: Params;
  /** How models of types pick the next one; as likely as the model has it if absent. */
  readonly decoding?: string;
  readonly decodingOptions?: Params;
  readonly n: number;
  readonly generations: number;
  readonly seed: string;
  readonly stream: string;
  /** Which of the seed's runs, counted from 0; 0 if absent. */
  readonly replicate?: number;
}

/** One generation: how many values it was fitted to, and the fit. */
export interface GenerationRecord {
  readonly t: number;
  readonly trainingSize: number;
  readonly fit: Fit;
}

/** A generation with the values that it was fitted to. */
export interface Generation extends GenerationRecord {
  readonly values: Float64Array;
}
