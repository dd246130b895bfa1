import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { edge } from '../../src/components/demos/edge.ts';
import { defaultSettings } from '../../src/settings/fields.ts';
import { PART, RESULTS, resultsOf, type Course } from './lognormalResults.ts';

interface Results {
  readonly runs: number;
  readonly courses: Readonly<Record<string, Course>>;
}
const stored = JSON.parse(readFileSync(RESULTS, 'utf8')) as {
  seed: string;
  whole: Results;
  part: Results;
};

describe('the numbers that the articles say of the lognormal with a threshold', () => {
  it('begin with the runs that the engine makes now (npm run results makes all anew)', () => {
    expect(resultsOf(PART)).toEqual(stored.part);
  });

  it('are of ten thousand runs of the same experiments, these first ones among them', () => {
    const { whole, part } = stored;
    expect(whole.runs).toBe(10_000);
    expect(Object.keys(whole.courses)).toEqual(Object.keys(part.courses));
    for (const [name, course] of Object.entries(whole.courses)) {
      const first = part.courses[name]!;
      expect(course.at).toEqual(first.at);
      for (const row of course.at.keys()) {
        const counted = [course.left, course.intoTheNormal, course.intoTheEdge].map(
          (counts) => counts[row]!,
        );
        const among = [first.left, first.intoTheNormal, first.intoTheEdge].map(
          (counts) => counts[row]!,
        );
        // Every run is left or lost in one of these ways.
        expect(counted.reduce((sum, runs) => sum + runs)).toBe(whole.runs);
        counted.forEach((runs, i) => expect(runs).toBeGreaterThanOrEqual(among[i]!));
      }
    }
  });

  it('are of the seed and the original of the demo beside them', () => {
    const { seed, threshold, meanlog, sdlog, n, estimator } = defaultSettings(edge.fields);
    const run = edge.config(defaultSettings(edge.fields));
    expect(stored.seed).toBe(seed);
    expect(run.truth).toEqual({ threshold, meanlog, sdlog });
    expect(stored.whole.courses['replace200']).toMatchObject({ n, truth: run.truth, estimator });
  });
});
