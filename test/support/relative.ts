import { expect } from 'vitest';

/** Fails unless `value` is within `tolerance` of `wanted`, as a share of `wanted`. */
export function expectRelative(value: number, wanted: number, tolerance: number, about?: string) {
  const error = wanted === 0 ? Math.abs(value) : Math.abs(value / wanted - 1);
  expect(error, `${about ?? ''}: ${value} for ${wanted}`).toBeLessThanOrEqual(tolerance);
}
