import { describe, expect, it } from 'vitest';
import { finish } from '../../src/components/island/finish.ts';
import { jobs } from '../../src/lib/jobs/index.ts';
import { fading } from '../../src/components/demos/fading.ts';
import { fadingSentence, passages } from '../../src/components/figures/passages.ts';
import { defaultSettings, type Settings } from '../../src/settings/fields.ts';
import type { PassagesResult } from '../../src/lib/jobs/passages.ts';
import {
  cdfOfFirstPassage,
  meanFirstPassage,
  quantileOfFirstPassage,
} from '../../src/lib/theory/firstPassage.ts';
import {
  axisNames,
  drawn,
  HAIR,
  legendOf,
  points,
  spaced,
  strokes,
  xScale,
} from '../support/readChart.ts';
import { BEGINNING } from '../support/beginning.ts';
import { madeUp } from './madeUp.ts';

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
    expect(fading.caption(result)).toContain(`${late} of them not there by generation`);
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
    // The law's share below a sample median has the standard error 1 / (2 sqrt(runs)), and one
    // generation more or less.
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

describe('the picture of fading', () => {
  const law = { n: 30, estimator: 'unbiased-variance', fraction: 0.5 };
  const { config } = madeUp({ at: [400], n: 30, truth: { mu: 0, sigma: 8 } }, () => null, 20);
  const horizon = Math.ceil(quantileOfFirstPassage({ ...law, p: 0.99 }));
  const width = Math.ceil(horizon / 50);
  /**
   * Of 20 runs 8 in the first bin, at both its ends, 7 in the second, 1 in the tenth, 3 beyond the
   * picture, 1 nowhere.
   */
  const times = [
    ...[1, 1, 1, 1, width, width, width, width],
    ...Array.from({ length: 7 }, () => width + 1),
    10 * width,
    ...[399, 400, 400, 0],
  ];
  const result: PassagesResult = {
    config,
    below: { name: 'sigma', level: 4 },
    times: Int32Array.from(times),
  };
  const svg = drawn(passages, result);
  const x = xScale(svg);
  const bars = strokes(svg, '[fill="var(--spread)"]');
  const base = bars[0]![0]![1];
  const perShare = (base - bars[0]![1]![1]) / (8 / 20);

  it('has a bar for each bin that some run is in, as high as its share', () => {
    expect(width).toBeGreaterThan(1);
    expect(bars).toHaveLength(3);
    for (const [i, [bin, runs]] of (
      [
        [0, 8],
        [1, 7],
        [9, 1],
      ] as const
    ).entries()) {
      const [from, top, to] = [bars[i]![0]![0], bars[i]![1]![1], bars[i]![2]![0]];
      expect(Math.abs(from - x.toPixel(bin * width))).toBeLessThan(HAIR);
      expect(Math.abs(to + 1 - x.toPixel((bin + 1) * width))).toBeLessThan(HAIR);
      expect(Math.abs(base - top - (perShare * runs) / 20)).toBeLessThan(HAIR);
    }
  });

  it('has the share of the law in the middle of each bin', () => {
    const curve = points(svg, '[stroke="var(--law)"]');
    expect(curve).toHaveLength(Math.ceil(horizon / width));
    const of = (k: number) => cdfOfFirstPassage({ ...law, k });
    curve.forEach(([pixel, y], i) => {
      expect(Math.abs(pixel - x.toPixel((i + 0.5) * width))).toBeLessThan(HAIR);
      const share = of((i + 1) * width) - of(i * width);
      expect(Math.abs(base - y - perShare * share), `bin ${i}`).toBeLessThan(0.4);
    });
  });

  it('names its marks, its axes and its fraction', () => {
    expect(legendOf(svg)).toEqual([
      'block spread-soft: runs',
      'dashed law: inverse Gaussian distribution',
    ]);
    expect(axisNames(svg)).toMatchObject({ x: 'Generation →', y: '↑ share of the runs' });
    expect(spaced(passages.title(result))).toBe(
      'The generation in which a run first has less than 50 % of its spread',
    );
  });

  it('says when one in twenty is there, and when one in twenty is not', () => {
    const [early, late] = [0.05, 0.95].map((p) => Math.ceil(quantileOfFirstPassage({ ...law, p })));
    expect(passages.takeaway(result, 0)).toMatch(
      new RegExp(
        `^By an inverse Gaussian distribution one run in twenty has got there by generation ${early}, and one in twenty has still not got there by generation ${late}\\. `,
      ),
    );
    expect(fading.caption(result)).toContain(
      'n = 30 · below 4, from an original 8 · 20 runs, 1 of them not there by generation 400',
    );
  });

  it('says the middle run, and that there is none yet', () => {
    expect(fadingSentence(result)).toContain(`(${width + 1} simulated)`);
    const late = Int32Array.from(times, (t, i) => (i < 12 ? 0 : t));
    expect(fadingSentence({ ...result, times: late })).toContain('(none yet in this simulation)');
  });
});

it('begins with no more runs than are asked for, and with enough for a picture', () => {
  for (const replicates of [10, 20, 300, 5000]) {
    for (const n of [2, 100, 1000]) {
      const asked = fading.input({ ...settings, n, replicates });
      const { ensemble } = jobs.passages.beginning(asked, BEGINNING);
      expect(ensemble.replicates).toBeLessThanOrEqual(replicates);
      expect(ensemble.replicates).toBeGreaterThanOrEqual(Math.min(replicates, 20));
    }
  }
});
