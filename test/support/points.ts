import type { Family, Interval, Params, ParameterSpec } from '../../src/lib/types.ts';

/** Lowest, middle (on the slider's own scale), highest and default value. */
function visited({ typical, scale, integer, default: usual }: ParameterSpec): readonly number[] {
  const { min, max } = typical;
  const middle = scale === 'log' ? Math.sqrt(min * max) : (min + max) / 2;
  return [min, integer ? Math.round(middle) : middle, max, usual];
}

/** Every combination of the values that contract tests visit. */
export function typicalParams({ parameters }: Pick<Family, 'parameters'>): readonly Params[] {
  return parameters.reduce<readonly Params[]>(
    (points, spec) =>
      points.flatMap((point) => visited(spec).map((value) => ({ ...point, [spec.name]: value }))),
    [{}],
  );
}

export function defaultParams({ parameters }: Pick<Family, 'parameters'>): Params {
  return Object.fromEntries(parameters.map((spec) => [spec.name, spec.default]));
}

/** Every finite number of `inner` is in `outer`. */
export function within(inner: Interval, outer: Interval): boolean {
  const openMin = outer.open === 'min' || outer.open === 'both';
  const openMax = outer.open === 'max' || outer.open === 'both';
  const low = openMin ? inner.min > outer.min : inner.min >= outer.min;
  const high = openMax ? inner.max < outer.max : inner.max <= outer.max;
  return low && high;
}
