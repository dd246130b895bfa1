import type { Rng } from '../../src/lib/types.ts';

/** A stream that gives these numbers, and fails if it is asked for more. */
export function scripted({
  uniforms = [],
  normals = [],
}: {
  readonly uniforms?: readonly number[];
  readonly normals?: readonly number[];
}): Rng & { readonly left: () => number } {
  const next = (numbers: Iterator<number>) => {
    const { value, done } = numbers.next();
    if (done) throw new Error('one number more than there are');
    used++;
    return value;
  };
  let used = 0;
  const [u, z] = [uniforms.values(), normals.values()];
  return {
    uniform: () => next(u),
    normal: () => next(z),
    fillNormal: (out) => out.forEach((_, i) => (out[i] = next(z))),
    left: () => uniforms.length + normals.length - used,
  };
}
