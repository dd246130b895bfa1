/**
 * Frozen draws, so many that wedges, tails and rejections are among them: see
 * valueStability.test.ts.
 */
import { describe, expect, it } from 'vitest';
import { binomial } from '../../src/lib/random/binomial.ts';
import { chiSquare, gamma } from '../../src/lib/random/gamma.ts';
import { keyed } from '../../src/lib/random/keyed.ts';
import { source } from '../../src/lib/random/source.ts';
import { fingerprint } from './fingerprint.ts';

describe('keyed draws stay what they are', () => {
  it('every bit of many: wedges, tails, rejections', () => {
    const rng = keyed.open('many')(1);
    expect(fingerprint(200_000, rng.uniform)).toBe('62b4f693');
    expect(fingerprint(200_000, rng.normal)).toBe('e8d8069b');
    expect(fingerprint(50_000, () => gamma(rng, 0.3))).toBe('1fa17720');
    expect(fingerprint(50_000, () => chiSquare(rng, 9))).toBe('60bee83d');
    expect(fingerprint(20_000, () => binomial(rng, 90, 0.1))).toBe('50e04050');
    expect(fingerprint(20_000, () => binomial(rng, 300, 0.04))).toBe('e832ff19');
    expect(fingerprint(20_000, () => binomial(rng, 1_000_000, 0.3))).toBe('f47969e8');
    const at = keyed.open('many', 1);
    let t = 0;
    expect(fingerprint(10_000, () => at(t++).normal())).toBe('32283657');
  });
});

describe('the source’s draws stay what they are', () => {
  it('every bit of many', () => {
    const rng = source.open('12345')(1);
    expect(fingerprint(50_000, rng.normal)).toBe('8b9dab48');
    expect(fingerprint(50_000, rng.uniform)).toBe('b9b43bdd');
  });
});
