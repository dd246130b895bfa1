import { describe, expect, it } from 'vitest';
import { wordOrders } from '../../src/components/demos/wordOrders.ts';
import { wordPolicies } from '../../src/components/demos/wordPolicies.ts';
import { averageAt } from '../../src/components/figures/severalAverages.ts';
import { shownWith } from '../../src/components/island/finish.ts';
import { defaultSettings } from '../../src/settings/fields.ts';
import { lawOf } from '../../src/lib/laws/index.ts';
import { checkConfig } from '../../src/lib/config.ts';

const types = { name: 'types' };
const numbersIn = (text: string) =>
  [...text.matchAll(/\d[\d,]*(\.\d+)?/g)].map(([number]) => Number(number.replaceAll(',', '')));

describe('one law for all orders', () => {
  const settings = { ...defaultSettings(wordOrders.fields), n: 4_000, generations: 5 };
  const result = shownWith(wordOrders, settings);
  const law = lawOf(checkConfig(result.ensembles[0]!.config), 'types')!.known.mean!;

  it('tells to three per cent how many words models of order 1, 2 and 3 keep', () => {
    // The average of 20 runs has a standard error of some 0.4 %.
    for (const [i, ensemble] of result.ensembles.entries())
      for (const { t } of ensemble.bands) {
        const kept = averageAt(ensemble, types, t - 1);
        expect(Math.abs(kept / law(t) - 1), `order ${i + 1}, t = ${t}`).toBeLessThan(0.03);
      }
  });

  it('is said beside what the runs have, and how far it is off', () => {
    const kept = result.ensembles.map((ensemble) => averageAt(ensemble, types, 4));
    expect(numbersIn(wordOrders.sentence(result, 4))).toEqual([
      ...[5, 4183],
      ...kept.flatMap((words, i) => [Math.round(words), i + 1]),
      ...[1, Math.round(law(5))],
    ]);
    const said = wordOrders.figures[0]!.takeaway(result, 4);
    for (const words of kept) {
      const off = (100 * Math.abs(words / law(5) - 1)).toPrecision(2);
      expect(numbersIn(said).some((number) => Math.abs(number - Number(off)) < 0.06)).toBe(true);
    }
    expect(wordOrders.caption(result)).toBe(
      'Moby Dick, chapters 1 to 10 · n = 4,000 · 5 generations · 20 runs of each order · seed orders',
    );
  });

  it('is that of single words in the program to take home', () => {
    expect(wordOrders.config(settings)).toMatchObject({
      family: 'categorical',
      n: 4_000,
      replicates: 20,
    });
  });
});

describe('what keeps words alive', () => {
  const settings = {
    ...defaultSettings(wordPolicies.fields),
    n: 1_000,
    generations: 6,
    replicates: 10,
  };
  const ofOrder = (order: string) => shownWith(wordPolicies, { ...settings, order });

  it.each(['1', '2', '3'])(
    'under accumulate no word dies that the first generation holds, order %s',
    (order) => {
      const kept = ofOrder(order).ensembles.map((ensemble) =>
        ensemble.bands.map((_, row) => averageAt(ensemble, types, row)),
      );
      const [replace, fixed, fresh, all] = kept as [number[], number[], number[], number[]];
      expect(new Set(all).size).toBe(1);
      expect(all[0]).toBe(replace[0]);
      for (const row of [1, 3, 5]) {
        expect(replace[row]!).toBeLessThan(fresh[row]!);
        expect(fresh[row]!).toBeLessThan(all[row]!);
      }
      // The same few real words protect themselves alone.
      expect(replace[5]!).toBeLessThan(fixed[5]!);
      expect(fixed[5]!).toBeLessThan(fresh[5]!);
    },
  );

  it('is said for each policy, with the share that is set', () => {
    const result = shownWith(wordPolicies, { ...settings, share: 0.25, text: 'site' });
    expect(result.ensembles.map(({ config }) => config.regimeOptions)).toEqual([
      undefined,
      { share: 0.25 },
      { share: 0.25 },
      undefined,
    ]);
    const kept = result.ensembles.map((ensemble) => Math.round(averageAt(ensemble, types, 5)));
    const said = numbersIn(wordPolicies.sentence(result, 5));
    expect(said.slice(2)).toEqual(kept);
    expect(wordPolicies.caption(result)).toContain(
      'Three articles of this site · order 1: single words',
    );
  });
});
