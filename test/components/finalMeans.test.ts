import { describe, expect, it } from 'vitest';
import { finish } from '../../src/components/demo/finish.ts';
import { finalMean } from '../../src/components/demos/finalMean.ts';
import { only } from '../../src/components/figures/ensemble.ts';
import { finalMeans, limitHolds } from '../../src/components/figures/finalMeans.ts';
import { valuesAt } from '../../src/lib/ensemble/pick.ts';
import { defaultSettings } from '../../src/lib/settings.ts';
import {
  cdfOfFinalMean,
  densityOfFinalMean,
  quantileOfFinalMean,
} from '../../src/lib/theory/finalMean.ts';
import { KOLMOGOROV_CRITICAL } from '../random/goodnessOfFit.ts';

const settings = defaultSettings(finalMean.fields);
const law = { mu: 125, sigma: 30 };

/** What the quantiles of finite n are narrower by at n = 50 (see theory/finalMean.ts). */
const NARROWER = 0.01;

describe('the means of the demo as it opens, n = 50 and k = 500', () => {
  const result = finish('ensembles', finalMean.input(settings));
  const ensemble = only(result);
  const frame = ensemble.config.at.length - 1;
  const means = valuesAt(ensemble.slices, 500, 'mu');
  const runs = means.length;

  it('are distributed as t with 2 degrees of freedom, by Kolmogorov and Smirnov', () => {
    expect([ensemble.config.n, ensemble.config.at[frame], runs]).toEqual([50, 500, 10_000]);
    const distance = means.toSorted().reduce((found, x, i) => {
      const p = cdfOfFinalMean({ ...law, x });
      return Math.max(found, p - i / runs, (i + 1) / runs - p);
    }, 0);
    // Quantiles narrower by a share move a probability by the density times z times that share: z (2 + z^2)^(-3/2) is
    // at most 3^(-3/2), at z = 1.
    const bias = NARROWER / 3 ** 1.5;
    expect(distance).toBeLessThan(KOLMOGOROV_CRITICAL / Math.sqrt(runs) + bias);
  });

  it('have its quantiles, to 4 standard errors', () => {
    for (const p of [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99]) {
      const x = quantileOfFinalMean({ ...law, p });
      const share = means.filter((m) => m <= x).length / runs;
      const bias = densityOfFinalMean({ ...law, x }) * Math.abs(x - law.mu) * NARROWER;
      const tolerance = 4 * Math.sqrt((p * (1 - p)) / runs) + bias;
      expect(Math.abs(share - p), `p = ${p}`).toBeLessThan(tolerance);
    }
  });

  it('lie beyond the chart as often as is said', () => {
    const outside = means.filter((m) => Math.abs(m - 125) > 180).length;
    const said = finalMeans.takeaway(result, frame);
    expect(said).toContain(`${outside} of 10,000 runs lie beyond the chart`);
    const [, errors] = /at most ([\d.]+) standard errors/.exec(said)!;
    // 5 levels: above 4 once in 3,000, without the bias.
    expect(Number(errors)).toBeLessThan(4);
    // Two tails beyond 6 sigma: 1 - 6 / sqrt(38) = 2.7 % of the law.
    const tail = 1 - 6 / Math.sqrt(38);
    const tolerance = 4 * Math.sqrt((tail * (1 - tail)) / runs) + 0.3 * NARROWER;
    expect(Math.abs(outside / runs - tail)).toBeLessThan(tolerance);
  });

  it('are all in the table or beyond it', () => {
    const { rows } = finalMeans.table(result, frame);
    const inside = rows.reduce((sum, [, , share]) => sum + Number(share), 0);
    const outside = means.filter((m) => Math.abs(m - 125) > 180).length;
    expect(Math.abs(inside - (1 - outside / runs))).toBeLessThan(1e-12);
    expect([rows[0]![0], rows.at(-1)![1]]).toEqual([-55, 305]);
  });
});

it('shows the law for the unbiased variance only, and says so', () => {
  for (const estimator of ['maximum-likelihood', 'unbiased-log']) {
    const asked = { ...settings, estimator, replicates: 20 };
    const result = finish('ensembles', finalMean.input(asked));
    expect(limitHolds(only(result))).toBe(false);
    expect(finalMeans.takeaway(result, 100)).toContain('is for the unbiased variance');
  }
});
