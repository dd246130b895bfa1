import { describe, expect, it } from 'vitest';
import { finish } from '../../src/components/island/finish.ts';
import { edge } from '../../src/components/demos/edge.ts';
import { EDGE } from '../../src/components/demos/shared/edgeSettings.ts';
import { edgePath } from '../../src/components/figures/edge.ts';
import { defaultSettings, type Settings } from '../../src/settings/fields.ts';
import { lognormal3LoneErrors } from '../../src/lib/theory/lognormal3Information.ts';
import { lognormal3 } from '../../src/lib/families/lognormal3.ts';

const resultOf = (changes: Settings) =>
  finish('ensembles', edge.input({ ...defaultSettings(edge.fields), replicates: 40, ...changes }));

describe('“Which of the three parameters wanders furthest?”', () => {
  const result = resultOf({ generations: 60 });

  it('opens early, or at the end of what is shorter', () => {
    expect(edge.frameLabel(result, edge.openAt(result))).toBe('Generation 10 of 60');
    const short = resultOf({ generations: 4, n: 50 });
    expect(edge.frameLabel(short, edge.openAt(short))).toBe('Generation 4 of 4');
    // No run of ten values in which it could be answered is left by then.
    const lost = resultOf({ n: 10, sdlog: 0.1, replicates: 10, seed: 'a' });
    expect(lost.ensembles[0]!.bands[edge.openAt(lost)]!.survivors).toBeGreaterThan(0);
  });

  it('is answered by the sentence, in one unit for all three', () => {
    const { n, truth } = result.ensembles[0]!.config;
    const units = lognormal3LoneErrors(lognormal3.model(truth), n);
    const named = new Set<string>();
    for (const frame of [0, 9, 59]) {
      const widths = EDGE.map((wanderer, i) => {
        const { label } = wanderer;
        const { name, symbol } = lognormal3.parameters[i]!;
        const row = edgePath(wanderer).table(result, frame).rows[frame]!;
        return {
          label,
          symbol,
          width: (Number(row[4]) - Number(row[2])) / units[name as keyof typeof units],
        };
      }).sort((a, b) => b.width - a.width);
      const sentence = edge.sentence(result, frame);
      expect(sentence).toContain(`the ${widths[0]!.label} has wandered furthest`);
      const spans = [...sentence.matchAll(/([\d.]+)(?: lone standard errors| for (.))/g)];
      expect(spans.map(([, width]) => Number(width))).toEqual(
        widths.map(({ width }) => Number(width.toPrecision(3))),
      );
      expect(spans.slice(1).map(([, , symbol]) => symbol)).toEqual(
        widths.slice(1).map(({ symbol }) => symbol),
      );
      named.add(widths[0]!.label);
    }
    // First the threshold, later another.
    expect(named.size).toBeGreaterThan(1);
  });

  it('says nothing of who is ahead when one run or none is left', () => {
    const lost = resultOf({ n: 10, sdlog: 0.1, replicates: 10, seed: 'a' });
    const last = edge.frames(lost) - 1;
    expect(lost.ensembles[0]!.bands[last]!.survivors).toBeLessThan(2);
    expect(edge.sentence(lost, last)).toMatch(/^Of 10 runs/);
  });
});
