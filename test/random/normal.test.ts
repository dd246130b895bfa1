import { describe, expect, it } from 'vitest';
import { keyed } from '../../src/lib/random/keyed.ts';
import { edge, outside, scale } from '../../src/lib/random/ziggurat.ts';
import {
  compareWithR,
  correlation,
  fourAbove,
  KOLMOGOROV_CRITICAL,
  reference,
} from './goodnessOfFit.ts';

const COUNT = 4_000_000;
const draws = new Float64Array(COUNT);
keyed.open('normal')(1).fillNormal(draws);

describe('the ziggurat normal', () => {
  it('has the distribution function of R’s pnorm', () => {
    const result = compareWithR(draws, 'normal');
    expect(result.scaledDistance).toBeLessThan(KOLMOGOROV_CRITICAL);
    expect(result.pearson).toBeLessThan(fourAbove(result.degrees));
  });

  it('has the normal law beyond the last layer, on both sides', () => {
    // Straight from the tail's own sampler: the draws above hold only a thousand of these.
    const { uniform } = keyed.open('tail')(1);
    for (const sign of [-1, 1]) {
      const beyond = 0.99 * edge[0]!;
      const position = (sign * beyond) / scale[0]!;
      const tail = Float64Array.from({ length: 100_000 }, () => outside(0, position, uniform));
      const result = compareWithR(
        tail.map((x) => sign * x),
        'normal tail',
      );
      expect(result.scaledDistance).toBeLessThan(KOLMOGOROV_CRITICAL);
      expect(result.pearson).toBeLessThan(fourAbove(result.degrees));
    }
  });

  it.each(reference.beyond.x.map((x, i) => [x, reference.beyond.share[i]!] as const))(
    'lies more than %d standard deviations out as often as R says',
    (x, share) => {
      let found = 0;
      for (const z of draws) if (Math.abs(z) > x) found++;
      found /= COUNT;
      // A share of n draws has standard error √(p (1 - p) / n); four of them.
      expect(Math.abs(found - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / COUNT));
    },
  );

  it.each([
    // Moment k has standard error √((E z^2k - (E z^k)²) / n), and E z^2, z^4, z^6, z^8 are 1, 3,
    // 15, 105.
    [1, 0, 1],
    [2, 1, 2],
    [3, 0, 15],
    [4, 3, 96],
  ])('has moment %d equal to %d', (k, moment, variance) => {
    let found = 0;
    for (const z of draws) found += z ** k / COUNT;
    expect(Math.abs(found - moment)).toBeLessThan(4 * Math.sqrt(variance / COUNT));
  });

  it.each([1, 2, 3, 4, 5, 10, 100])('is uncorrelated, and so are its squares, at lag %d', (lag) => {
    const n = 500_000;
    const part = draws.subarray(0, n);
    const later = draws.subarray(lag, n + lag);
    const square = (column: Float64Array) => column.map((z) => z * z);
    // A correlation of n independent pairs has standard error 1/√n.
    const limit = 4 / Math.sqrt(n);
    expect(Math.abs(correlation(part, later))).toBeLessThan(limit);
    expect(Math.abs(correlation(square(part), square(later)))).toBeLessThan(limit);
  });
});
