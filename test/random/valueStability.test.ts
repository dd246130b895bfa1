/**
 * Frozen draws. A change here changes every figure, link and number of the site: it is allowed only
 * with an entry marked **Value-breaking** in the changelog.
 */
import { describe, expect, it } from 'vitest';
import { binomial } from '../../src/lib/random/binomial.ts';
import { chiSquare, gamma } from '../../src/lib/random/gamma.ts';
import { keyed } from '../../src/lib/random/keyed.ts';
import { keyWords } from '../../src/lib/random/keyWords.ts';
import { source } from '../../src/lib/random/source.ts';
import { fingerprint } from './fingerprint.ts';

const take = (count: number, draw: () => number) => Array.from({ length: count }, draw);

describe('keyed draws stay what they are', () => {
  it('key words', () => {
    expect([...keyWords('12345', 0)]).toEqual([194592525, -171768822, 1140864401, 445190708]);
    expect([...keyWords('模型/👍', 9999)]).toEqual([
      2142532432, -1482069893, -1342168408, 1158493358,
    ]);
  });

  it('the first uniforms and normals', () => {
    const uniforms = keyed.open('12345')(1);
    expect(take(3, uniforms.uniform)).toEqual([
      0.6500691015780156, 0.16668813468702848, 0.9570928292396509,
    ]);
    const normals = keyed.open('12345', 7)(500);
    expect(take(5, normals.normal)).toEqual([
      1.129102113194691, 0.4247874297598346, 1.2505947248411, 0.2540466444971757,
      0.0009445525830035303,
    ]);
  });

  it('the first gamma and chi-square draws', () => {
    const rng = keyed.open('12345')(2);
    expect(take(3, () => gamma(rng, 0.3))).toEqual([
      0.05932220341183736, 3.327907917733889e-5, 0.9714061489823744,
    ]);
    expect(take(3, () => gamma(rng, 2.5))).toEqual([
      1.3570546069803586, 0.5051002355015806, 3.6661167680592612,
    ]);
    expect(take(3, () => chiSquare(rng, 199))).toEqual([
      183.2734308671102, 189.01897280546416, 211.48429324796913,
    ]);
  });

  it('every bit of some thousands', () => {
    const rng = keyed.open('thousands')(1);
    expect(fingerprint(2000, rng.uniform)).toBe('e8b36e27');
    expect(fingerprint(2000, rng.normal)).toBe('bd8be80f');
    expect(fingerprint(2000, () => gamma(rng, 0.3))).toBe('c1570ad9');
    expect(fingerprint(2000, () => chiSquare(rng, 9))).toBe('f38a18a');
    expect(fingerprint(2000, () => binomial(rng, 90, 0.1))).toBe('dca39b32');
    expect(fingerprint(2000, () => binomial(rng, 300, 0.04))).toBe('af25b476');
    expect(fingerprint(2000, () => binomial(rng, 1_000_000, 0.3))).toBe('beb60ad5');
    // Where one way of drawing gives way to another.
    expect(fingerprint(2000, () => binomial(rng, 100, 0.1))).toBe('64001f6a');
    expect(fingerprint(2000, () => binomial(rng, 60, 0.5))).toBe('c1749dcb');
    expect(fingerprint(2000, () => gamma(rng, 1))).toBe('29d180ad');
  });
});

describe('the source’s draws stay what they are', () => {
  it('every bit of some thousands', () => {
    const rng = source.open('2468')(1);
    expect(fingerprint(2000, rng.normal)).toBe('87ce70b');
    expect(fingerprint(2000, rng.uniform)).toBe('5d027c');
  });
});
