/**
 * What a chain of 500 generations at n = 200 costs, in µs and as a ratio to a plain baseline of the
 * same run: only the ratio carries over to another machine. Alone: `node test/bench/chains.ts`.
 */
import { pathToFileURL } from 'node:url';
import { generations } from '../../src/lib/recursion.ts';
import type { RunConfig } from '../../src/lib/types.ts';
import { paramsOf } from '../support/models.ts';

/** What one way of running a chain costs. */
export interface ChainCost {
  readonly name: string;
  readonly microseconds: number;
  /** To the plain baseline, measured in the same run; less is faster. */
  readonly ratio: number;
}

const N = 200;
const GENERATIONS = 500;
const TRUTH = { mu: 125, sigma: 30 };

/** What one would write first: Box–Muller on Math.random, and sums of values and squares. */
function plain(): number {
  let { mu, sigma } = TRUTH;
  for (let t = 0; t < GENERATIONS; t++) {
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < N; i += 2) {
      const radius = Math.sqrt(-2 * Math.log(1 - Math.random()));
      const angle = 2 * Math.PI * Math.random();
      const x = mu + sigma * radius * Math.cos(angle);
      const y = mu + sigma * radius * Math.sin(angle);
      sum += x + y;
      squares += x * x + y * y;
    }
    mu = sum / N;
    sigma = Math.sqrt((squares - N * mu * mu) / (N - 1));
  }
  return sigma;
}

/** The engine, to the last generation; the seed changes so that no chain is run twice. */
function engine(stream: string, seed: string): number {
  const config: RunConfig = {
    family: 'normal',
    truth: TRUTH,
    estimator: 'unbiased-variance',
    regime: 'replace',
    n: N,
    generations: GENERATIONS,
    seed,
    stream,
  };
  let sigma = NaN;
  for (const { fit } of generations(config)) if (fit.ok) sigma = paramsOf(fit).sigma!;
  return sigma;
}

/** The best of many rounds for each way, all ways in every round; the baseline is the first row. */
export function benchChains({ rounds = 60, chains = 2 } = {}): readonly ChainCost[] {
  const ways = [
    { name: 'Box–Muller on Math.random (baseline)', chain: plain },
    { name: 'engine, stream keyed', chain: (seed: string) => engine('keyed', seed) },
    { name: 'engine, stream source', chain: (seed: string) => engine('source', seed) },
  ];
  const best = ways.map(() => Infinity);
  let used = 0;
  for (let round = 0; round < rounds; round++) {
    ways.forEach(({ chain }, way) => {
      const start = performance.now();
      for (let i = 0; i < chains; i++) used += chain(String(100_000 + 1000 * round + i));
      best[way] = Math.min(best[way]!, ((performance.now() - start) * 1000) / chains);
    });
  }
  if (Number.isNaN(used)) throw new Error('a chain ended without a fit');
  return ways.map(({ name }, way) => ({
    name,
    microseconds: best[way]!,
    ratio: best[way]! / best[0]!,
  }));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { name, microseconds, ratio } of benchChains()) {
    console.log(
      `${microseconds.toFixed(0).padStart(8)} µs ${ratio.toFixed(2).padStart(6)}  ${name}`,
    );
  }
}
