import type { JobInput, JobName, JobResult } from '../../lib/jobs/index.ts';
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
  /** Widths drawn at build time: for phones and for wide screens. */
  readonly staticWidths: readonly [narrow: number, wide: number];
  /** True where `draw` depends on the frame, so that a new frame needs a new drawing. */
  readonly redraws: boolean;
  draw(result: Result, frame: number, view: View): SVGSVGElement;
  /** Moves what depends on the frame within a finished drawing: cheap, 60 times a second. */
  move?(svg: SVGSVGElement, result: Result, frame: number): void;
  /** The frame under the pixel x of a drawing: pointing at it sets the clock. */
  frameAt?(svg: SVGSVGElement, result: Result, x: number): number;
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
  /** Rough count of random draws: decides between the page's own thread and a worker. */
  cost(settings: Settings): number;
  /** Cheaper input that gives the beginning of the same run, for use during a drag. */
  preview(settings: Settings): JobInput<J>;
  frames(result: JobResult<J>): number;
  /** The frame that the demo opens on. */
  openAt(result: JobResult<J>): number;
  /** Where the clock stands: "Generation 12 of 500". */
  frameLabel(result: JobResult<J>, frame: number): string;
  /** The two or three numbers that matter now. */
  sentence(result: JobResult<J>, frame: number): string;
  readonly figures: readonly Figure<JobResult<J>>[];
  /** Settings as a run, for the programs to take home; null if there is none. */
  config(settings: Settings): RunConfig | null;
}
