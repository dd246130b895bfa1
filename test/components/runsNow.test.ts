import { describe, expect, it } from 'vitest';
import { finish } from '../../src/components/demo/finish.ts';
import { fan } from '../../src/components/demos/fan.ts';
import {
  disagreement,
  disagreementText,
  ensembleCaption,
  only,
} from '../../src/components/figures/ensemble.ts';
import { runsNow } from '../../src/components/figures/runsNow.ts';
import type { EnsembleSoFar } from '../../src/lib/jobs/ensembles.ts';
import { defaultSettings } from '../../src/lib/settings.ts';

const settings = defaultSettings(fan.fields);
const result = finish('ensembles', { ...fan.input(settings), runs: [] });
const ensemble = only(result);

describe('all runs of the fan in one generation', () => {
  it('are where the exact law has them, in the opening settings', () => {
    ensemble.config.at.forEach((t, row) => {
      // 5 levels at 101 generations that hang together: 4.5 is exceeded by 500 independent ones once in 300.
      const found = disagreement(ensemble, row)!;
      expect(Math.abs(found.standardErrors), `generation ${t}`).toBeLessThan(4.5);
    });
  });

  it('fall into bins that hold them all, and the law', () => {
    for (const frame of [0, 50, 100]) {
      const { rows } = runsNow.table(result, frame);
      const sum = (column: number) => rows.reduce((all, row) => all + Number(row[column]), 0);
      expect(sum(2)).toBeCloseTo(1, 10);
      // The bins end at the lowest and the highest of 10,000 runs: the law has 2 in 10,001 beyond, give or take.
      expect(sum(3)).toBeGreaterThan(1 - 20 / 10_000);
      expect(sum(3)).toBeLessThanOrEqual(1);
      // Chi-square: sum of (found - expected)^2 / expected, over bins where 5 runs or more are expected.
      const cells = rows
        .map((row) => [Number(row[2]) * 10_000, Number(row[3]) * 10_000] as const)
        .filter(([, expected]) => expected >= 5);
      const statistic = cells.reduce((all, [n, e]) => all + (n - e) ** 2 / e, 0);
      expect(statistic).toBeLessThan(cells.length + 4 * Math.sqrt(2 * cells.length));
    }
  });
});

describe('the words for a disagreement of simulation and law', () => {
  /** The same runs, each a factor wider. */
  const widened = (factor: number): EnsembleSoFar => ({
    ...ensemble,
    slices: ensemble.slices.map((slice) => ({
      ...slice,
      values: { sigma: slice.values.sigma!.map((s) => s * factor) },
    })),
  });

  it('grow with it', () => {
    expect(disagreementText(ensemble, 100)).toMatch(
      /at most [01]\.\d standard errors .* no more than chance\.$/,
    );
    // log s has a standard deviation near 1.1: log 1.2 of that moves some 6 % of the runs past the median, 13 standard errors.
    const found = disagreementText(widened(1.2), 100);
    expect(found).toMatch(/at most 1\d\.\d standard errors .*: more than chance\.$/);
  });

  it('are none where runs have ended: the law is that of all runs', () => {
    const ended: EnsembleSoFar = {
      ...ensemble,
      slices: ensemble.slices.map((slice, i) => ({
        ...slice,
        values: { sigma: i === 0 ? slice.values.sigma!.map(() => NaN) : slice.values.sigma! },
      })),
    };
    expect(disagreement(ended, 100)).toBe(null);
    expect(disagreementText(ended, 100)).toContain('Some of these runs have ended');
  });
});

describe('the caption of an ensemble', () => {
  it('says how many runs there are so far, and how many came to the end', () => {
    expect(ensembleCaption(ensemble)).toContain('10,000 runs, all to the end');
    const some = { ...ensemble, made: 3400 };
    expect(ensembleCaption(some)).toContain('3,400 of 10,000 runs so far');
    const last = { ...ensemble.bands.at(-1)!, survivors: 12 };
    expect(ensembleCaption({ ...ensemble, bands: [last] })).toContain('10,000 runs, 12 to the end');
    expect(ensembleCaption(ensemble)).toContain('n = 200 · 500 generations');
  });
});
