import { describe, expect, it } from 'vitest';
import { prior } from '../../src/components/demos/prior.ts';
import { slopes } from '../../src/components/demos/slopes.ts';
import { slopesFigure, slopesSentence, timesToHalve } from '../../src/components/figures/slopes.ts';
import { exactPrice, simulatedPrice } from '../../src/components/figures/price.ts';
import { finish } from '../../src/components/island/finish.ts';
import type { EnsemblesResult } from '../../src/lib/jobs/ensembles.ts';
import { freshAccumulated } from '../../src/lib/theory/freshAccumulated.ts';
import { priorLaw } from '../../src/lib/theory/priorLaw.ts';
import { defaultSettings, type Settings } from '../../src/settings/fields.ts';
import { expectRelative } from '../support/relative.ts';
import {
  axisNames,
  differences,
  legendOf,
  points,
  textsOf,
  xScale,
  yScale,
} from '../support/readChart.ts';
import { document } from './sound.ts';

const slopesOf = (changes: Settings) =>
  finish('ensembles', slopes.input({ ...defaultSettings(slopes.fields), ...changes }));

describe('the error of a store that real data keep coming to', () => {
  const opened: EnsemblesResult = slopesOf({ replicates: 20, generations: 200 });
  const last = opened.ensembles[0]!.config.at.length - 1;

  it('is that of the law for large n, up to one in n, at every share', () => {
    for (const ensemble of opened.ensembles) {
      const { share } = ensemble.config.regimeOptions as { share: number };
      for (const t of ensemble.config.at)
        expect(Math.abs(exactPrice(ensemble, t) / freshAccumulated({ share, t }) - 1)).toBeLessThan(
          1 / 100,
        );
    }
  });

  it('takes twice as many generations to halve above one half, and more below', () => {
    expect([1, 0.75, 0.5].map(timesToHalve)).toEqual([2, 2, 2]);
    expectRelative(timesToHalve(0.25), 4, 1e-14);
    expectRelative(timesToHalve(0.1), 32, 1e-14);
    expect(slopesSentence(opened, last)).toMatch(
      /^Generation 200, 10 of 100 new values real: .* it takes 32 times as many generations to halve it\.$/,
    );
    const half = slopesOf({ replicates: 10, generations: 5, share: 0.5 });
    expect(slopesSentence(half, 0)).toContain('a little over 2 times as many');
    // Of a hundred values a thousandth is one.
    const one = slopesOf({ replicates: 10, generations: 5, share: 0.001 });
    expect(slopesSentence(one, 0)).toContain('1 of 100 new values real');
  });

  it('is drawn on two logarithmic axes, law and runs, with the shares beside their lines', () => {
    const { svg } = slopesFigure.draw(opened, last, {
      ...{ width: 720, height: 320, document, uid: 'test' },
    });
    const scales = { x: xScale(svg, 'log'), y: yScale(svg, 'log') };
    const { at } = opened.ensembles[0]!.config;
    const wanted = (of: (ensemble: EnsemblesResult['ensembles'][number], row: number) => number) =>
      opened.ensembles.flatMap((ensemble) => at.map((t, row) => [t, of(ensemble, row)] as const));
    const law = wanted((ensemble, row) => exactPrice(ensemble, at[row]!));
    expect(
      differences(points(svg, '[stroke="var(--law)"][stroke-width="1.3"]'), law, scales),
    ).toEqual([]);
    const dots = wanted(simulatedPrice).filter((_, i) => {
      const row = i % at.length;
      return row % 2 === 0 || row === last;
    });
    expect(
      differences(points(svg, '[stroke="var(--mean)"][stroke-width="5"]'), dots, scales),
    ).toEqual([]);
    expect(legendOf(svg)).toEqual(['dot mean: simulated', 'dashed law: exact law']);
    expect(axisNames(svg)).toMatchObject({
      x: 'Generation, logarithmic scale →',
      y: '↑ variance of the mean, in units of σ² / n',
    });
    const names = textsOf(svg).filter(({ className }) => className.startsWith('edge-label'));
    // From the top: the less is real the larger the error.
    expect(names.map(({ text }) => text)).toEqual([
      'α = 0',
      'your α',
      'α = 0.25',
      'α = 0.5',
      'α = 1',
    ]);
    // The playhead is where the generation is.
    const drawing = slopesFigure.draw(opened, 10, { width: 720, height: 320, document, uid: 'x' });
    expect(slopesFigure.placeOf!(drawing, opened, 10)).toBeCloseTo(drawing.x(at[10]!), 9);
    expect(slopesFigure.frameAt!(drawing, opened, drawing.x(at[10]!))).toBe(10);
  });
});

describe('the pictures of a prior', () => {
  const asked = (changes: Settings) =>
    finish('ensembles', prior.input({ ...defaultSettings(prior.fields), ...changes }));
  const opened = asked({ replicates: 400, generations: 100, expects: 0.5 });
  const last = opened.ensembles[0]!.config.at.length - 1;

  it('have the exact average, which goes to the prior', () => {
    for (const [i, guess] of [1, 0.5].entries()) {
      const { columns, rows } = prior.figures[i]!.table(opened, 0);
      const exact = columns.indexOf('root of the mean of s², exact');
      for (const row of rows) {
        const of = { n: 100, strength: 10, tau: 30 * guess, sigma: 30, t: Number(row[0]) };
        expectRelative(Number(row[exact]), Math.sqrt(priorLaw(of).mean), 1e-12);
      }
      // r^100 is 7e-5.
      expectRelative(Number(rows.at(-1)![exact]), 30 * guess, 3e-4);
    }
  });

  it('say which prior is right, and what it expects', () => {
    const titles = prior.figures.map((figure) => figure.title(opened));
    expect(titles).toEqual([
      'Standard deviation of the runs: Right prior, τ = 30',
      'Standard deviation of the runs: Prior, τ = 15',
    ]);
    expect(prior.sentence(opened, last)).toMatch(
      /^Generation 100: the typical run’s standard deviation is 2\d\.\d where the prior expects 30 and 1\d\.\d where the prior expects 15; the original has 30\.$/,
    );
    const right = asked({ replicates: 10, generations: 5, expects: 1 });
    expect(prior.figures[1]!.title(right)).toContain('Right prior, τ = 30');
  });
});
