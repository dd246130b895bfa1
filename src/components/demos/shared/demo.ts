import type { JobInput, JobName, JobResult } from '../../../lib/jobs/index.ts';
import type { EnsembleConfig } from '../../../lib/ensemble/types.ts';
import type { Field, Settings } from '../../../settings/fields.ts';
import type { RunConfig } from '../../../lib/types.ts';
import type { Figure, Viewed } from '../../charts/figure.ts';

/** Settings that are worth a name. */
export interface Preset {
  readonly id: string;
  readonly label: string;
  readonly settings: Settings;
  /** Heading of the menu in which it stands; a button of its own if absent. */
  readonly group?: string;
  /** What a published work shows with these settings: said as long as they are set. */
  readonly says?: string;
}

/**
 * A question to the reader before the pictures are shown; the answer is a setting, so it stands in
 * the link.
 */
interface Question {
  /** Name of a choice field. */
  readonly field: string;
  readonly text: string;
  /** Its values that mean: not asked yet, and: would not say. All others are answers. */
  readonly open: string;
  readonly skipped: string;
}

/** A demo: its settings, how it runs, its pictures, its sentences. */
export interface Demo<J extends JobName = JobName, Choices = unknown> {
  readonly id: string;
  /** A question; the demo answers it. */
  readonly title: string;
  /** Names of fields that stay folded under "More settings". */
  readonly folded: readonly string[];
  readonly fields: readonly Field[];
  readonly presets: readonly Preset[];
  readonly job: J;
  /** Whole frames a second that the speed menu offers; the first is the default. */
  readonly speeds: readonly { readonly value: number; readonly label: string }[];
  /** Mends settings that are legal one by one but not together, saying so. */
  repair(settings: Settings): { settings: Settings; notes: readonly string[] };
  input(settings: Settings): JobInput<J>;
  /** What the pictures need of the settings besides the result; no draw may depend on it. */
  view?(settings: Settings): Choices;
  /** True where the clock has one frame, whatever the settings: there is nothing to play. */
  readonly still?: boolean;
  /**
   * True where the beginning and then the parts that have been made are shown while the whole is
   * under way.
   */
  readonly grows?: boolean;
  frames(result: Viewed<JobResult<J>, Choices>): number;
  /** The frame that the demo opens on. */
  openAt(result: Viewed<JobResult<J>, Choices>): number;
  /** Where the clock stands: "Generation 12 of 500". */
  frameLabel(result: Viewed<JobResult<J>, Choices>, frame: number): string;
  /** The two or three numbers that matter now. */
  sentence(result: Viewed<JobResult<J>, Choices>, frame: number): string;
  /** What was run: n, generations, seed, estimator. */
  caption(result: Viewed<JobResult<J>, Choices>): string;
  readonly figures: readonly Figure<Viewed<JobResult<J>, Choices>>[];
  /**
   * True where the pictures are to be compared, and stand side by side in equal columns where there
   * is room.
   */
  readonly even?: boolean;
  /** Names of the ensembles that are compared, in their order, where they have names. */
  readonly sides?: readonly string[];
  /** Settings as a run or an ensemble, for the programs to take home. */
  config(settings: Settings): RunConfig | EnsembleConfig;
  /** The option of a choice that is nearest to a value, where it can be dragged in a picture. */
  nearest?(field: string, value: number): string;
  readonly ask?: Question;
  /** The settings that pick out a run of the result, by its place. */
  pick?(result: Viewed<JobResult<J>, Choices>, index: number): Settings;
  /** Another demo whose settings decide some of this one's, where both are on a page. */
  readonly follows?: {
    readonly demo: string;
    settings(theirs: Settings): Settings;
  };
}
