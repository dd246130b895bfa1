import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Clock, type ClockState } from '../../src/components/island/clock.ts';

/** A browser's frames, given by hand: 60 a second. */
let waiting: FrameRequestCallback | null = null;
let now = 1000;

function pass(seconds: number): void {
  for (const end = now + seconds * 1000; now < end && waiting;) {
    now += 1000 / 60;
    const next = waiting;
    waiting = null;
    next(now);
  }
}

beforeEach(() => {
  waiting = null;
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => {
    waiting = callback;
    return 1;
  });
  vi.stubGlobal('cancelAnimationFrame', () => (waiting = null));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

function clockOf(frames: number, frame: number, speed: number) {
  const seen: ClockState[] = [];
  const clock = new Clock((state) => seen.push(state));
  clock.speed = speed;
  clock.reset(frames, frame);
  return { clock, seen };
}

describe('the clock of a demo', () => {
  it('stands where it was put until it is played', () => {
    const { clock, seen } = clockOf(500, 499, 25);
    pass(10);
    expect(seen).toEqual([{ frame: 499, frames: 500, playing: false }]);
    expect(clock.state.frame).toBe(499);
  });

  it('shows as many frames a second as asked, none twice and none left out', () => {
    const { clock, seen } = clockOf(500, 0, 25);
    clock.play();
    pass(2.02);
    expect(clock.state.frame).toBe(50);
    const frames = seen.map(({ frame }) => frame).slice(2);
    expect(frames).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  });

  it('leaves frames out when it is asked for more than the screen shows', () => {
    const { clock, seen } = clockOf(5000, 0, 500);
    clock.play();
    pass(1.01);
    expect(clock.state.frame).toBeGreaterThan(480);
    expect(seen.length).toBeLessThan(70);
  });

  it('stops at the last frame, and starts from the first when played again', () => {
    const { clock } = clockOf(10, 5, 100);
    clock.play();
    pass(1);
    expect(clock.state).toEqual({ frame: 9, frames: 10, playing: false });
    clock.play();
    expect(clock.state).toEqual({ frame: 0, frames: 10, playing: true });
  });

  it('does not leap when the browser sent no frames for a while', () => {
    const { clock } = clockOf(500, 0, 25);
    clock.play();
    pass(0.2);
    now += 60_000;
    pass(0.02);
    expect(clock.state.frame).toBeLessThan(10);
  });

  it('pauses where it is, and where a reader puts it', () => {
    const { clock } = clockOf(500, 0, 25);
    clock.play();
    pass(1);
    clock.pause();
    const { frame } = clock.state;
    pass(1);
    expect(clock.state).toEqual({ frame, frames: 500, playing: false });
    clock.play();
    clock.seek(7);
    pass(1);
    expect(clock.state).toEqual({ frame: 7, frames: 500, playing: false });
  });

  it.each([
    [-5, 0],
    [500, 499],
    [1e9, 499],
    [NaN, 0],
    [3.4, 3],
  ])('takes %s for the nearest frame there is', (asked, frame) => {
    const { clock } = clockOf(500, 10, 25);
    clock.seek(asked);
    expect(clock.state.frame).toBe(frame);
  });

  it('has one frame at least, and then nothing to play', () => {
    const { clock } = clockOf(0, 0, 25);
    clock.play();
    expect(clock.state).toEqual({ frame: 0, frames: 1, playing: false });
  });
});
