import { describe, expect, it } from 'vitest';
import { firstPreview, isSoon, nextPreview } from '../../src/components/island/preview.ts';

const MOST = 400_000;
const first = firstPreview(MOST);
/** What a machine makes of a preview that takes so many nanoseconds a value. */
const after = (preview: typeof first, nanoseconds: number, cost = preview.values) =>
  nextPreview(preview, { cost, ms: (nanoseconds * cost) / 1e6 });

describe('what is shown during a drag', () => {
  it('is as much as ever on a machine that makes it in a part of a frame', () => {
    expect(after(first, 10).values).toBe(MOST);
  });

  it('is halved until it takes a part of a frame, but not to next to nothing', () => {
    expect(after(first, 25).values).toBe(MOST / 2);
    expect(after(first, 50).values).toBe(MOST / 4);
    expect(after(first, 100).values).toBe(MOST / 8);
    expect(after(first, 10_000).values).toBe(MOST / 8);
  });

  it('stays as it is where the time differs a little', () => {
    let preview = after(first, 25);
    for (const nanoseconds of [20, 30, 24, 29, 18]) {
      preview = after(preview, nanoseconds);
      expect(preview.values).toBe(MOST / 2);
    }
  });

  it('does not follow what disturbs a machine once, but what lasts', () => {
    const calm = after(after(first, 10), 10);
    const disturbed = after(calm, 200);
    expect(disturbed.values).toBe(MOST);
    expect(after(disturbed, 10).values).toBe(MOST);
    expect(after(disturbed, 200).values).toBe(MOST / 8);
  });

  it('grows again when the machine has become faster', () => {
    const slow = after(first, 100);
    expect(after(slow, 10).values).toBe(MOST);
  });

  it('learns nothing from what is next to nothing', () => {
    expect(nextPreview(first, { cost: 100, ms: 1 })).toBe(first);
  });
});

describe('a beginning', () => {
  it('is made on the page unless it is known to keep it too long', () => {
    expect(isSoon(first, 1e9)).toBe(true);
    const known = after(first, 25);
    expect(isSoon(known, 900_000)).toBe(true);
    expect(isSoon(known, 1_000_000)).toBe(false);
  });
});
