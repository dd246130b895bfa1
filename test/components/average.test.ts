import { describe, expect, it } from 'vitest';
import { finish } from '../../src/components/demo/finish.ts';
import { averageOfRuns } from '../../src/components/demos/averageOfRuns.ts';
import {
  average,
  exactRootMeanSquare,
  rootMeanSquare,
} from '../../src/components/figures/average.ts';
import { only } from '../../src/components/figures/ensemble.ts';
import { defaultSettings } from '../../src/lib/settings.ts';
import { generationsInSight, standardErrorOfMeanVariance } from '../../src/lib/theory/sight.ts';

const settings = defaultSettings(averageOfRuns.fields);
const fresh = (changes = {}) =>
  finish('ensembles', averageOfRuns.input({ ...settings, ...changes }));

describe.each([
  ['as the demo opens', {}],
  ['with 50 values and 5,000 runs', { n: 50, generations: 600, replicates: 5000 }],
])('the average of runs %s', (_, changes) => {
  const result = fresh(changes);
  const ensemble = only(result);
  const { n, at, replicates } = ensemble.config;
  const sight = generationsInSight({ n, runs: replicates });

  it('is the original’s standard deviation, to 4 standard errors, while n is large beside k', () => {
    // Later the mean of s^2 rests on runs too rare to be among these, and its standard error says little.
    const early = ensemble.bands.filter(({ t }) => t <= n / 2);
    expect(early.length).toBeGreaterThan(3);
    for (const band of early) {
      const law = { n, k: band.t, sigma: 30, estimator: 'unbiased-variance' };
      const error = standardErrorOfMeanVariance({ ...law, runs: replicates });
      expect(Math.abs(rootMeanSquare(band) ** 2 - 900)).toBeLessThan(4 * error);
      expect(exactRootMeanSquare(ensemble, band.t)).toBe(30);
    }
  });

  it('is compared with its exact value until it is out of sight, and distrusted from then on', () => {
    expect(sight).toBeLessThan(at.at(-1)!);
    at.forEach((t, frame) => {
      const said = average.takeaway(result, frame).replaceAll('\u00a0', ' ');
      if (t <= sight) {
        const { meanSquare } = ensemble.bands[frame]!.parameters.sigma!;
        const share = meanSquare / 900;
        const [, shown] = /mean of s² is (.*) % of its exact value/.exec(said)!;
        // Two or three digits are printed.
        if (shown === 'more than 99') expect(Math.abs(share - 0.9975)).toBeLessThan(0.0026);
        else expect(Math.abs(Number(shown) / 100 / share - 1)).toBeLessThan(0.05);
      } else {
        expect(said).toContain('cannot be trusted here');
        expect(said).toContain(`generation ${Math.round(sight)} `);
      }
    });
  });
});

describe('what is shown of the typical run and the average of runs', () => {
  const result = fresh({ replicates: 50 });

  it('is a choice that needs no new run', () => {
    for (const show of ['typical', 'average', 'both']) {
      const after = { ...settings, replicates: 50, show };
      const before = { ...settings, replicates: 50 };
      expect(averageOfRuns.reuse!(result, before, after)).toEqual(fresh({ replicates: 50, show }));
      expect(averageOfRuns.reuse!(result, before, { ...after, n: 30 })).toBe(null);
    }
  });

  it('is not compared where some runs have ended: an average over all is not to be had', () => {
    const ended = fresh({ n: 2, generations: 1200, replicates: 50 });
    const { bands, made } = only(ended);
    const frame = bands.findIndex(({ survivors }) => survivors < made);
    expect(frame).toBeGreaterThan(0);
    expect(average.takeaway(ended, frame)).toContain('Some runs have ended');
  });
});
