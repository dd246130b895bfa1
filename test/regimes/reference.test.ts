import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { regimes } from '../../src/lib/regimes/index.ts';
import { regimeMoments } from '../../src/lib/theory/regimeMoments.ts';
import type { Params } from '../../src/lib/types.ts';
import { average, fitsOf, squares, standard, type Asked } from './support.ts';

type Columns =
  | 'mean'
  | 'squareOfMean'
  | 'variance'
  | 'logSd'
  | `${'mean' | 'squareOfMean' | 'variance' | 'logSd'}Error`;

interface Entry extends Readonly<Record<Columns, readonly number[]>> {
  readonly regime: string;
  readonly options: Params;
  readonly estimator: string;
}

/** What R makes of every regime, by a program of its own and value by value: see regimes.R. */
const reference: {
  readonly n: number;
  readonly at: readonly number[];
  readonly entries: readonly Entry[];
} = JSON.parse(readFileSync(new URL('../reference/regimes.json', import.meta.url), 'utf8'));

const { n, at, entries } = reference;

/**
 * Fails unless two averages agree to 4 standard errors of their difference; the second may be
 * exact.
 */
function expectEqual(r: number, rError: number, ours: number, error: number, about: string) {
  const off = Math.abs(r - ours) / Math.hypot(rError, error);
  expect(off, `${about}: R has ${r} ± ${rError}, we have ${ours} ± ${error}`).toBeLessThan(4);
}

it('has runs of R for twelve regimes, all of them known', () => {
  const known = new Set(entries.map(({ regime }) => regime));
  expect(known.size).toBe(12);
  for (const id of known) expect(regimes.has(id)).toBe(true);
});

describe.each(entries.map((entry) => [entry.regime, entry.estimator, entry] as const))(
  'runs of R under %s, %s',
  (regime, estimator, entry) => {
    const asked: Asked = { regime, estimator, n, at, regimeOptions: entry.options };

    it('have the exact moments', () => {
      const moments = regimeMoments({ ...standard, ...asked, generations: Math.max(...at) });
      if (!moments) {
        expect(regime).toBe('soft-selection');
        return;
      }
      at.forEach((t, i) => {
        const { varianceOfMean, meanOfVariance } = moments;
        const about = `t = ${t}`;
        expectEqual(entry.mean[i]!, entry.meanError[i]!, 0, 0, `E m, ${about}`);
        const square = [entry.squareOfMean[i]!, entry.squareOfMeanError[i]!] as const;
        expectEqual(...square, varianceOfMean[t - 1]!, 0, `Var m, ${about}`);
        const variance = [entry.variance[i]!, entry.varianceError[i]!] as const;
        expectEqual(...variance, meanOfVariance[t - 1]!, 0, `E s², ${about}`);
      });
    });

    it('have the averages of the engine’s runs', () => {
      // Literal where there is no shortcut, and then fewer.
      const slow = ['accumulate-subsample', 'truncated'].includes(regime);
      const fits = fitsOf({ ...asked, replicates: slow ? 3000 : 10_000, seed: 'beside R' });
      at.forEach((t, i) => {
        const [m, s] = [fits.mu(t), fits.sigma(t)];
        const ours = {
          mean: average(m),
          squareOfMean: average(squares(m)),
          variance: average(squares(s)),
          logSd: average(s.map(Math.log)),
        };
        for (const name of ['mean', 'squareOfMean', 'variance', 'logSd'] as const) {
          const { mean, error } = ours[name];
          const r = [entry[name][i]!, entry[`${name}Error`][i]!] as const;
          expectEqual(...r, mean, error, `${name}, t = ${t}`);
        }
      });
    });
  },
);
