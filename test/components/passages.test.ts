import { describe, expect, it } from 'vitest';
import { finish } from '../../src/components/demo/finish.ts';
import { fading } from '../../src/components/demos/fading.ts';
import { fadingSentence, passages } from '../../src/components/figures/passages.ts';
import { defaultSettings, type Settings } from '../../src/lib/settings.ts';
import {
  cdfOfFirstPassage,
  meanFirstPassage,
  quantileOfFirstPassage,
} from '../../src/lib/theory/firstPassage.ts';

const settings = defaultSettings(fading.fields);

describe.each<[string, Settings]>([
  ['as it opens', {}],
  ['by maximum likelihood down to half', { estimator: 'maximum-likelihood', fraction: 0.5 }],
  ['of 500 values, down to a third', { n: 500, fraction: 1 / 3, replicates: 1000 }],
])('the demo of fading runs %s', (_, changes) => {
  const asked: Settings = { ...settings, ...changes };
  const result = finish('passages', fading.input(asked));
  const { times, config } = result;
  const law = {
    n: Number(asked.n),
    estimator: String(asked.estimator),
    fraction: Number(asked.fraction),
  };
  const runs = Number(asked.replicates);

  it('goes on until all but one run in a thousand are there', () => {
    expect(config.generations).toBe(Math.ceil(quantileOfFirstPassage({ ...law, p: 0.999 })));
    const late = times.filter((t) => t === 0).length;
    // A count with mean runs / 1000: 4 standard deviations.
    expect(Math.abs(late - runs / 1000)).toBeLessThan(4 * Math.sqrt(runs / 1000));
    const { caption } = passages;
    expect(caption(result, 0)).toContain(`${late} of them not there by generation`);
  });

  it('differs from the law by no more than chance', () => {
    const [, errors] = /at most ([\d.]+) standard errors/.exec(passages.takeaway(result, 0))!;
    // 5 levels: above 4 once in 3,000.
    expect(Number(errors)).toBeLessThan(4);
  });

  it('says the median of the law and of the runs, and the mean of the law', () => {
    const [, lawful, simulated, mean] =
      /by generation ([\d,]+) \(([\d,]+) simulated\); on average it takes ([\d,]+) gen/
        .exec(fadingSentence(result))!
        .map((text) => Number(text.replaceAll(',', '')));
    expect(lawful).toBe(Math.ceil(quantileOfFirstPassage({ ...law, p: 0.5 })));
    expect(mean).toBe(Math.round(meanFirstPassage(law)));
    expect(times).toContain(simulated);
    // The law's share below a sample median has the standard error 1 / (2 sqrt(runs)), and one generation more or less.
    const share = (k: number) => cdfOfFirstPassage({ ...law, k });
    const one = share(simulated!) - share(simulated! - 1);
    expect(Math.abs(share(simulated!) - 0.5)).toBeLessThan(4 / (2 * Math.sqrt(runs)) + one);
  });

  it('counts in its bins the runs that are there by the last of them', () => {
    const { rows } = passages.table(result, 0);
    const [last] = rows.slice(-1);
    const shown = rows.reduce((sum, [, , share]) => sum + Number(share), 0);
    const there = times.filter((t) => t > 0 && t <= Number(last![1])).length;
    expect(Math.abs(shown - there / runs)).toBeLessThan(1e-9);
    // The bins hold what the law has up to there.
    const lawful = rows.reduce((sum, [, , , share]) => sum + Number(share), 0);
    expect(lawful).toBeCloseTo(cdfOfFirstPassage({ ...law, k: Number(last![1]) }), 10);
    rows.forEach(([from, to], i) => {
      expect(from).toBe(i === 0 ? 1 : Number(rows[i - 1]![1]) + 1);
      expect(to).toBeGreaterThanOrEqual(Number(from));
    });
  });
});

it('shows no more runs in a preview than are asked for', () => {
  for (const replicates of [10, 20, 300, 5000]) {
    for (const n of [2, 100, 1000]) {
      const { ensemble } = fading.preview({ ...settings, n, replicates });
      expect(ensemble.replicates).toBeLessThanOrEqual(replicates);
      expect(ensemble.replicates).toBeGreaterThanOrEqual(Math.min(replicates, 20));
    }
  }
});
