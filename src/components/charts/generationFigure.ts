import { entryAt } from '../../lib/entryAt.ts';
import type { EnsembleSoFar } from '../../lib/jobs/ensembles.ts';
import type { RunResult } from '../../lib/jobs/run.ts';
import type { TextRun } from '../../lib/jobs/texts.ts';
import { generationAxis, logAxis, logAxisX, logMargin, valueAxis } from './axes.ts';
import { chart } from './chart.ts';
import type { Figure, Frame, View } from './figure.ts';
import type { LegendItem } from './legend.ts';
import { count } from './words.ts';
import { movePlayhead, playheadLine, revealed } from './playhead.ts';

type Marks = readonly (SVGElement | null)[];

/** What a chart over generations shows. */
interface GenerationPlot {
  /** Accessible name; the figure's title if absent. */
  readonly name?: string;
  readonly heading?: string;
  readonly yLabel: string;
  /** Limits of the y axis. */
  readonly y: readonly [low: number, high: number];
  readonly scale: 'linear' | 'log';
  /** True where generations stand on a logarithmic axis too. */
  readonly logX?: boolean;
  readonly key: readonly LegendItem[];
  readonly gap?: number;
  readonly marginRight?: number;
  /** The marks, back to front. */
  marks(f: Frame): Marks;
  /** Marks that are faint beyond the playhead. */
  revealed?(f: Frame): readonly SVGElement[];
  /** What stands in front of the playhead: labels at the right edge. */
  front?(f: Frame): Marks;
}

/** A run or an ensemble; a run with its texts begins at generation 0, the text itself. */
type Shown = RunResult | TextRun | EnsembleSoFar;

/** What a figure over generations has of its own. */
interface GenerationFigure<Result> extends Omit<
  Figure<Result>,
  'draw' | 'redraws' | 'move' | 'frameAt' | 'placeOf' | 'reading'
> {
  /** The numbers of a frame, in few words. */
  reading(result: Result, frame: number): string;
  /** The run or the ensemble whose generations are the frames. */
  of(result: Result): Shown;
  plot(result: Result, view: View): GenerationPlot;
}

/**
 * A chart over generations that is drawn once, whatever the frame: a playhead goes over it, and
 * pointing at it sets the clock.
 */
export function generationFigure<Result>({
  of,
  plot,
  ...own
}: GenerationFigure<Result>): Figure<Result> {
  return {
    ...own,
    redraws: false,
    reading: (result, frame) =>
      `Generation ${count(generationOf(of(result), frame))}: ${own.reading(result, frame)}`,
    draw(result, frame, view) {
      const shown = plot(result, view);
      const { scale, y, logX = false, revealed: later } = shown;
      const drawing = chart(view, {
        name: this.title(result),
        ...shown,
        ...(scale === 'log' && { marginLeft: logMargin(...y) }),
        x: {
          type: logX ? 'log' : 'linear',
          domain: [firstOf(of(result)), Math.max(2, generationsOf(of(result)))],
        },
        y: { type: scale, domain: y },
        axes: (space) => [
          ...(logX ? logAxisX(space, 'Generation, logarithmic scale') : generationAxis(space)),
          ...(scale === 'log' ? logAxis(space) : valueAxis(space)),
        ],
        draw: (f) => [
          ...shown.marks(f),
          ...(later
            ? revealed(view, f, () => later(f))
            : view.still
              ? []
              : [playheadLine(view, f)]),
          ...(shown.front?.(f) ?? []),
        ],
      });
      this.move?.(drawing, result, frame);
      return drawing;
    },
    move: (drawing, result, frame) =>
      movePlayhead(drawing, drawing.x(generationOf(of(result), frame))),
    placeOf: (drawing, result, frame) => drawing.x(generationOf(of(result), frame)),
    frameAt: (drawing, result, x) => frameOf(of(result), drawing.x.invert(x)),
  };
}

const generationsOf = (shown: Shown) => ('asked' in shown ? shown.asked : shown.config.generations);

const firstOf = (shown: Shown) => ('pages' in shown ? 0 : 1);

/**
 * Frame 0 of a run is its first generation; the frames of an ensemble are the generations that it
 * keeps.
 */
const generationOf = (shown: Shown, frame: number) =>
  'asked' in shown ? frame + firstOf(shown) : entryAt(shown.config.at, frame);

/** The frame nearest to a generation, which need not be whole. */
export function frameOf(shown: Shown, t: number): number {
  if ('asked' in shown) return Math.round(t) - firstOf(shown);
  const { at } = shown.config;
  const distance = (row: number) => Math.abs(entryAt(at, row) - t);
  return at.reduce((best, _, row) => (distance(row) < distance(best) ? row : best), 0);
}
