import { expect, it } from 'vitest';
import { programs } from '../../src/programs/index.ts';
import { recordsOf } from '../../src/lib/recursion.ts';
import { estimatorIds, firstGraph } from './configs.ts';
import { parse, runAlone, runPrograms } from './runPrograms.ts';
import { testEachTool } from './tools.ts';
import { paramsOf } from '../support/models.ts';

// Checkpoints of the two graphs: mean and standard deviation at generations 1 and 500, to six
// decimals.
const graphs = [
  { seed: '12345', first: [126.126982, 30.761734], last: [60.561503, 4.037178] },
  { seed: '2468', first: [123.587077, 31.577709], last: [129.006896, 9.910623] },
] as const;

testEachTool('reproduces both graphs of the source from a terminal', async (tool) => {
  for (const { seed, first, last } of graphs) {
    const { code, stdout, stderr } = await runAlone(tool, { ...firstGraph, seed });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const rows = parse(stdout);
    expect(rows.map(({ t }) => t)).toEqual(Array.from({ length: 500 }, (_, i) => i + 1));
    expect(rows[0]!.mean).toBeCloseTo(first[0], 6);
    expect(rows[0]!.sd).toBeCloseTo(first[1], 6);
    expect(rows[499]!.mean).toBeCloseTo(last[0], 6);
    expect(rows[499]!.sd).toBeCloseTo(last[1], 6);
    for (const { t, fit } of recordsOf({ ...firstGraph, seed })) {
      const { mu, sigma } = fit.ok ? paramsOf(fit) : {};
      expect(Math.abs(rows[t - 1]!.mean - mu!)).toBeLessThan(1e-9);
      expect(Math.abs(rows[t - 1]!.sd - sigma!)).toBeLessThan(1e-9);
    }
  }
});

testEachTool('makes the run of the engine, draw for draw, whatever the settings', async (tool) => {
  const changes = [
    { generations: 100 },
    // Both ways of seeding: generation 1 of the first two is a multiple of 8192, of the second
    // 2^31.
    { seed: '8191', generations: 20 },
    { seed: '2147483647', generations: 20 },
    { seed: '0', generations: 20 },
    { seed: '0042', generations: 20 },
    { seed: '4294962295', generations: 20 },
    // Odd n: the spare value of a pair is lost when the stream starts afresh.
    { n: 7, generations: 40 },
    { truth: { mu: -3.25, sigma: 0.75 }, generations: 60 },
    // No spread is left after some generations: both end there.
    { n: 2, generations: 400 },
    { n: 3, truth: { mu: 0, sigma: 0.001 }, generations: 400 },
    ...estimatorIds.map((estimator) => ({ estimator, n: 25, generations: 60 })),
  ];
  const configs = changes.map((change) => ({ ...firstGraph, ...change }));
  const found = await runPrograms(tool, configs);
  let early = 0;
  for (const [i, config] of configs.entries()) {
    const records = recordsOf(config).filter(({ fit }) => fit.ok);
    if (records.length < config.generations) early += 1;
    expect(found[i]!.length, `generations of ${JSON.stringify(config)}`).toBe(records.length);
    for (const [j, { t, trainingSize, fit }] of records.entries()) {
      const row = found[i]![j]!;
      const { mu, sigma } = fit.ok ? paramsOf(fit) : {};
      expect([row.t, row.n]).toEqual([t, trainingSize]);
      // All draws are the same numbers, rounded to 1e-5; sums may differ in their last digits.
      expect(Math.abs(row.mean - mu!), JSON.stringify(config)).toBeLessThan(1e-9);
      expect(Math.abs(row.sd - sigma!), JSON.stringify(config)).toBeLessThan(1e-9);
    }
  }
  expect(early).toBe(2);
});

it('is refused by the SAS program where SAS has no such seed', () => {
  const { write } = programs.get('sas');
  expect(() => write({ ...firstGraph, seed: '4294962295' })).toThrow(
    'SAS takes seeds up to 2147483647, and this run needs 4294962795',
  );
});
