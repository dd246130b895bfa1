import { afterEach, describe, expect, it, vi } from 'vitest';
import { finish } from '../../src/components/island/finish.ts';
import type { WorkOrder, WorkReport } from '../../src/components/island/work.ts';
import { jobNamed, type JobResult } from '../../src/lib/jobs/index.ts';
import { config } from '../ensemble/support.ts';

const input = {
  ensembles: [
    { ...config, replicates: 3000 },
    { ...config, n: 10, replicates: 2000 },
  ],
  keep: ['sigma'],
  levels: [0.05, 0.5, 0.95],
};
const expected = finish('ensembles', input);

/** What becomes of the n-th order that any worker gets, counted from 1: made if nothing is said. */
type Fate = (order: number) => 'made' | 'dies' | 'throws' | 'unable' | 'silent';

/** When a worker is there, in milliseconds: at once if nothing is said; never, or not at all. */
type Start = number | 'never' | 'fails' | 'refused';

/**
 * Workers as the page sees them, which make each piece after a moment, out of order where there are
 * several.
 */
function workersOf(fate: Fate = () => 'made', start: Start = 0) {
  const seen = { hired: 0, orders: 0, stops: 0 };
  class FakeWorker {
    onmessage: ((event: { data: WorkReport }) => void) | null = null;
    onerror: (() => void) | null = null;
    readonly #pace = 1 + ((seen.hired++ * 3) % 5);
    #current = 0;

    constructor() {
      if (start === 'refused') throw new Error('Failed to construct Worker');
      if (start === 'fails') setTimeout(() => this.onerror?.());
      else if (start !== 'never')
        setTimeout(() => this.onmessage?.({ data: { ready: true } }), start);
    }

    postMessage(order: WorkOrder): void {
      if ('stop' in order) {
        seen.stops++;
        this.#current = 0;
        return;
      }
      const { id, job, piece } = structuredClone(order);
      this.#current = id;
      const what = fate(++seen.orders);
      const say = (data: WorkReport) => {
        if (this.#current === id) this.onmessage?.({ data });
      };
      setTimeout(() => {
        if (what === 'silent') return undefined;
        if (what === 'dies') return this.onerror?.();
        if (what === 'unable') return say({ id, unable: true });
        if (what === 'throws') return say({ id, error: 'no memory left' });
        const work = jobNamed(job).make(piece);
        let next = work.next();
        for (; !next.done; next = work.next()) say({ id, progress: next.value });
        say({ id, made: structuredClone(next.value) });
      }, this.#pace);
    }

    terminate(): void {
      this.#current = 0;
      this.onmessage = this.onerror = null;
    }
  }
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('window', globalThis);
  return seen;
}

/** A workshop of its own, with no workers yet, on a machine of so many processors. */
async function workshopOn(processors: number) {
  vi.stubGlobal('navigator', { hardwareConcurrency: processors });
  vi.resetModules();
  const { Workshop, Cancelled } = await import('../../src/components/island/workshop.ts');
  return { workshop: new Workshop(), Cancelled };
}

const silent = { onProgress: () => undefined };

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('a job made by the page’s workers', () => {
  it.each([1, 2, 5])('is the same to the last bit on %i processors', async (processors) => {
    const seen = workersOf();
    const { workshop } = await workshopOn(processors);
    const shares: number[] = [];
    const parts: JobResult<'ensembles'>[] = [];
    const result = await workshop.run('ensembles', input, {
      onProgress: (share) => shares.push(share),
      onPart: (part) => parts.push(part),
    });
    expect(result).toEqual(expected);
    expect(seen.hired).toBe(processors);
    expect(seen.orders).toBe(jobNamed('ensembles').pieces(input).length);
    expect(shares.every((share, i) => i === 0 || share >= shares[i - 1]!)).toBe(true);
    expect(shares.at(-1)).toBeCloseTo(1, 12);
    // Each part has more runs than the one before, and none is the whole.
    const made = parts.map(({ ensembles }) => ensembles.reduce((sum, some) => sum + some.made, 0));
    expect(made.length).toBeGreaterThan(0);
    expect(made.every((count, i) => count > (made[i - 1] ?? 0) && count < 5000)).toBe(true);
  });

  it('is made again where a worker dies, and comes out the same', async () => {
    const seen = workersOf((order) => (order % 7 === 3 ? 'dies' : 'made'));
    const { workshop } = await workshopOn(3);
    expect(await workshop.run('ensembles', input, silent)).toEqual(expected);
    expect(seen.hired).toBeGreaterThan(3);
    expect(seen.orders).toBeGreaterThan(jobNamed('ensembles').pieces(input).length);
  });

  it('is given up, with a word to the reader, where every worker dies', async () => {
    workersOf(() => 'dies');
    const { workshop } = await workshopOn(2);
    await expect(workshop.run('ensembles', input, silent)).rejects.toThrow(
      'the background worker that computes it stopped again and again',
    );
  });

  it('fails with the reason that a worker gives, and the next one does not suffer', async () => {
    workersOf((order) => (order === 2 ? 'throws' : 'made'));
    const { workshop } = await workshopOn(2);
    await expect(workshop.run('ensembles', input, silent)).rejects.toThrow('no memory left');
    expect(await workshop.run('ensembles', input, silent)).toEqual(expected);
  });

  it.each(['refused', 'fails'] as const)(
    'is made by the page itself where a worker %s to start, and comes out the same',
    async (start) => {
      const seen = workersOf(() => 'made', start);
      const { workshop } = await workshopOn(2);
      const parts: JobResult<'ensembles'>[] = [];
      const watching = { onProgress: () => undefined, onPart: parts.push.bind(parts) };
      expect(await workshop.run('ensembles', input, watching)).toEqual(expected);
      expect(parts.length).toBeGreaterThan(0);
      expect(seen.orders).toBe(0);
      // A few are tried, and a few again for the next order.
      const tried = seen.hired;
      expect(tried).toBeLessThan(4);
      expect(await workshop.run('ensembles', input, silent)).toEqual(expected);
      expect(seen.hired).toBe(2 * tried);
    },
  );

  it('is made by the page itself where workers cannot load what it needs', async () => {
    const seen = workersOf(() => 'unable');
    const { workshop } = await workshopOn(2);
    expect(await workshop.run('ensembles', input, silent)).toEqual(expected);
    expect(seen.orders).toBeLessThan(4);
  });

  it('is begun by the page while its workers are under way, and no worker is given up for that', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    const seen = workersOf(() => 'made', 15_000);
    const { workshop } = await workshopOn(2);
    const made = workshop.run('ensembles', input, silent);
    await vi.advanceTimersByTimeAsync(3_900);
    expect(seen).toEqual({ hired: 2, orders: 0, stops: 0 });
    await vi.advanceTimersByTimeAsync(200);
    vi.useRealTimers();
    expect(await made).toEqual(expected);
    expect(seen).toEqual({ hired: 2, orders: 0, stops: 0 });
  });

  it('waits for a worker that comes late, and leaves the rest to it', async () => {
    const seen = workersOf(() => 'made', 50);
    const { workshop } = await workshopOn(1);
    expect(await workshop.run('ensembles', input, silent)).toEqual(expected);
    expect(seen).toEqual({
      hired: 1,
      orders: jobNamed('ensembles').pieces(input).length,
      stops: 0,
    });
  });

  it('is taken up again after four looks without a word from its worker', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    const seen = workersOf((order) => (order === 1 ? 'silent' : 'made'));
    const { workshop } = await workshopOn(1);
    const made = workshop.run('ensembles', input, silent);
    await vi.advanceTimersByTimeAsync(3_900);
    expect(seen.hired).toBe(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(seen.hired).toBe(2);
    vi.useRealTimers();
    await made.catch(() => undefined);
  });

  it('fails with the reason where its parts cannot be joined', async () => {
    workersOf();
    const { workshop } = await workshopOn(2);
    const { jobs } = await import('../../src/lib/jobs/index.ts');
    vi.spyOn(jobs.ensembles, 'join').mockImplementation(() => {
      throw new Error('they do not fit');
    });
    await expect(workshop.run('ensembles', input, silent)).rejects.toThrow('they do not fit');
  });

  it('ends as cancelled when it is called off or another is ordered, whose result is whole', async () => {
    const seen = workersOf();
    const { workshop, Cancelled } = await workshopOn(2);
    const first = workshop.run('ensembles', input, silent);
    workshop.cancel();
    await expect(first).rejects.toBeInstanceOf(Cancelled);
    const second = workshop.run('ensembles', input, silent);
    const third = workshop.run('ensembles', input, silent);
    await expect(second).rejects.toBeInstanceOf(Cancelled);
    expect(await third).toEqual(expected);
    // Of the jobs called off only what was under way was ordered.
    expect(seen.orders).toBeLessThan(jobNamed('ensembles').pieces(input).length + 5);
  });
});
