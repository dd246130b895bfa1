import exp from '@stdlib/math-base-special-exp';
import { lognormal3, type Lognormal3 } from '../../lib/families/lognormal3.ts';
import { normal } from '../../lib/families/normal.ts';
import type { EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import type { LineFamily, Params, RunConfig } from '../../lib/types.ts';
import type { Figure, Frame, View } from '../charts/figure.ts';
import { valueAxisX } from '../charts/axes.ts';
import { chart } from '../charts/chart.ts';
import { cellOf, generationAt, only } from '../charts/ensemble.ts';
import type { LegendItem } from '../charts/legend.ts';
import { groundLine, lineMark, linePath } from '../charts/marks.ts';
import { statisticFor } from '../charts/statistic.ts';
import { count, percent, short } from '../charts/words.ts';

const POINTS = 140;

/** A distribution to draw: the run's lognormal, or the normal in which it ended. */
interface Shown {
  readonly label: string;
  readonly density: (x: number) => number;
  readonly cdf: (x: number) => number;
  readonly upper: (x: number) => number;
  readonly limit: boolean;
}

function distribution<Model>({ line }: LineFamily<Model>, model: Model) {
  return {
    density: (x: number) => exp(line.logPdf(x, model)),
    cdf: (x: number) => line.cdf(x, model),
    upper: (x: number) => line.upper(x, model),
  };
}

function shownAt(result: EnsemblesResult, frame: number): Shown | null {
  const [run] = result.runs;
  if (!run) return null;
  const t = generationAt(only(result), frame);
  const { values, ended } = run;
  const params: Params = Object.fromEntries(
    lognormal3.parameters.map(({ name }) => [name, values[name]?.[frame] ?? NaN]),
  );
  if (!Object.values(params).some(Number.isNaN)) {
    const model = lognormal3.model(params);
    return { label: `run 1`, limit: false, ...distribution(lognormal3, model) };
  }
  const limit = ended && t >= ended.t ? ended.normalLimit : undefined;
  return limit
    ? { label: 'run 1: the normal limit', limit: true, ...distribution(normal, limit) }
    : null;
}

const originalOf = ({ truth }: Pick<RunConfig, 'truth'>) => lognormal3.model(truth);

/** Limits of x: nearly all of the original, and room to its left, where a run may begin. */
function domainOf(original: Lognormal3): [number, number] {
  const low = lognormal3.line.quantile(0.0005, original);
  const high = lognormal3.line.quantile(0.995, original);
  return [low - 0.25 * (high - low), high + 0.1 * (high - low)];
}

const items = (shown: Shown | null): readonly LegendItem[] => [
  { mark: 'ghost', colour: 'var(--original)', label: 'the original' },
  ...(shown
    ? [
        {
          mark: shown.limit ? 'dashed' : 'line',
          colour: 'var(--ink)',
          label: shown.label,
        } as const,
      ]
    : []),
];

/** This generation's model over the original. */
export const edgeNow: Figure<EnsemblesResult> = {
  id: 'edge-now',
  title: () => 'This generation’s model of run 1, over the original',
  name: () => 'This generation',
  redraws: true,
  staticRows: 11,
  draw(result, frame, view) {
    const { config } = only(result);
    const truth = originalOf(config);
    const shown = shownAt(result, frame);
    const [low, high] = domainOf(truth);
    const xs = Array.from({ length: POINTS + 1 }, (_, i) => low + ((high - low) * i) / POINTS);
    const original = distribution(lognormal3, truth).density;
    const tallest = Math.max(...xs.map(original));
    const top = Math.min(
      3 * tallest,
      1.06 * Math.max(tallest, ...xs.map((x) => shown?.density(x) ?? 0)),
    );
    return chart(view, {
      name: `${this.title(result)} (generation ${count(generationAt({ config }, frame))})`,
      key: items(shown),
      marginLeft: 14,
      x: { domain: [low, high] },
      y: { domain: [0, top] },
      axes: (space) => valueAxisX(space, 'value'),
      draw: (f) => [
        groundLine(view, f),
        curve(view, f, xs, original, 'var(--original)', 1.5),
        ...(shown
          ? [curve(view, f, xs, shown.density, 'var(--ink)', 2, shown.limit ? '5 4' : undefined)]
          : []),
      ],
    });
  },
  takeaway(result, frame) {
    const { config } = only(result);
    const shown = shownAt(result, frame);
    if (!shown) return 'Run 1 has no model to show here.';
    const original = originalOf(config);
    const tail = lognormal3.line.quantile(0.95, original);
    const { min } = lognormal3.line.support(original);
    const where = statisticFor({ config }, 'mean').label.toLowerCase();
    const share = shown.upper(tail);
    return `The original makes 5\u00a0% of its values above ${short(tail)}; this model makes ${percent(share)} there, and ${percent(shown.cdf(min))} below the original ${where}, where the original has none.`;
  },
  table(result, frame) {
    const { config } = only(result);
    const shown = shownAt(result, frame);
    return {
      columns: ['share', 'percentile of the original', 'share that the model has below it'],
      rows: [0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999].map((p) => {
        const x = lognormal3.line.quantile(p, originalOf(config));
        return [p, x, cellOf(shown?.cdf(x) ?? NaN)];
      }),
    };
  },
};

function curve(
  view: View,
  f: Frame,
  xs: readonly number[],
  density: (x: number) => number,
  stroke: string,
  width: number,
  dashes?: string,
): SVGElement {
  return lineMark(
    view,
    linePath(xs.map((x) => [f.x(x), Math.max(f.top, f.y(density(x)))])),
    stroke,
    width,
    dashes ? { 'stroke-dasharray': dashes } : {},
  );
}
