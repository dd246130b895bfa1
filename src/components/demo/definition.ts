import type { JobInput, JobName, JobResult } from '../../lib/jobs/index.ts';
import type { EnsembleConfig } from '../../lib/ensemble/types.ts';
import type { Field, Settings } from '../../lib/settings.ts';
import type { RunConfig } from '../../lib/types.ts';

/** The space that a figure may fill, in CSS pixels, and where it draws. */
export interface View {
  readonly width: number;
  readonly document: Document;
  /** Prefix for ids inside the drawing, so that several drawings can share a page. */
  readonly uid: string;
  /** True at build time: nothing will move, so what only serves movement is left out. */
  readonly still?: boolean;
}

/** A table behind a figure: full precision, one row an observation. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (number | string)[])[];
}

/**
 * One picture of a demo: pure functions of (result, frame). The same code draws at build time and in the
 * browser; nothing here keeps state.
 */
export interface Figure<Result> {
  readonly id: string;
  /** Names the picture for readers who do not see it, in files and above the table. */
  title(result: Result): string;
  readonly height: number;
  /** Widths drawn at build time: for phones and for wide screens. One drawing serves both if they are equal. */
  readonly staticWidths: readonly [narrow: number, wide: number];
  /** True where `draw` depends on the frame, so that a new frame needs a new drawing. */
  readonly redraws: boolean;
  draw(result: Result, frame: number, view: View): SVGSVGElement;
  /**
   * Works out what drawing and wording need where that takes long, and keeps it for them: resumable, with a yield after each
   * few milliseconds, so that the page can answer in between. Who does without gets the same, in one go.
   */
  prepare?(result: Result): Generator<unknown, unknown>;
  /** Moves what depends on the frame within a finished drawing: cheap, 60 times a second. */
  move?(svg: SVGSVGElement, result: Result, frame: number): void;
  /** The frame under the pixel x of a drawing: pointing at it sets the clock. */
  frameAt?(svg: SVGSVGElement, result: Result, x: number): number;
  /** The run under a point of a drawing, as its place in the result, or null: clicking picks it out. */
  pickAt?(svg: SVGSVGElement, result: Result, x: number, y: number): number | null;
  /** The run to pick next, upwards (1) or downwards (-1) in the picture at this frame. */
  pickNext?(result: Result, frame: number, step: 1 | -1): number | null;
  /** Rows, about, of the table that the page itself carries; a long table weighs more than its picture. */
  readonly staticRows?: number;
  /** Id of a figure whose table is the same: the page without JavaScript prints it once. */
  readonly tableIn?: string;
  /** One sentence made from the data: what this picture shows. */
  takeaway(result: Result, frame: number): string;
  /** What was drawn: n, generations, seed, estimator. */
  caption(result: Result, frame: number): string;
  table(result: Result, frame: number): Table;
}

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

/** A question to the reader before the pictures are shown; the answer is a setting, so it stands in the link. */
export interface Question {
  /** Name of a choice field. */
  readonly field: string;
  readonly text: string;
  /** Its values that mean: not asked yet, and: would not say. All others are answers. */
  readonly open: string;
  readonly skipped: string;
}

/** A demo: its settings, how it runs, its pictures, its sentences. */
export interface Demo<J extends JobName = JobName> {
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
  /** Rough count of random draws: decides between the page's own thread and workers. */
  cost(settings: Settings): number;
  /** Cheaper input that gives the beginning of the same run, or the first of the same runs, for use during a drag. */
  preview(settings: Settings): JobInput<J>;
  /** True where the clock has one frame, whatever the settings: there is nothing to play. */
  readonly still?: boolean;
  /** True where a preview and then the parts that have been made are shown while the whole is under way. */
  readonly grows?: boolean;
  /** How far the work has come, in numbers: "Generation 120 of 500", "3,400 of 10,000 runs". */
  progress(settings: Settings, share: number): string;
  /** The result for other settings, where the one for `before` has all that it takes; null if it has not. */
  reuse?(result: JobResult<J>, before: Settings, after: Settings): JobResult<J> | null;
  frames(result: JobResult<J>): number;
  /** The frame that the demo opens on. */
  openAt(result: JobResult<J>): number;
  /** Where the clock stands: "Generation 12 of 500". */
  frameLabel(result: JobResult<J>, frame: number): string;
  /** The two or three numbers that matter now. */
  sentence(result: JobResult<J>, frame: number): string;
  readonly figures: readonly Figure<JobResult<J>>[];
  /** True where the pictures are to be compared, and stand side by side in equal columns where there is room. */
  readonly even?: boolean;
  /** Settings as a run or an ensemble, for the programs to take home. */
  config(settings: Settings): RunConfig | EnsembleConfig;
  readonly ask?: Question;
  /** The settings that pick out a run of the result, by its place. */
  pick?(result: JobResult<J>, index: number): Settings;
  /** Another demo whose settings decide some of this one's, where both are on a page. */
  readonly follows?: {
    readonly demo: string;
    settings(theirs: Settings): Settings;
  };
}
