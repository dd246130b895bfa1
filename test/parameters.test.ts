import { describe, expect, it } from 'vitest';
import { inInterval, valueProblem } from '../src/lib/parameters.ts';
import type { ParameterSpec } from '../src/lib/types.ts';

describe('inInterval', () => {
  it('counts a finite end in unless the interval is open there', () => {
    expect([0, 1].map((x) => inInterval(x, { min: 0, max: 1 }))).toEqual([true, true]);
    expect([0, 1].map((x) => inInterval(x, { min: 0, max: 1, open: 'min' }))).toEqual([
      false,
      true,
    ]);
    expect([0, 1].map((x) => inInterval(x, { min: 0, max: 1, open: 'max' }))).toEqual([
      true,
      false,
    ]);
    expect([0, 1].map((x) => inInterval(x, { min: 0, max: 1, open: 'both' }))).toEqual([
      false,
      false,
    ]);
  });

  it('holds no NaN and no infinity', () => {
    for (const x of [NaN, Infinity, -Infinity]) {
      expect(inInterval(x, { min: -Infinity, max: Infinity })).toBe(false);
    }
  });
});

describe('valueProblem', () => {
  const spec = (domain: ParameterSpec['domain'], integer = false): ParameterSpec => ({
    name: 'k',
    symbol: 'k',
    label: 'Count',
    domain,
    typical: { min: 1, max: 2 },
    default: 1,
    integer,
  });

  it('is null for a legal value and names the bound that another one breaks', () => {
    expect(valueProblem(spec({ min: 1, max: Infinity }), 1)).toBeNull();
    expect(valueProblem(spec({ min: 1, max: Infinity }), 0)).toBe('k must be at least 1, got 0');
    expect(valueProblem(spec({ min: -Infinity, max: 1, open: 'max' }), 1)).toBe(
      'k must be less than 1, got 1',
    );
    expect(valueProblem(spec({ min: 1, max: 9 }, true), 2.5)).toBe(
      'k must be a whole number, got 2.5',
    );
    expect(valueProblem(spec({ min: 1, max: 9 }), Infinity)).toBe(
      'k must be a finite number, got Infinity',
    );
  });
});
