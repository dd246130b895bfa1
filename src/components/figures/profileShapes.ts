import '../../lib/withLognormals.ts';
import { drain } from '../../lib/drain.ts';
import { lognormal3 } from '../../lib/families/lognormal3.ts';
import type { RunResult } from '../../lib/jobs/run.ts';
import { valuesOf } from '../../lib/recursion.ts';
import type { Figure } from '../charts/figure.ts';
import { valueAxis, valueAxisX } from '../charts/axes.ts';
import { chart } from '../charts/chart.ts';
import { element, linePath } from '../charts/marks.ts';
import { plain } from '../charts/words.ts';
import { type ProfileResult } from './profile.ts';
import { profileOf } from '../../lib/theory/profileLikelihood.ts';

const FLOOR = -6;
const CEILING = 1.5;
/** The chart shows so many standard deviations to the left of the original threshold. */
const REACH = 6;

/** The log-scales compared: half, the reader's own, twice. */
const FACTORS = [0.5, 1, 2] as const;

const MARKS = ['dashed', 'line', 'dotted'] as const;

interface Shape {
  readonly sdlog: number;
  readonly points: readonly (readonly [number, number])[];
  readonly hasMaximum: boolean;
}

/** The same draws under another log-scale. */
function* shapeOf({ config }: RunResult, factor: number): Generator<undefined, Shape> {
  const { threshold, meanlog, sdlog } = lognormal3.model(config.truth);
  const truth = { threshold, meanlog, sdlog: sdlog * factor };
  const sd = Math.sqrt(lognormal3.line.variance(truth));
  const profile = yield* profileOf(valuesOf({ ...config, truth }, 1, null));
  const points = profile.points.map(
    ([theta, l]) => [(theta - threshold) / sd, l - profile.highest] as const,
  );
  return { sdlog: truth.sdlog, points, hasMaximum: profile.fit !== null };
}

const known = new WeakMap<RunResult['config'], readonly Shape[]>();

function* findShapes(result: RunResult): Generator<undefined, readonly Shape[]> {
  const before = known.get(result.config);
  if (before) return before;
  const shapes: Shape[] = [];
  for (const factor of FACTORS) shapes.push(yield* shapeOf(result, factor));
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
    const key = shapes.map(({ sdlog }, i) => ({
      mark: MARKS[i]!,
      colour: 'var(--ink)',
      label: `σ = ${plain(sdlog)}`,
    }));
    return chart(view, {
      name: this.title(result),
      key,
      yLabel: 'log-likelihood, less its maximum',
      x: { domain: [-REACH, 1] },
      y: { domain: [FLOOR, CEILING] },
      axes: (space) => [
        ...valueAxisX(space, 'threshold less the original’s, in SD'),
        ...valueAxis(space),
      ],
      draw: (f) => [
        element(view, 'path', {
          d: `M${f.x(0)},${f.top}V${f.bottom}`,
          stroke: 'var(--original)',
          'stroke-width': 1.5,
        }),
        ...shapes.map(({ points }, i) =>
          element(view, 'path', {
            d: linePath(
              points
                .filter(([x, l]) => x >= -REACH && x <= 1 && l >= FLOOR && l <= CEILING)
                .map(([x, l]) => [f.x(x), f.y(l)]),
            ),
            fill: 'none',
            stroke: 'var(--ink)',
            'stroke-width': i === 1 ? 2 : 1.3,
            ...(i === 0 && { 'stroke-dasharray': '5 4' }),
            ...(i === 2 && { 'stroke-dasharray': '1.5 2' }),
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
        'threshold, in standard deviations',
        'log-likelihood, less its maximum',
      ],
      rows: shapes.flatMap(({ sdlog, points }) =>
        points.filter((_, i) => i % 4 === 0).map(([x, l]) => [sdlog, x, l]),
      ),
    };
  },
};
