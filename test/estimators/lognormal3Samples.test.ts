import { describe, expect, it } from 'vitest';
import { estimatorFor, estimatorsFor } from '../../src/lib/estimators/index.ts';
import { failureText } from '../../src/lib/failures.ts';
import { streams } from '../../src/lib/random/index.ts';
import type { Fit, Values } from '../../src/lib/types.ts';
import { paramsOf } from '../support/models.ts';
import { BY_SKEWNESS } from './bySkewness.ts';

const fit = (id: string, values: Values): Fit => estimatorFor('lognormal3', id).fit(values);

function shuffled(values: readonly number[], seed: string): number[] {
  const { uniform } = streams.get('keyed').open(seed)(1);
  const order = values.map((value) => [uniform(), value] as const);
  return order.sort((a, b) => a[0] - b[0]).map(([, value]) => value);
}

it('symmetric values are not skewed, in any order and at any distance from 0', () => {
  for (let round = 0; round < 120; round++) {
    const centre = [0, 5000, -1e9, 0.1][round % 4]!;
    const half = Array.from({ length: 3 + round }, (_, i) => (i + 1) ** 2);
    const values = half.flatMap((a) => [centre + a, centre - a]);
    for (const id of BY_SKEWNESS) {
      const found = fit(id, shuffled(values, `${id} ${round}`));
      expect(found, `${id}, about ${centre}`).toMatchObject({ reason: 'not-right-skewed' });
    }
  }
});

describe.each(estimatorsFor('lognormal3').map(({ id }) => [id] as const))(
  'the estimator %s',
  (id) => {
    it('puts the threshold below every value, or says why not, for 6000 small samples with ties', () => {
      const { uniform } = streams.get('keyed').open(`ties ${id}`)(1);
      for (let round = 0; round < 6000; round++) {
        const n = 3 + Math.floor(round / 1000);
        const values = Array.from({ length: n }, () => Math.floor(8 * uniform() * uniform()));
        const found = fit(id, values);
        if (found.ok) {
          const { threshold, meanlog, sdlog } = paramsOf(found);
          expect(threshold, String(values)).toBeLessThan(Math.min(...values));
          expect(Number.isFinite(meanlog) && sdlog! > 0, String(values)).toBe(true);
        } else {
          expect(failureText(found.reason)).toMatch(/^[A-Z].*\.$/);
        }
      }
    });
  },
);
