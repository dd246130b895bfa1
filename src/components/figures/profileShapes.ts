import '../../lib/withLognormals.ts';
import { drain } from '../../lib/drain.ts';
import { lognormal3 } from '../../lib/families/lognormal3.ts';
import type { RunResult } from '../../lib/jobs/run.ts';
import { valuesOf } from '../../lib/recursion.ts';
import type { Figure } from '../charts/figure.ts';
import { valueAxis, valueAxisX } from '../charts/axes.ts';
import { chart } from '../charts/chart.ts';
import { element, linePath } from '../charts/marks.ts';
import { originally, statisticFor } from '../charts/statistic.ts';
import { plain } from '../charts/words.ts';
import { inText, type ProfileResult } from './profile.ts';
import { profileOf } from '../../lib/theory/profileLikelihood.ts';

const FLOOR = -6;
const CEILING = 1.5;
/** The chart shows so many standard deviations to the left of where the original begins. */
const REACH = 6;

/** The log-scales compared: half, the reader's own, twice. */
const COMPARED = [
  { factor: 0.5, mark: 'dashed', dashes: '5 4' },
  { factor: 1, mark: 'line', dashes: '' },
  { factor: 2, mark: 'dotted', dashes: '1.5 2' },
] as const;

interface Shape {
  readonly how: (typeof COMPARED)[number];
  /** The log-scale. */
  readonly scale: number;
  readonly points: readonly (readonly [number, number])[];
}

/** The same draws under another log-scale. */
function* shapeOf(result: RunResult, how: Shape['how']): Generator<undefined, Shape> {
  const { config } = result;
  const begins = originally(result, 'mean');
  const scale = originally(result, 'spread') * how.factor;
  const truth = { ...config.truth, [statisticFor(result, 'spread').name]: scale };
  const sd = Math.sqrt(lognormal3.line.variance(lognormal3.model(truth)));
  const profile = yield* profileOf(valuesOf({ ...config, truth }, 1, null));
  const points = profile.points.map(
    ([theta, l]) => [(theta - begins) / sd, l - profile.highest] as const,
  );
  return { how, scale, points };
}

const known = new WeakMap<RunResult['config'], readonly Shape[]>();

function* findShapes(result: RunResult): Generator<undefined, readonly Shape[]> {
  const before = known.get(result.config);
  if (before) return before;
  const shapes: Shape[] = [];
  for (const how of COMPARED) shapes.push(yield* shapeOf(result, how));
  known.set(result.config, shapes);
  return shapes;
}

/** The same curve for a smaller and a larger log-scale: the smaller, the flatter. */
export const profileShapes: Figure<ProfileResult> = {
  id: 'profile-shapes',
  title: () => 'The same curve for a smaller and a larger σ',
  name: () => 'Other shapes',
  redraws: false,
  staticRows: 11,
  prepare: findShapes,
  draw(result, _frame, view) {
    const shapes = drain(findShapes(result));
    const key = shapes.map(({ how, scale }) => ({
      mark: how.mark,
      colour: 'var(--ink)',
      label: `σ = ${plain(scale)}`,
    }));
    return chart(view, {
      name: this.title(result),
      key,
      yLabel: 'log-likelihood, less its maximum',
      x: { domain: [-REACH, 1] },
      y: { domain: [FLOOR, CEILING] },
      axes: (space) => [
        ...valueAxisX(space, `${inText(result)} less the original’s, in SD`),
        ...valueAxis(space),
      ],
      draw: (f) => [
        element(view, 'path', {
          d: `M${f.x(0)},${f.top}V${f.bottom}`,
          stroke: 'var(--original)',
          'stroke-width': 1.5,
        }),
        ...shapes.map(({ how, points }) =>
          element(view, 'path', {
            d: linePath(
              points
                .filter(([x, l]) => x >= -REACH && x <= 1 && l >= FLOOR && l <= CEILING)
                .map(([x, l]) => [f.x(x), f.y(l)]),
            ),
            fill: 'none',
            stroke: 'var(--ink)',
            'stroke-width': how.factor === 1 ? 2 : 1.3,
            ...(how.dashes && { 'stroke-dasharray': how.dashes }),
          }),
        ),
      ],
    });
  },
  takeaway: () =>
    'The smaller σ, the flatter the curve: a lognormal that is nearly normal says next to nothing about where it begins.',
  note: () => 'Half, once and twice the log-scale, on the same random numbers.',
  table(result) {
    const shapes = drain(findShapes(result));
    return {
      columns: [
        'log-scale',
        `${inText(result)}, in standard deviations`,
        'log-likelihood, less its maximum',
      ],
      rows: shapes.flatMap(({ scale, points }) =>
        points.filter((_, i) => i % 4 === 0).map(([x, l]) => [scale, x, l]),
      ),
    };
  },
};
