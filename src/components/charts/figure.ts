/** The space that a figure may fill, in CSS pixels, and where it draws. */
export interface View {
  readonly width: number;
  readonly height: number;
  readonly document: Document;
  /** Prefix for ids inside the drawing, so that several drawings can share a page. */
  readonly uid: string;
  /** True at build time: nothing will move, so what only serves movement is left out. */
  readonly still?: boolean;
}

/** True for pictures that save the lines that they can. */
export const isLow = ({ height }: Pick<View, 'height'>) => height <= 210;

/** From a value to its pixel. */
export interface Scale {
  (value: number): number;
  /** From a pixel back to its value. */
  invert(pixel: number): number;
}

/** Where the marks of a picture lie, in CSS pixels. */
export interface Frame {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/**
 * A finished picture. It keeps its frame and scales, so that no place is read back from the page.
 */
export interface Drawing extends Frame {
  readonly svg: SVGSVGElement;
  readonly x: Scale;
  readonly y: Scale;
}

/**
 * A result with what a picture needs to know besides and no draw depends on, such as which of two
 * curves is shown; the plain result if nothing.
 */
export type Viewed<Result, Choices> = unknown extends Choices
  ? Result
  : Result & { readonly view: Choices };

/** Something in a drawing that can be dragged: a setting in its place. */
export interface Handle {
  /** Name of the setting. */
  readonly field: string;
  /** Where it lies, in CSS pixels, and which way it goes. */
  readonly x: number;
  readonly y: number;
  readonly along: 'x' | 'y';
  /** The setting's value where the pixel is; it need not be one that the setting can have. */
  at(pixel: number): number;
}

/** A table behind a figure: full precision, one row an observation. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (number | string)[])[];
}

/**
 * One picture of a demo: pure functions of (result, frame). The same code draws at build time and
 * in the browser; nothing here keeps state.
 */
export interface Figure<Result> {
  readonly id: string;
  /** Names the picture for readers who do not see it, in files and above the table. */
  title(result: Result): string;
  /** A word or two for it, where a demo has several pictures to choose from. */
  name(result: Result): string;
  /** True where `draw` depends on the frame, so that a new frame needs a new drawing. */
  readonly redraws: boolean;
  draw(result: Result, frame: number, view: View): Drawing;
  /**
   * Works out what drawing and wording need where that takes long, and keeps it for them:
   * resumable, with a yield after each few milliseconds, so that the page can answer in between.
   * Who does without gets the same, in one go.
   */
  prepare?(result: Result): Generator<unknown, unknown>;
  /** Moves what depends on the frame within a finished drawing: cheap, 60 times a second. */
  move?(drawing: Drawing, result: Result, frame: number): void;
  /** The frame under the pixel x of a drawing: pointing at it sets the clock. */
  frameAt?(drawing: Drawing, result: Result, x: number): number;
  /** The pixel x of a frame in a drawing. */
  placeOf?(drawing: Drawing, result: Result, frame: number): number;
  /** The numbers of a frame in few words: said where the reader points. */
  reading?(result: Result, frame: number): string;
  /** What can be dragged in the picture, beside the controls of the form. */
  handles?(drawing: Drawing, result: Result, frame: number): readonly Handle[];
  /**
   * The run, or what else can be picked, under a point of a drawing, as its place in the result, or
   * null: clicking picks it out.
   */
  pickAt?(drawing: Drawing, result: Result, x: number, y: number): number | null;
  /** What can be picked, and how by the keys; runs if absent. */
  readonly picks?: string;
  /** The run to pick next, upwards (1) or downwards (-1) in the picture at this frame. */
  pickNext?(result: Result, frame: number, step: 1 | -1): number | null;
  /**
   * Rows, about, of the table that the page itself carries; a long table weighs more than its
   * picture.
   */
  readonly staticRows?: number;
  /** Id of a figure whose table is the same: the page without JavaScript prints it once. */
  readonly tableIn?: string;
  /** One sentence made from the data: what this picture shows. */
  takeaway(result: Result, frame: number): string;
  /** How to read the picture, where its legend does not say it: for the caption of the demo. */
  note?(result: Result): string;
  table(result: Result, frame: number): Table;
}
