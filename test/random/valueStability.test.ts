/**
 * Frozen draws. A change here changes every figure, link and number of the site: it is allowed only
 * with an entry marked **Value-breaking** in the changelog.
 */
import { describe, expect, it } from 'vitest';
import { chiSquare, gamma } from '../../src/lib/random/gamma.ts';
import { keyed } from '../../src/lib/random/keyed.ts';
import { keyWords } from '../../src/lib/random/keyWords.ts';
import { source } from '../../src/lib/random/source.ts';

/** FNV-1a of the exact bits of `count` draws: one changed bit anywhere shows. */
function fingerprint(count: number, draw: () => number): string {
  const bytes = new Uint8Array(Float64Array.from({ length: count }, draw).buffer);
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16);
}

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

  it('every bit of many: wedges, tails, rejections', () => {
    const rng = keyed.open('many')(1);
    expect(fingerprint(200_000, rng.uniform)).toBe('62b4f693');
    expect(fingerprint(200_000, rng.normal)).toBe('e8d8069b');
    expect(fingerprint(50_000, () => gamma(rng, 0.3))).toBe('1fa17720');
    expect(fingerprint(50_000, () => chiSquare(rng, 9))).toBe('60bee83d');
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
