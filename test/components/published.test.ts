import { describe, expect, it } from 'vitest';
import { fan, pickedRun } from '../../src/components/demos/fan.ts';
import { published } from '../../src/components/demos/shared/published.ts';
import { checkConfig } from '../../src/lib/config.ts';
import { checkEnsemble } from '../../src/lib/ensemble/config.ts';
import { defaultSettings } from '../../src/settings/fields.ts';

const grouped = published.filter(({ group }) => group !== undefined);

describe.each(published.map((preset) => [preset.id, preset] as const))(
  'the published experiment %s',
  (_, { settings, label, says, group }) => {
    it('can be made, with the run that it picks out', () => {
      const all = { ...defaultSettings(fan.fields), ...settings };
      const { ensembles, runs } = fan.input(all);
      expect(ensembles).toHaveLength(1);
      const { config } = checkEnsemble(ensembles[0]!);
      expect(config.how).toBe('sufficient');
      expect(config).toMatchObject({
        n: settings.n,
        generations: settings.generations,
        replicates: settings.replicates,
        estimator: settings.estimator,
        truth: { mu: settings.mu, sigma: settings.sigma },
      });
      expect(checkConfig(runs![0]!).config).toEqual(pickedRun(all));
    });

    it('says what the work shows if it is one of a menu, and only then', () => {
      expect(label).toMatch(/\S/);
      if (group === undefined) expect(says).toBeUndefined();
      else expect(says).toMatch(/^[A-Z].*\.$/);
    });
  },
);

describe('the published experiments', () => {
  it('have ids, labels and settings of their own', () => {
    for (const key of ['id', 'label'] as const) {
      expect(new Set(published.map((preset) => preset[key])).size).toBe(published.length);
    }
    const settings = published.map((preset) => JSON.stringify(preset.settings));
    expect(new Set(settings).size).toBe(published.length);
    expect(grouped.length).toBeGreaterThan(8);
  });

  it('name the work and its year', () => {
    for (const { label, says } of grouped) {
      const [, author, year] = /^(\w+) et al\. (\d{4})/.exec(label)!;
      expect(says).toContain(`${author} et al. (${year})`);
    }
  });

  it('give Kazdan’s expected variances, ((n - 1) / n)^100 for divisor n, and where they stand', () => {
    // A number as the page prints it: 2.66 × 10⁻⁵.
    const NUMBER = /[\d.]+(?:\s×\s10⁻[⁰¹²³⁴⁵⁶⁷⁸⁹])?/g;
    const valueOf = (text: string) => {
      const [digits, power = '⁰'] = text.split(/\s×\s10⁻/);
      return Number(digits) * 10 ** -'⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(power);
    };
    const works = grouped.filter(({ id }) => id.startsWith('kazdan-'));
    expect(works.map(({ settings }) => settings.n)).toEqual([10, 32, 100, 316, 1000]);
    for (const { settings, says } of works) {
      const [, theirs, exact] = /has (.*), with a 95\s% .* expectation is (.*)$/.exec(says!)!;
      const [found, low, high] = theirs!.match(NUMBER)!.map(valueOf);
      const expected = valueOf(exact!.match(NUMBER)![0]);
      const n = Number(settings.n);
      // Printed in three digits.
      expect(Math.abs(expected / ((n - 1) / n) ** 100 - 1)).toBeLessThan(0.005);
      if (exact!.includes('lies inside that interval')) {
        expect(expected).toBeGreaterThan(low!);
        expect(expected).toBeLessThan(high!);
      } else {
        expect(exact).toContain('ten times as much');
        expect(Math.abs(expected / found! - 10)).toBeLessThan(1);
        expect(expected).toBeGreaterThan(high!);
      }
    }
  });
});
