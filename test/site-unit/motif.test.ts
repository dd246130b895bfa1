import { expect, it } from 'vitest';
import { ridges } from '../../src/site/motif.ts';
import { motifRun } from '../../src/site/motifRun.ts';
import { ico } from '../../src/site/png.ts';

it('is drawn from the source’s first graph', () => {
  const bells = motifRun(500);
  expect(bells).toHaveLength(2);
  expect(bells[0]).toEqual({ mu: 125, sigma: 30 });
  // The endpoint of the run, six decimals as published with the reproduction.
  expect(bells[1]!.mu).toBeCloseTo(60.561503, 6);
  expect(bells[1]!.sigma).toBeCloseTo(4.037178, 6);
});

it('stands every bell on its own foot, from the first at the top to the last at the bottom', () => {
  const bells = [30, 10, 1].map((sigma) => ({ mu: 50, sigma }));
  const rows = ridges(bells, { width: 200, height: 100, domain: [0, 100], peak: 0.2 });
  expect(rows.map(({ foot }) => foot)).toEqual([20, 60, 100]);
  expect(rows.map(({ top }) => top)).toEqual([0, 40, 80]);
  expect(rows.map(({ x }) => x)).toEqual([100, 100, 100]);
  expect(rows.map(({ spread }) => spread)).toEqual([60, 20, 2]);
  for (const { path } of rows) expect(path).toMatch(/^M0 [\d.]+(L[\d.]+ [\d.]+)+$/);
});

it('wraps one image as an icon file', () => {
  const file = ico(new Uint8Array([1, 2, 3]), 32);
  expect([...file.slice(0, 8)]).toEqual([0, 0, 1, 0, 1, 0, 32, 32]);
  expect([...file.slice(22)]).toEqual([1, 2, 3]);
});
