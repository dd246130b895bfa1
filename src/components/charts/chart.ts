import * as Plot from '@observablehq/plot';
import type { Drawing, Frame, Scale, View } from './figure.ts';
import { legend, legendHeight, type LegendItem } from './legend.ts';
import { element, SVG } from './marks.ts';

/** A chart's axes and size. Marks draw themselves: one path for hundreds of points. */
export interface ChartOptions {
  /** Accessible name. */
  readonly name: string;
  /** Named above the chart. */
  readonly key?: readonly LegendItem[];
  /** Pixels between the legend and the chart, where the y axis has its name. */
  readonly gap?: number;
  /** Pixels above the chart; as the legend needs them if absent. */
  readonly marginTop?: number;
  readonly marginLeft?: number;
  readonly marginRight?: number;
  /** Free space between the lowest value and the x axis. */
  readonly strip?: number;
  readonly x: Plot.ScaleOptions;
  readonly y: Plot.ScaleOptions;
  /** What the y axis shows, with its unit; printed above it. */
  readonly yLabel?: string;
  /** Printed above that, for charts that are to be compared. */
  readonly heading?: string;
  readonly axes?: Plot.Markish[];
  /** The marks, back to front. */
  readonly draw: (frame: Frame) => readonly (SVGElement | null)[];
}

const MARGIN_BOTTOM = 40;
/** Height of a line above the name of the y axis. */
const HEADING = 16;

/**
 * An Observable Plot chart in the site's style: class "plot", role img, text of 12 px, no inline
 * style, so that a strict CSP has nothing to forbid (charts.css says what Plot's own <style>
 * would).
 */
export function chart(view: View, options: ChartOptions): Drawing {
  const { key, yLabel, heading, marginLeft = 44, marginRight = 14, strip = 0 } = options;
  const { height } = view;
  const gap = (options.gap ?? (yLabel ? 24 : 8)) + (heading ? HEADING : 0);
  const marginTop = options.marginTop ?? legendHeight(key ?? [], view.width) + gap;
  const bottom = height - MARGIN_BOTTOM;
  let frame: Omit<Drawing, 'svg'>;
  const svg = Plot.plot({
    document: view.document,
    className: 'plot',
    width: view.width,
    height,
    marginTop,
    marginLeft,
    marginRight,
    marginBottom: MARGIN_BOTTOM,
    x: { axis: null, ...options.x },
    y: { axis: null, range: [bottom - strip, marginTop], ...options.y },
    marks: [
      ...(options.axes ?? []),
      (_index, { x, y }, _values, _dimensions, { document }) => {
        const group = document.createElementNS(SVG, 'g');
        // Plot centres text by default; here labels start where they are put.
        group.setAttribute('text-anchor', 'start');
        frame = {
          x: x as Scale,
          y: y as Scale,
          left: marginLeft,
          right: view.width - marginRight,
          top: marginTop,
          bottom,
          width: view.width,
          height,
        };
        for (const mark of options.draw(frame)) if (mark) group.append(mark);
        if (key) group.append(legend(view, key, marginLeft));
        const above = (text: string, by: number) =>
          element(view, 'text', { x: 4, y: marginTop - by, class: 'axis-name' }, text);
        if (yLabel) group.append(above(`↑ ${yLabel}`, 10));
        if (heading) group.append(above(heading, 10 + HEADING));
        return group;
      },
    ],
  }) as SVGSVGElement;
  svg.querySelector('style')?.remove();
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', options.name);
  return { svg, ...frame! };
}
