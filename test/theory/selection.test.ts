import { describe, expect, it } from 'vitest';
import { softSelection } from '../../src/lib/regimes/softSelection.ts';
import { varianceOfSelected, varianceOfSelectedMean } from '../../src/lib/theory/selectionLaw.ts';
import { pathUnderTaste } from '../../src/lib/theory/tasteLaw.ts';
import { truncationFactor } from '../../src/lib/special/truncationFactor.ts';
import { at, momentsOf } from '../regimes/support.ts';
import { expectRelative } from '../support/relative.ts';

describe('a selection that takes the variance times a factor', () => {
  it.each(['unbiased-variance', 'maximum-likelihood', 'c4'])(
    'has exact moments, %s',
    (estimator) => {
      const rules = [
        ...[0.5, 1, 2, 4].map((cut) => ['truncated', { cut }, truncationFactor(cut)] as const),
        ...[0.3, 0.95, 1].map((lambda) => ['sharpened', { lambda }, lambda] as const),
      ];
      for (const [regime, regimeOptions, factor] of rules) {
        const moments = momentsOf({ regime, regimeOptions, n: 9, estimator });
        for (const t of [1, 2, 30]) {
          const asked = { n: 9, t, factor, sigma: 1, estimator };
          const exact = at(moments, t);
          // The second moments are those about the original mean: what is small beside Var m loses
          // digits.
          const off = Math.abs(varianceOfSelected(asked) - exact.meanOfVariance);
          expect(off).toBeLessThan(1e-14 + 1e-12 * exact.meanOfVariance);
          expectRelative(varianceOfSelectedMean(asked), exact.varianceOfMean, 1e-12);
        }
      }
    },
  );

  it('loses the variance by that factor each time, with the unbiased variance, whatever n is', () => {
    for (const n of [2, 10, 1000]) {
      const asked = { n, t: 6, factor: 0.7, sigma: 3 };
      expectRelative(varianceOfSelected(asked), 9 * 0.7 ** 5, 1e-14);
      expectRelative(varianceOfSelectedMean({ ...asked, t: Infinity }), 9 / n / 0.3, 1e-14);
    }
    expect(varianceOfSelectedMean({ n: 4, t: Infinity, factor: 1, sigma: 1 })).toBe(Infinity);
  });

  it('cuts as it says at the points that are quoted', () => {
    const quoted = { 1: '.291', 1.645: '.623', 2: '.774', 2.5: '.911', 3: '.973' };
    for (const [cut, factor] of Object.entries(quoted)) {
      expect(truncationFactor(Number(cut)).toFixed(3)).toBe(`0${factor}`);
    }
  });
});

describe('the path under a taste', () => {
  const original = { mean: 125, sd: 30 };
  const options = { target: 1, width: 2 };
  const taste = { target: 125 + 30, width: 60 };

  it('is what the regime makes of a model, generation by generation', () => {
    const { curation } = softSelection.batches({ t: 2, n: 10, options })[0]!;
    let model = original;
    for (let t = 1; t <= 50; t++) {
      const path = pathUnderTaste(original, taste, t);
      expectRelative(path.mean, model.mean, 1e-13);
      expectRelative(path.sd, model.sd, 1e-13);
      model = curation!.normal!({ model, original, options });
    }
  });

  it('adds up precisions and ends at the target', () => {
    const { sd } = pathUnderTaste(original, taste, 12);
    expectRelative(1 / sd ** 2, 1 / 30 ** 2 + 11 / 60 ** 2, 1e-14);
    expect(pathUnderTaste(original, taste, 1)).toEqual(original);
    expect(pathUnderTaste(original, taste, Infinity)).toEqual({ mean: 155, sd: 0 });
    expect(() => pathUnderTaste(original, taste, 0)).toThrow('whole numbers from 1, got 0');
  });
});
