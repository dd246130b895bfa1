import { describe, expect, it } from 'vitest';
import { membersOf } from '../../src/components/island/members.ts';
import { demos } from '../../src/components/demos/index.ts';
import type { EnsemblesInput } from '../../src/lib/jobs/ensembles.ts';
import { defaultSettings, type Settings } from '../../src/settings/fields.ts';

const of = (id: string, changes: Settings = {}) => {
  const demo = demos.get(id);
  const settings = { ...defaultSettings(demo.fields), ...changes };
  return { demo, settings, ...membersOf(demo, settings) };
};
const names = (id: string, changes?: Settings) => of(id, changes).members.map(({ name }) => name);

describe('the runs that a program can be of', () => {
  it.each(demos.all.map(({ id }) => id))('of %s: the usual one is the demo’s own', (id) => {
    const { demo, settings, members, usual } = of(id);
    expect(members[usual]!.config).toEqual(demo.config(settings));
    expect(new Set(members.map(({ name }) => name)).size).toBe(members.length);
    for (const { name } of members) expect(name).not.toContain('NaN');
  });

  it('are named by what they differ in', () => {
    expect(names('edge-pair')).toEqual([
      'Local maximum likelihood',
      expect.stringContaining('divisor n − 1'),
    ]);
    expect(names('half-life')).toEqual(
      [5, 10, 20, 50, 100, 200, 500].map((n) => `n = ${n}`).concat('n = 1,000'),
    );
    expect(names('policies')).toHaveLength(3);
    expect(names('fate-map')[0]).toBe('Replace, n = 10');
  });

  it('are those that are simulated', () => {
    for (const id of ['estimators', 'price', 'growth', 'real-share', 'selection', 'definitions']) {
      const { demo, settings, members } = of(id);
      const { ensembles } = demo.input(settings) as EnsemblesInput;
      expect(members.length).toBeGreaterThan(1);
      for (const { config } of members) {
        const { estimator, regime, n, generations, seed } = config;
        expect(
          ensembles.filter((one) =>
            Object.entries({ estimator, regime, n, generations, seed }).every(
              ([name, value]) => one[name as 'n'] === value,
            ),
          ).length,
        ).toBeGreaterThan(0);
      }
    }
  });

  it('are one where the same policy stands in all places, and where nothing is compared', () => {
    const policy = { first: 'accumulate', second: 'accumulate', third: 'accumulate' };
    expect(names('policies', policy)).toEqual(['']);
    expect(names('run')).toEqual(['']);
    expect(names('fan')).toEqual(['']);
  });
});
