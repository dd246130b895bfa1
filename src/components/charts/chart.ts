import * as Plot from '@observablehq/plot';
import { isLow, type Drawing, type Frame, type Scale, type View } from './figure.ts';
import { fitting, legend, legendHeight, legendWidth, type LegendItem } from './legend.ts';
import { element, SVG } from './marks.ts';
import { textWidth } from './textWidth.ts';

type Limits = readonly [low: number, high: number];

/** Where the axes of a chart stand, in pixels, and what they go from and to. */
export interface Space extends Pick<Frame, 'left' | 'right' | 'top' | 'bottom' | 'width'> {
  readonly x: Limits;
  readonly y: Limits;
  /** True in a picture that is too low for a line of its own for the name of the x axis. */
  readonly low: boolean;
}

interface Axis {
  readonly type?: 'linear' | 'log';
  readonly domain: Limits;
}

/** A chart's axes and size. Marks draw themselves: one path for hundreds of points. */
export interface ChartOptions {
  /** Accessible name. */
  readonly name: string;
  /** Named above the chart. */
  readonly key?: readonly LegendItem[];
  /** The items that there is room for, where that are more at times. */
  readonly room?: readonly LegendItem[];
  /** Pixels between the legend and the chart, where the y axis has its name. */
  readonly gap?: number;
  /** Pixels above the chart; as legend and names need them if absent. */
  readonly marginTop?: number;
  readonly marginLeft?: number;
  readonly marginRight?: number;
  /** Free space between the lowest value and the x axis. */
  readonly strip?: number;
  readonly x: Axis;
  readonly y: Axis;
  /** What the y axis shows, with its unit; printed above it. */
  readonly yLabel?: string;
  /** Printed above that, for charts that are to be compared. */
  readonly heading?: string;
  axes?(space: Space): Plot.Markish[];
  /** The marks, back to front. */
  readonly draw: (frame: Frame) => readonly (SVGElement | null)[];
}

/** Pixels below a chart: labels of the ticks, and below them the name of the axis. */
const MARGIN_BOTTOM = { high: 40, low: 24 };
/** Height of a line above the name of the y axis. */
const HEADING = 16;
/** Pixels from the name of the y axis down to the chart, and left of it. */
const NAME = { above: 10, left: 4 };

/**
 * An Observable Plot chart in the site's style: class "plot", role img, text of 12 px, no inline
 * style, so that a strict CSP has nothing to forbid (charts.css says what Plot's own <style>
 * would).
 */
export function chart(view: View, options: ChartOptions): Drawing {
  const { yLabel, marginLeft = 44, marginRight = 14, strip = 0 } = options;
  const { width, height } = view;
  const low = isLow(view);
  const key = fitting(options.key ?? [], view);
  const marginBottom = low ? MARGIN_BOTTOM.low : MARGIN_BOTTOM.high;
  const head = options.marginTop === undefined ? headOf(view, options, low) : null;
  const top = options.marginTop ?? head?.height ?? 0;
  const bottom = height - marginBottom;
  const right = width - marginRight;
  let frame: Omit<Drawing, 'svg'> | undefined;
  const svg = Plot.plot({
    document: view.document,
    className: 'plot',
    width,
    height,
    marginTop: top,
    marginLeft,
    marginRight,
    marginBottom,
    x: { axis: null, ...plain(options.x) },
    y: { axis: null, range: [bottom - strip, top], ...plain(options.y) },
    marks: [
      ...(options.axes?.({
        left: marginLeft,
        right,
        top,
        bottom,
        width,
        x: options.x.domain,
        y: options.y.domain,
        low,
      }) ?? []),
      (_index, { x, y }, _values, _dimensions, { document }) => {
        const group = document.createElementNS(SVG, 'g');
        // Plot centres text by default; here labels start where they are put.
        group.setAttribute('text-anchor', 'start');
        frame = {
          x: x as Scale,
          y: y as Scale,
          left: marginLeft,
          right,
          top,
          bottom,
          width,
          height,
        };
        for (const mark of options.draw(frame)) if (mark) group.append(mark);
        if (key.length > 0) group.append(legend(view, key, head?.legendLeft));
        const above = (text: string, by: number) =>
          element(view, 'text', { x: NAME.left, y: top - by, class: 'axis-name' }, text);
        if (yLabel) group.append(above(`↑ ${yLabel}`, NAME.above));
        if (options.heading) group.append(above(options.heading, NAME.above + HEADING));
        return group;
      },
    ],
  }) as SVGSVGElement;
  svg.querySelector('style')?.remove();
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', options.name);
  if (!frame) throw new Error(`Plot has not drawn: ${options.name}`);
  return { svg, ...frame };
}

/** Plot takes no list that must not be changed. */
const plain = ({ type, domain }: Axis): Plot.ScaleOptions => ({
  ...(type && { type }),
  domain: [...domain],
});

/**
 * What stands above a chart: the legend, below it the name of the y axis. In a low picture that is
 * wide enough both share a line.
 */
function headOf(view: View, options: ChartOptions, low: boolean) {
  const { width } = view;
  const { key = [], yLabel, heading } = options;
  const room = fitting(options.room ?? key, view);
  const gap = options.gap ?? (yLabel ? 24 : 8);
  const name = yLabel && !heading ? NAME.left + textWidth(`↑ ${yLabel}`) : Infinity;
  const legendLeft = Math.floor(width - legendWidth(room)) - NAME.left;
  if (low && name + 2 * NAME.above < legendLeft) return { height: 26, legendLeft };
  const names = (low ? Math.min(gap, 18) : gap) + (heading ? HEADING : 0);
  return { height: legendHeight(room, width) + names };
}
