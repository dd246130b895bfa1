import { describe, expect, it } from 'vitest';
import { remarks, speedTable } from './speed.ts';

const speeds = [
  { what: 'a change', budget: 50, measured: 50 },
  { what: 'many runs', budget: 300, measured: 301.2 },
  { what: 'Cancel', budget: 100, measured: 'no end after 120 s' },
];

describe('measured speeds', () => {
  it('are set beside their budgets', () => {
    expect(speedTable(speeds).split('\n')).toEqual([
      'what       budget  measured',
      'a change    50 ms     50 ms        within',
      'many runs  300 ms    301 ms          over',
      'Cancel     100 ms            not measured',
    ]);
  });

  it('are remarked on where they are over their budget, or missing', () => {
    expect(remarks(speeds)).toEqual([
      'over budget: many runs: 301 ms, at most 300 ms',
      'not measured: Cancel: no end after 120 s',
    ]);
  });
});
