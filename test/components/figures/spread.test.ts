import { describe, expect, it } from 'vitest';
import { run as demo } from '../../../src/components/demos/run.ts';
import { parameters } from '../../../src/components/figures/parameters.ts';
import { spread } from '../../../src/components/figures/spread.ts';
import { captionText } from '../../../src/components/island/caption.ts';
import {
  axisNames,
  differences,
  drawn,
  legendOf,
  points,
  xScale,
  yScale,
} from '../../support/readChart.ts';
import { madeUpRun } from '../madeUp.ts';

const truth = { mu: 0, sigma: 4 };
const run = (...sigmas: number[]) =>
  madeUpRun(
    sigmas.map((sigma) => ({ mu: 0, sigma })),
    { truth },
  );
const result = run(5, 2, 8, 0.5, 0.1);

describe('the picture of the standard deviation', () => {
  const svg = drawn(spread, result, 0, { still: true });
  const scales = { x: xScale(svg), y: yScale(svg, 'log') };

  it('has its line at each fit, on a logarithmic scale', () => {
    const wanted = [5, 2, 8, 0.5, 0.1].map((s, i) => [i + 1, s] as const);
    expect(differences(points(svg, '[stroke="var(--spread)"]'), wanted, scales)).toEqual([]);
    expect(scales.y.ticks).toEqual([0.1, 0.3, 1, 3, 10]);
  });

  it('has a line across where the original is', () => {
    const wanted = [
      [1, 4],
      [5, 4],
    ] as const;
    expect(differences(points(svg, '[stroke="var(--original)"]'), wanted, scales)).toEqual([]);
  });

  it('names its marks and its axes', () => {
    expect(legendOf(svg)).toEqual([
      'line spread: fitted standard deviation',
      'thin original: original, 4',
    ]);
    expect(axisNames(svg)).toEqual({
      x: 'Generation →',
      y: '↑ standard deviation, logarithmic scale',
      heading: '',
    });
  });
});

describe('the words on the rises and falls of a run', () => {
  it.each([
    // The first fit is compared with the original, 4.
    [
      [5, 2, 8, 0.5, 0.1],
      'rises 2 times and falls 3 times',
      '8, in generation 3 and ends at 0.100',
    ],
    [[3, 2, 1], 'rises 0 times and falls 3 times', '3, in generation 1 and ends at 1'],
    [[5, 6], 'rises 2 times and falls 0 times', '6, in generation 2 and ends at 6'],
    [[4.5, 3], 'rises 1 time and falls 1 time', '4.50, in generation 1 and ends at 3'],
  ])('%j', (sigmas, counted, largest) => {
    expect(spread.takeaway(run(...sigmas), 0)).toBe(
      `The standard deviation ${counted}. It is largest, at ${largest}.`,
    );
  });

  it('are none without a fit', () => {
    expect(spread.takeaway(run(), 0)).toBe('No generation could be fitted.');
  });
});

it('has the table of means and standard deviations, which the page prints once', () => {
  expect(spread.table(result, 0)).toEqual(parameters.table(result, 0));
  expect(spread.tableIn).toBe(parameters.id);
  expect(captionText({ ...demo, figures: [spread as never] }, result)).toMatch(
    /straight line\. n = 100 · 5 generations · seed made/,
  );
});
