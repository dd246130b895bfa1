import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../src/components/charts/numbers.ts';

describe('formatNumber', () => {
  it.each([
    [4.037178, '4.04'],
    [60.561503, '60.6'],
    [0.25, '0.250'],
    [0.0025168, '0.00252'],
    [8.5, '8.50'],
    [30, '30'],
    [200, '200'],
    [2000, '2,000'],
    [12345, '12,300'],
    [1234567.8, '1,230,000'],
    [999.6, '1,000'],
    [9.999, '10.0'],
    [-2.5, '−2.50'],
    [-10000, '−10,000'],
    [0, '0'],
    [-0, '0'],
    [0.0001, '0.000100'],
    [0.0000266, '2.66\u00a0×\u00a010⁻⁵'],
    [-1.35e-7, '−1.35\u00a0×\u00a010⁻⁷'],
    [5e-324, '4.94\u00a0×\u00a010⁻³²⁴'],
    [1.48e12, '1.48\u00a0×\u00a010¹²'],
    [Infinity, '∞'],
    [-Infinity, '−∞'],
  ])('prints %d with three significant digits: %s', (x, text) => {
    expect(formatNumber(x)).toBe(text);
  });

  it('takes another number of digits', () => {
    expect(formatNumber(4.037178, { digits: 1 })).toBe('4');
    expect(formatNumber(4.037178, { digits: 5 })).toBe('4.0372');
    expect(formatNumber(60.561503, { digits: 2 })).toBe('61');
  });

  it('prints every digit when asked', () => {
    expect(formatNumber(12345, { digits: Infinity })).toBe('12,345');
    expect(formatNumber(60.561503, { digits: Infinity })).toBe('60.561503');
    expect(formatNumber(1234567.25, { digits: Infinity })).toBe('1,234,567.25');
  });

  it('prints a dash for a value that is missing', () => {
    expect(formatNumber(NaN)).toBe('—');
  });

  it.each([0, 1.5, -1, 18, NaN])('refuses %d digits', (digits) => {
    expect(() => formatNumber(1, { digits })).toThrow(`not a number of digits: ${digits}`);
  });
});
