import { describe, expect, it } from 'vitest';
import { estimatorFor } from '../../src/lib/estimators/index.ts';
import { lognormal3 } from '../../src/lib/families/lognormal3.ts';
import { streams } from '../../src/lib/random/index.ts';
import { cohen, height, highestInside, places, profileOf } from './lognormalProfile.ts';
import { paramsOf } from '../support/models.ts';

/**
 * Places between the normal and the smallest value that are searched; 1600 find no more in 300
 * samples of each kind.
 */
const PLACES = 240;

/**
 * Samples of each kind: 4,050 for each sdlog, and 8,000 more that are only counted: a search takes
 * 240 n logarithms.
 */
const REPEATS = { 20: 2500, 100: 1500, 1000: 50 } as const;
const SDLOGS = [0.1, 0.3, 0.5, 1] as const;
type Size = keyof typeof REPEATS;

const mle = estimatorFor('lognormal3', 'mle');
const unbiasedScale = estimatorFor('lognormal3', 'mle-unbiased-scale');

const samplesOf = (sdlog: number, n: number, repeats: number, seed = 'dense') => {
  const at = streams.get('keyed').open(`${seed} ${sdlog} ${n}`);
  const truth = { threshold: 10, meanlog: 2, sdlog };
  return Array.from({ length: repeats }, (_, i) => lognormal3.sample(at(i + 1), truth, n));
};

/** What became of samples of one kind. */
interface Counts {
  readonly failed: number;
  /** Of those not skewed to the right. */
  readonly notSkewed: { readonly failed: number; readonly fitted: number };
}

/** How many samples are counted of each kind. */
const COUNTED = 4000;
const counts = new Map<string, Counts>();

function count(sdlog: number, n: number): Counts {
  const key = `${sdlog} ${n}`;
  const known = counts.get(key);
  if (known) return known;
  let failed = 0;
  const notSkewed = { failed: 0, fitted: 0 };
  for (const values of samplesOf(sdlog, n, COUNTED, 'counted')) {
    const { ok } = mle.fit(values);
    if (!ok) failed++;
    if (profileOf(values).skewness <= 0) notSkewed[ok ? 'fitted' : 'failed']++;
  }
  const found = { failed, notSkewed };
  counts.set(key, found);
  return found;
}

/**
 * A share of e by which Cohen's equation moves through 0 and out of its rounding: beside the root
 * it is about 3/2 e^2 times the relative distance, and of terms of size 1, which round to 1e-14 or
 * better.
 */
const step = (e: number) => Math.max(1e-8, 1e-13 / (e * e));

describe.each(SDLOGS)('of samples with sdlog %d', (sdlog) => {
  it.each([20, 100, 1000] as const)(
    'with %d values the fit is the highest point inside the range, and is missing only where there is none',
    (n: Size) => {
      for (const [i, values] of samplesOf(sdlog, n, REPEATS[n]).entries()) {
        const profile = profileOf(values);
        const highest = highestInside(profile, PLACES);
        const fit = mle.fit(values);
        const about = `sample ${i}`;
        if (!fit.ok) {
          expect(highest, about).toBeNull();
          continue;
        }
        const e = profile.sd / (profile.mean - paramsOf(fit).threshold!);
        expect(e > 0 && e < profile.end, about).toBe(true);
        // The profile rises before and falls behind: a maximum, and no minimum.
        expect(cohen(profile, e * (1 - step(e))), about).toBeGreaterThan(0);
        expect(cohen(profile, e * (1 + step(e))), about).toBeLessThan(0);
        if (highest !== null) {
          // Sums of n terms of size 1, divided by n.
          expect(highest - height(profile, e), about).toBeLessThan(1e-13);
        }
      }
    },
  );

  it('the equation with divisor n - 1 is solved where it falls through 0, or falls nowhere', () => {
    for (const values of samplesOf(sdlog, 20, 400, 'divisor')) {
      const profile = profileOf(values);
      const fit = unbiasedScale.fit(values);
      if (fit.ok) {
        const e = profile.sd / (profile.mean - paramsOf(fit).threshold!);
        expect(cohen(profile, e * (1 - step(e)), 'n - 1')).toBeGreaterThan(0);
        expect(cohen(profile, e * (1 + step(e)), 'n - 1')).toBeLessThan(0);
        continue;
      }
      let before = 1;
      for (const e of places(profile, PLACES)) {
        const here = cohen(profile, e, 'n - 1');
        expect(before > 0 && here < 0, `falls before ${e}`).toBe(false);
        before = here;
      }
    }
  });

  it.each([20, 100] as const)(
    'with %d values no sample has a fit that is not skewed to the right, and nearly all others have one',
    (n) => {
      const { failed, notSkewed } = count(sdlog, n);
      expect(notSkewed.fitted).toBe(0);
      // Most at sdlog 1 with 20 values: 5 of 4000, which 4 standard errors may make 14.
      expect(failed - notSkewed.failed).toBeLessThan(14);
    },
  );
});

describe('the share of samples without a fit', () => {
  // Shares of our own experiments, by another program, and how many samples they are of.
  it.each([
    [0.1, 100, 0.124, 1000],
    [0.1, 100, 0.121, 10_000],
    [0.3, 100, 0.001, 10_000],
    [0.5, 20, 0.036, 1000],
    [1, 20, 0.004, 1000],
    [0.5, 100, 0, 10_000],
    [1, 100, 0, 10_000],
  ])('with sdlog %d and %d values is %d of %d samples', (sdlog, n, wanted, samples) => {
    const { failed } = count(sdlog, n);
    // Both shares vary by chance; one that is 0 of so many may stand for 1 of as many as we draw.
    const share = Math.max(wanted, 1 / COUNTED);
    const standardError = Math.sqrt(share * (1 - share) * (1 / COUNTED + 1 / samples));
    expect(Math.abs(failed / COUNTED - wanted)).toBeLessThan(4 * standardError);
  });
});
