import { describe, expect, it } from 'vitest';
import { streams } from '../../src/lib/random/index.ts';

describe('the registry of streams', () => {
  it('offers keyed streams first and the source’s second', () => {
    expect(streams.all.map(({ id }) => id)).toEqual(['keyed', 'source']);
  });

  it.each(streams.all.map((family) => [family.id, family] as const))(
    'holds a family that repeats itself and explains itself: %s',
    (_, family) => {
      expect(family.label).not.toBe('');
      expect(family.summary).toMatch(/\.$/);
      expect(family.seedProblem('12345')).toBeNull();
      expect(family.seedProblem('')).toMatch(/\.$/);
      const first = family.open('12345')(1).normal();
      expect(family.open('12345')(1).normal()).toBe(first);
      expect(family.open('12345')(2).normal()).not.toBe(first);
      expect(family.open('12346')(3).normal()).not.toBe(first);
    },
  );
});
