import { describe, expect, it } from 'vitest';
import { dragRemarks, dragTable, nineteenOf20, rateOf, sweep } from './drag.ts';

const rate = (changed: number, frames: number) => ({ changed, frames });
const speeds = [
  {
    ...{ id: 'run', latency: 24.4, dragged: rate(20, 60), work: 41 },
    ...{ played: rate(25, 59.6), steps: 25 },
  },
  {
    ...{ id: 'bias', latency: Infinity, dragged: rate(0, 60), work: NaN },
    ...{ played: null, steps: 1 },
  },
  { id: 'edge', reason: 'no end after 30 s' },
  {
    ...{ id: 'fan', latency: 60.2, dragged: rate(9, 60), work: 90 },
    ...{ played: rate(10, 60), steps: 10 },
  },
];

describe('a slider that is dragged', () => {
  it('changes pictures so often a second, counted from the first frame on', () => {
    const frames = [0, 20, 40, 60, 100].map((at, i) => ({ at, changed: i % 2 === 0 }));
    expect(rateOf(frames)).toEqual({ frames: 40, changed: 20 });
    expect(rateOf(frames.slice(0, 1))).toEqual({ frames: 0, changed: 0 });
    expect(rateOf([])).toEqual({ frames: 0, changed: 0 });
  });

  it('is moved on to its end, back, and on, by one position at least', () => {
    expect(sweep(10, 4, 3, 8)).toEqual([7, 10, 7, 4, 1, 2, 5, 8]);
    expect(sweep(3, 3, 0.2, 7)).toEqual([2, 1, 0, 1, 2, 3, 2]);
    expect(new Set(sweep(1, 0, 5, 4))).toEqual(new Set([0, 1]));
  });

  it('is followed as late as in 19 of 20 movements, and never where two of 20 are not', () => {
    const times = Array.from({ length: 20 }, (_, i) => 20 - i);
    expect(nineteenOf20(times)).toBe(19);
    expect(nineteenOf20([...times.slice(1), Infinity])).toBe(19);
    expect(nineteenOf20([...times.slice(2), Infinity, Infinity])).toBe(Infinity);
  });

  it('has a row in the table', () => {
    expect(dragTable(speeds).split('\n')).toEqual([
      'demo  dragged: latency, ms  changes/s  of frames/s  work, ms  played: changes/s  of steps/s  frames/s',
      'run                     24         20           60        41                 25          25        60',
      'bias                 stale          0           60',
      'edge          not measured',
      'fan                     60          9           60        90                 10          10        60',
    ]);
  });

  it('is remarked on where its pictures follow too late, or could not be measured', () => {
    expect(dragRemarks(speeds)).toEqual([
      'over budget: dragging bias: its pictures do not follow, at most 33 ms',
      'not measured: dragging edge: no end after 30 s',
      'over budget: dragging fan: 60 ms, at most 33 ms',
    ]);
  });
});
