import { describe, expect, it } from 'vitest';
import { drain } from '../../src/lib/drain.ts';
import { firstPassages } from '../../src/lib/ensemble/firstPassages.ts';
import { passages, type PassagesInput } from '../../src/lib/jobs/passages.ts';
import { config } from '../ensemble/support.ts';
import { allMade, joined, madeByWorkers, shuffled } from './support.ts';

const asked = { ...config, n: 20, replicates: 2500, generations: 400, at: [1] };
const below = { name: 'sigma', level: 3 };
const inputs: [string, PassagesInput][] = [
  ['by shortcut', { ensemble: asked, below }],
  ['value by value', { ensemble: { ...asked, replicates: 100, how: 'literal' }, below }],
];

describe.each(inputs)('first passages %s in pieces', (_, input) => {
  const { ensemble } = input;
  const made = allMade(passages, input);
  const whole = joined(passages, input, made)!;

  it('are those of all replicates in one, with what was asked for', () => {
    expect(made.length).toBeGreaterThan(2);
    const expected = drain(firstPassages(ensemble, below, 0, ensemble.replicates));
    expect(whole.times).toEqual(expected);
    expect(whole.times.some((t) => t > 0)).toBe(true);
    expect(whole.below).toEqual(below);
    expect(whole.config).toMatchObject({ n: 20, replicates: ensemble.replicates });
  });

  it('are the same in whatever order they are made, and with 1, 2 and 5 workers', () => {
    expect(joined(passages, input, made.toReversed())).toEqual(whole);
    expect(joined(passages, input, shuffled(made, 'passages'))).toEqual(whole);
    for (const workers of [1, 2, 5]) {
      expect(joined(passages, input, madeByWorkers(passages, input, workers))).toEqual(whole);
    }
  });

  it('are in the order of replicates as far as they have been made, and nothing before that', () => {
    expect(joined(passages, input, [])).toBe(null);
    const [first, second] = made;
    const { times } = joined(passages, input, [second!, first!])!;
    expect(times).toEqual(whole.times.slice(0, times.length));
    expect(times.length).toBe(first!.times.length + second!.times.length);
  });
});
