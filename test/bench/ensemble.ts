/**
 * What a generation of an ensemble costs by sufficient statistics, in ns and as a ratio to a plain
 * baseline of the same run, and what its bands cost: only ratios carry over to another machine.
 * Alone: `node test/bench/ensemble.ts`.
 */
import { pathToFileURL } from 'node:url';
import { drain } from '../../src/lib/drain.ts';
import { bands } from '../../src/lib/ensemble/bands.ts';
import { ensembleSlice } from '../../src/lib/ensemble/slice.ts';
import type { EnsembleConfig, EnsembleSlice } from '../../src/lib/ensemble/types.ts';
import { regimes } from '../../src/lib/regimes/index.ts';

/** What one way of making an ensemble costs. */
export interface EnsembleCost {
  readonly name: string;
  readonly nsPerStep: number;
  /** To the plain baseline, measured in the same run; less is faster. */
  readonly ratio: number;
}

const N = 200;
const GENERATIONS = 500;
const TRUTH = { mu: 125, sigma: 30 };

function config(replicates: number, regime = 'replace'): EnsembleConfig {
  return {
    family: 'normal',
    truth: TRUTH,
    estimator: 'unbiased-variance',
    regime,
    n: N,
    generations: GENERATIONS,
    seed: 'bench',
    stream: 'keyed',
    replicates,
  };
}

function boxMuller(): number {
  const radius = Math.sqrt(-2 * Math.log(1 - Math.random()));
  return radius * Math.cos(2 * Math.PI * Math.random());
}

/**
 * What one would write first: Marsaglia and Tsang's gamma from Box–Muller normals, every fit kept.
 */
function plain(from: number, to: number): number {
  let sum = 0;
  for (let replicate = from; replicate < to; replicate++) {
    const fits: { mu: number; sigma: number }[] = [];
    let { mu, sigma } = TRUTH;
    for (let t = 0; t < GENERATIONS; t++) {
      mu += (sigma / Math.sqrt(N)) * boxMuller();
      const d = (N - 1) / 2 - 1 / 3;
      let gamma = NaN;
      while (Number.isNaN(gamma)) {
        const x = boxMuller();
        const v = (1 + x / Math.sqrt(9 * d)) ** 3;
        if (v <= 0) continue;
        if (Math.log(1 - Math.random()) < (x * x) / 2 + d - d * v + d * Math.log(v)) gamma = d * v;
      }
      sigma *= Math.sqrt((2 * gamma) / (N - 1));
      fits.push({ mu, sigma });
    }
    sum += fits.at(-1)!.sigma;
  }
  return sum;
}

function slice(from: number, to: number): EnsembleSlice {
  return drain(ensembleSlice(config(100_000), from, to));
}

/**
 * A generation under each regime, the best of some rounds, as a ratio to `replace`; the few runs of
 * literal ones are enough.
 */
export function benchRegimes({ rounds = 12, replicates = 100 } = {}): readonly EnsembleCost[] {
  const ways = regimes.all.map(({ id }) => {
    const asked = { ...config(100_000, id), at: [GENERATIONS] };
    const how = drain(ensembleSlice({ ...asked, replicates: 1 }, 0, 1)).how;
    return { id, asked, how, runs: how === 'literal' ? 1 : replicates, best: Infinity };
  });
  for (let round = 0; round < rounds; round++) {
    for (const way of ways) {
      const from = round * way.runs;
      const begun = performance.now();
      drain(ensembleSlice(way.asked, from, from + way.runs));
      way.best = Math.min(way.best, (performance.now() - begun) / way.runs);
    }
  }
  const [first] = ways;
  return ways.map(({ id, how, best }) => ({
    name: `${id}, ${how === 'literal' ? 'value by value' : 'by means and variances'}`,
    nsPerStep: (1e6 * best) / GENERATIONS,
    ratio: best / first!.best,
  }));
}

/**
 * The best of many rounds for each way, both ways in every round; the baseline is the first row.
 */
export function benchEnsemble({ rounds = 40, replicates = 200 } = {}): readonly EnsembleCost[] {
  const ways = [
    { name: 'Box–Muller on Math.random (baseline)', make: plain },
    {
      name: 'engine, 101 generations kept',
      make: (from: number, to: number) => slice(from, to).values.sigma!.at(-1)!,
    },
  ];
  const best = ways.map(() => Infinity);
  let used = 0;
  for (let round = 0; round < rounds; round++) {
    ways.forEach(({ make }, way) => {
      const start = performance.now();
      used += make(round * replicates, (round + 1) * replicates);
      const ns = ((performance.now() - start) * 1e6) / (replicates * GENERATIONS);
      best[way] = Math.min(best[way]!, ns);
    });
  }
  if (Number.isNaN(used)) throw new Error('a replicate ended without a fit');
  return ways.map(({ name }, way) => ({
    name,
    nsPerStep: best[way]!,
    ratio: best[way]! / best[0]!,
  }));
}

/**
 * Milliseconds for all bands of 10,000 replicates at 101 generations, two parameters: the best of
 * some rounds.
 */
function benchBands(rounds = 8): number {
  const slices = Array.from({ length: 20 }, (_, i) => slice(500 * i, 500 * (i + 1)));
  let best = Infinity;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    bands(slices);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { name, nsPerStep, ratio } of benchEnsemble()) {
    console.log(`${nsPerStep.toFixed(1).padStart(8)} ns ${ratio.toFixed(2).padStart(6)}  ${name}`);
  }
  console.log(`${benchBands().toFixed(1).padStart(8)} ms         bands of 10,000 replicates`);
}
