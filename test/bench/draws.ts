/**
 * What a draw costs, in ns and as a ratio to a plain baseline of the same run: only the ratio
 * carries over to another machine. Alone: `node test/bench/draws.ts`.
 */
import { pathToFileURL } from 'node:url';
import { chiSquare, gamma } from '../../src/lib/random/gamma.ts';
import { streams } from '../../src/lib/random/index.ts';

export interface DrawCost {
  readonly name: string;
  readonly nsPerDraw: number;
  /** To the baseline, which is the first row. */
  readonly ratio: number;
}

const BATCH = 20_000;
const ROUNDS = 60;

/** Runs a batch and returns something made of every draw, so that none can be optimised away. */
type Batch = () => number;

function times(draw: () => number): Batch {
  return () => {
    let sum = 0;
    for (let i = 0; i < BATCH; i++) sum += draw();
    return sum;
  };
}

function boxMuller(): number {
  const radius = Math.sqrt(-2 * Math.log(1 - Math.random()));
  return radius * Math.cos(2 * Math.PI * Math.random());
}

function fill(out: Float64Array, fillNormal: (out: Float64Array) => void): Batch {
  return () => {
    for (let i = 0; i < BATCH; i += out.length) fillNormal(out);
    return out[0]!;
  };
}

function batches(): readonly (readonly [string, Batch])[] {
  const keyedAt = streams.get('keyed').open('bench');
  const sourceAt = streams.get('source').open('12345');
  const rng = streams.get('keyed').open('bench', 1)(1);
  const sourceRng = streams.get('source').open('2468')(1);
  let t = 0;
  return [
    ['Box–Muller on Math.random (baseline)', times(boxMuller)],
    ['Math.random', times(Math.random)],
    ['keyed uniform', times(() => rng.uniform())],
    ['keyed normal, one call a draw', times(() => rng.normal())],
    ['keyed normal, fillNormal of 200', fill(new Float64Array(200), rng.fillNormal)],
    ['keyed normal, fillNormal of 10,000', fill(new Float64Array(10_000), rng.fillNormal)],
    ['keyed: a new generation and 1 normal', times(() => keyedAt(++t).normal())],
    ['keyed: opening a replicate', times(() => (streams.get('keyed').open('bench', ++t), 0))],
    ['gamma of shape 0.5', times(() => gamma(rng, 0.5))],
    ['chi-square of 199 degrees', times(() => chiSquare(rng, 199))],
    ['source normal', times(() => sourceRng.normal())],
    ['source: a new generation and 1 normal', times(() => sourceAt(++t % 5000).normal())],
  ];
}

/** The best of many short rounds for each kind of draw, all kinds in every round. */
export function benchDraws(): DrawCost[] {
  const all = batches();
  const best = all.map(() => Infinity);
  let kept = 0;
  for (let round = 0; round < ROUNDS; round++) {
    all.forEach(([, batch], i) => {
      const start = performance.now();
      kept += batch();
      best[i] = Math.min(best[i]!, ((performance.now() - start) * 1e6) / BATCH);
    });
  }
  if (Number.isNaN(kept)) throw new Error('a draw was not a number');
  return all.map(([name], i) => ({
    name,
    nsPerDraw: best[i]!,
    ratio: best[i]! / best[0]!,
  }));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { name, nsPerDraw, ratio } of benchDraws()) {
    console.log(`${nsPerDraw.toFixed(1).padStart(8)} ns ${ratio.toFixed(2).padStart(6)}  ${name}`);
  }
}
