import { expect } from 'vitest';
import type { ParameterSpec } from '../../src/lib/types.ts';
import { within } from '../support/points.ts';

/** Holds descriptions of numbers that a person can set to what controls, links and tests need. */
export function expectSoundSpecs(specs: readonly ParameterSpec[]): void {
  const names = specs.map((spec) => spec.name);
  expect(new Set(names).size).toBe(names.length);
  for (const spec of specs) {
    expect(spec.name).toMatch(/^[a-z][a-zA-Z]*$/);
    expect(spec.symbol.length * spec.label.length).toBeGreaterThan(0);
    expect(within(spec.typical, spec.domain), spec.name).toBe(true);
    expect(within({ min: spec.default, max: spec.default }, spec.typical), spec.name).toBe(true);
    if (spec.scale === 'log') expect(spec.typical.min).toBeGreaterThan(0);
  }
}
