/**
 * How many fits of a lognormal with a threshold a second, and the time of a fit as a ratio to a
 * plain baseline of the same run: only the ratio carries over to another machine. R and SciPy are
 * asked too where they are installed. Alone: `node test/bench/lognormal.ts`.
 */
import { pathToFileURL } from 'node:url';
import { estimatorFor } from '../../src/lib/estimators/index.ts';
import { lognormal3 } from '../../src/lib/families/lognormal3.ts';
import { streams } from '../../src/lib/random/index.ts';
import { run } from '../support/run.ts';

/** What one way of fitting costs. */
export interface FitCost {
  readonly name: string;
  readonly fitsPerSecond: number;
  /** Of the time to that of the baseline, measured in the same run; less is faster. */
  readonly ratio: number;
}

const TRUTH = { threshold: 10, meanlog: 2, sdlog: 0.5 };
const ROUNDS = 40;

/** Both read one sample a line, and print the seconds of processor that a fit took. */
const R = `
samples <- lapply(strsplit(readLines(file("stdin")), " "), as.numeric)
fit <- function(x) {
  profile <- function(threshold) {
    y <- log(x - threshold)
    -mean(y) - log(mean((y - mean(y))^2)) / 2
  }
  sd <- sd(x)
  optimize(profile, c(min(x) - 20 * sd, min(x) - 0.01 * sd), maximum = TRUE, tol = 1e-8)$maximum
}
for (x in samples) fit(x)
cat(system.time(for (i in 1:20) for (x in samples) fit(x))[["user.self"]] / (20 * length(samples)))
`;
const SCIPY = `
import sys, time, warnings
import numpy
from scipy.stats import lognorm
warnings.simplefilter("ignore")
samples = [numpy.array(line.split(), float) for line in sys.stdin]
lognorm.fit(samples[0])
start = time.process_time()
for _ in range(3):
    for x in samples: lognorm.fit(x)
print((time.process_time() - start) / (3 * len(samples)))
`;
import { paramsOf } from '../support/models.ts';

/**
 * What one would write first: 60 thresholds, then golden sections about the first that is higher
 * than its neighbours.
 */
function plain(x: Float64Array): number {
  const n = x.length;
  const profile = (threshold: number) => {
    const y = Array.from(x, (value) => Math.log(value - threshold));
    const mean = y.reduce((sum, value) => sum + value, 0) / n;
    const variance = y.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n;
    return -mean - Math.log(variance) / 2;
  };
  const mean = x.reduce((sum, value) => sum + value, 0) / n;
  const sd = Math.sqrt(x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n);
  const smallest = Math.min(...x);
  // From 30 standard deviations below the smallest value to a thousandth of one.
  const grid = Array.from({ length: 60 }, (_, i) => smallest - sd * 30 * (1 / 30_000) ** (i / 59));
  const heights = grid.map(profile);
  const top = heights.findIndex(
    (height, i) => i > 0 && i < 59 && height > heights[i - 1]! && height >= heights[i + 1]!,
  );
  if (top < 0) return NaN;
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [grid[top - 1]!, grid[top + 1]!];
  let [a, b] = [high - golden * (high - low), low + golden * (high - low)];
  let [atA, atB] = [profile(a), profile(b)];
  while (high - low > 1e-8 * sd) {
    if (atA > atB) {
      [high, b, atB] = [b, a, atA];
      a = high - golden * (high - low);
      atA = profile(a);
    } else {
      [low, a, atA] = [a, b, atB];
      b = low + golden * (high - low);
      atB = profile(b);
    }
  }
  return (low + high) / 2;
}

function engine(id: string): (x: Float64Array) => number {
  const estimator = estimatorFor('lognormal3', id);
  return (x) => {
    const fit = estimator.fit(x);
    return fit.ok ? paramsOf(fit).threshold! : NaN;
  };
}

/** Seconds a fit, as another program measures itself; null if it is not installed. */
async function elsewhere(command: string, code: string, samples: readonly Float64Array[]) {
  const input = samples.map((x) => x.join(' ')).join('\n');
  const { code: status, stdout } = await run(command, [command === 'Rscript' ? '-e' : '-c', code], {
    input: `${input}\n`,
  });
  return status === 0 ? Number(stdout) : null;
}

/**
 * The best of several rounds for each way, all ways in every round; the baseline is the first row.
 */
export async function benchLognormal(n: number, samples = 4000 / n): Promise<FitCost[]> {
  const at = streams.get('keyed').open('bench');
  const data = Array.from({ length: samples }, (_, i) => lognormal3.sample(at(i + 1), TRUTH, n));
  const ways = [
    { name: 'golden sections on Math.log (baseline)', fit: plain },
    { name: 'engine, maximum likelihood', fit: engine('mle') },
    { name: 'engine, zero skewness', fit: engine('zero-skewness') },
  ];
  const best = ways.map(() => Infinity);
  for (let round = 0; round < ROUNDS; round++) {
    ways.forEach(({ name, fit }, way) => {
      const start = performance.now();
      let sum = 0;
      for (const x of data) sum += fit(x);
      best[way] = Math.min(best[way]!, (performance.now() - start) / 1000 / samples);
      if (Number.isNaN(sum)) throw new Error(`a sample had no fit by ${name}`);
    });
  }
  const costs = ways.map(({ name }, way) => [name, best[way]!] as const);
  const others = [
    ['R, optimize on the profile', await elsewhere('Rscript', R, data)],
    ['SciPy, lognorm.fit', await elsewhere('python3', SCIPY, data)],
  ] as const;
  for (const [name, seconds] of others) if (seconds !== null) costs.push([name, seconds]);
  return costs.map(([name, seconds]) => ({
    name,
    fitsPerSecond: 1 / seconds,
    ratio: seconds / best[0]!,
  }));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const n of [100, 1000]) {
    for (const { name, fitsPerSecond, ratio } of await benchLognormal(n)) {
      console.log(
        `n = ${n} ${fitsPerSecond.toFixed(0).padStart(8)} fits/s ${ratio.toFixed(3).padStart(8)}  ${name}`,
      );
    }
  }
}
