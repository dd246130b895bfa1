import { describe, expect, it } from 'vitest';
import {
  curationAlone,
  selectionSentence,
} from '../../../src/components/demos/shared/selectionSentence.ts';
import { standardCdf } from '../../../src/lib/special/standardNormal.ts';
import { spaced } from '../../support/readChart.ts';
import { madeUp, resultOf } from '../madeUp.ts';

const at = [1, 2, 9];
const truth = { mu: 5, sigma: 4 };
const under = (regime: string, regimeOptions: Readonly<Record<string, number>>, sigma = 4) =>
  madeUp({ at, truth, regime, regimeOptions }, (t) => ({ mu: 5, sigma: sigma / t }));

describe('what selection does by itself', () => {
  it.each([
    // Of a normal cut at c the variance is 1 - 2 c φ(c) / (2 Φ(c) - 1), each time.
    [
      'truncated',
      { cut: 1.5 },
      (done: number) => {
        const phi = Math.exp(-(1.5 ** 2) / 2) / Math.sqrt(2 * Math.PI);
        return (1 - (3 * phi) / (2 * standardCdf(1.5) - 1)) ** (done / 2);
      },
    ],
    ['sharpened', { lambda: 0.8 }, (done: number) => 0.8 ** (done / 2)],
    // Precisions add up: 1 / s² grows by 1 / τ² each time, wherever the taste lies.
    ['soft-selection', { target: 1, width: 2 }, (done: number) => 1 / Math.sqrt(1 + done / 4)],
    ['replace', {}, () => 1],
  ])('under %s, with %j', (regime, options, left) => {
    for (const t of at)
      expect(curationAlone(under(regime, options), t) / 4).toBeCloseTo(left(t - 1), 10);
  });
});

describe('the words on selection', () => {
  const chosen = under('sharpened', { lambda: 0.8 }, 3);
  const free = under('replace', {});

  it('say how much is left with it and without, and with infinitely many values', () => {
    // 3 / 9 / 4 is left, 0.8^4 would be and 1 / 9 is without.
    expect(spaced(selectionSentence(resultOf([chosen, free]), 2))).toBe(
      'Generation 9: of the typical run’s spread 8.3 % is left. With infinitely many values it would be 41 %. Without any selection it is 11 % at the same n.',
    );
  });

  it('say where no run is left', () => {
    const none = madeUp({ at, truth, regime: 'sharpened' }, () => null);
    expect(selectionSentence(resultOf([none, free]), 2)).toContain('spread no run is left.');
  });
});
