// What each regime is in the TypeScript programs. A new regime is an entry of each table.
import type { RegimePiece, RegimePieces } from '../pieces.ts';

const realCount = `/** How many of the n values are real: one at least, where there is a share at all. */
const real = share > 0 ? Math.max(1, Math.floor(share * n + 0.5)) : 0;`;

const growing = (id: string, size: string): RegimePiece => ({
  step: `// Regime "${id}": more of the newest model's output each time.
const count = Math.floor(${size} + 0.5);
if (count > 1e7) {
  console.error(\`generation \${t}: more than ten million values, the run ends here\`);
  break;
}
const x = simulate(model, count);`,
});

const chosen = `/** Values of a model that keeps() keeps: as many are drawn as that takes. */
function simulateKept(model: Model, count: number): number[] {
  const x: number[] = [];
  while (x.length < count) {
    x.push(...simulate(model, 1).filter((value) => keeps(value, model)));
  }
  return x;
}`;

const chosenStep = (id: string, says: string) => `// Regime "${id}": ${says}
const x = t === 1 ? simulate(model, n) : simulateKept(model, n);`;

const picking = `/** So many of the values at random, without replacement: the first steps of a shuffle. */
function pick(values: number[], count: number): number[] {
  for (let i = 0; i < count; i += 1) {
    const j = i + Math.floor(uniform() * (values.length - i));
    [values[i], values[j]] = [values[j]!, values[i]!];
  }
  return values.slice(0, count);
}`;

/** How a family's program speaks of its models. */
interface Words {
  /** What makes `truth` the model of the real distribution, where nothing has yet. */
  readonly truth?: string;
  /** The mean and the standard deviation of values of `model`. */
  readonly mean: string;
  readonly sd: string;
  /** Functions that these need. */
  readonly functions?: string;
}

/** The regimes of one run that only need values of a model, whatever the family. */
export function anyFamily({ truth, mean, sd, functions }: Words): RegimePieces {
  const start = truth === undefined ? {} : { start: truth };
  return {
    'fresh-real': {
      setup: realCount,
      ...start,
      step: `// Regime "fresh-real": the newest model's output, and new real values. In generation 1 both are real.
const x = [...simulate(model, n - real), ...simulate(truth, real)];`,
    },
    'fixed-real': {
      setup: realCount,
      start: `${truth ? `${truth}\n` : ''}const kept = simulate(truth, real);`,
      step: `// Regime "fixed-real": the newest model's output, and the same real values each time.
const x = [...kept, ...simulate(model, n - real)];`,
    },
    accumulate: {
      start: 'let x: number[] = [];',
      step: `// Regime "accumulate": all values there have ever been, and the newest model's output.
x = x.concat(simulate(model, n));`,
    },
    'accumulate-subsample': {
      setup: picking,
      start: 'let pool: number[] = [];',
      step: `// Regime "accumulate-subsample": all values are kept, n of them are fitted.
pool = pool.concat(simulate(model, n));
const x = pick(pool, n);`,
    },
    growing: growing('growing', 'n * t ** power'),
    'growing-geometric': growing('growing-geometric', 'n * ratio ** (t - 1)'),
    truncated: {
      setup: `${functions ? `${functions}\n\n` : ''}/** What lies cut standard deviations of its model or more from the mean is thrown away. */
const keeps = (x: number, model: Model) => Math.abs(x - ${mean}) < cut * ${sd};

${chosen}`,
      step: chosenStep('truncated', 'output of the newest model without what is unusual.'),
    },
  };
}

/** The regimes of one run that speak of a mean and a standard deviation. */
export const normalOnly: RegimePieces = {
  weighted: {
    setup: `${realCount}

/**
 * Fit each sample by itself, and average the means and the variances. A sample of weight 0 is not looked
 * at; one without spread has no fit.
 */
function fitWeighted(samples: { values: number[]; weight: number }[]): Model {
  let mean = 0;
  let variance = 0;
  for (const { values, weight } of samples) {
    if (weight === 0) continue;
    const hasSpread = values.some((value) => value !== values[0]);
    const fitted = fit(values);
    mean += weight * fitted.mean;
    variance += hasSpread ? weight * fitted.sd ** 2 : NaN;
  }
  return { mean, sd: Math.sqrt(variance) };
}`,
    start: 'const truth = model; // the real values come from it',
    step: `// Regime "weighted": the newest model's output and new real values, which count as much as their weight
// says, whatever their number. In generation 1 all are real.
const fresh = t === 1 ? n : real;
const w = fresh === n ? 1 : fresh === 0 ? 0 : weight;
const samples = [
  { values: simulate(model, n - fresh), weight: 1 - w },
  { values: simulate(truth, fresh), weight: w },
];
const x = samples.flatMap(({ values }) => values);`,
    fit: 'fitWeighted(samples)',
  },
  'soft-selection': {
    setup: `/** The further a value is from what is liked best, the less likely it is kept. */
function keeps(x: number, model: Model): boolean {
  const z = (x - (trueMean + target * trueSd)) / (width * trueSd);
  return uniform() < Math.exp((-z * z) / 2);
}

${chosen}`,
    step: chosenStep('soft-selection', 'output of the newest model, chosen by taste.'),
  },
  sharpened: {
    step: `// Regime "sharpened": the newest model's output, with less variety than the model has. In generation 1 the
// values are real.
const sampled = t === 1 ? model : { mean: model.mean, sd: Math.sqrt(lambda) * model.sd };
const x = simulate(sampled, n);`,
  },
};

const sampling = `/** The model of a run: mean and standard deviation. */
interface Model {
  m: number;
  s: number;
}

/**
 * The fit to count values of a normal. It uses nothing of them but their mean and their variance (divisor
 * count - 1), which are independent (Cochran 1934): a random number stands for each.
 */
function refit({ m, s }: Model, count: number): Model {
  return {
    m: m + (s * standardNormal()) / Math.sqrt(count),
    s: correction(count) * s * Math.sqrt(chiSquare(count - 1) / (count - 1)),
  };
}`;

const batches = `/** How many values, their mean, and the sum of squares about it. */
interface Batch {
  count: number;
  mean: number;
  squares: number;
}

/**
 * The fit uses nothing else of its values. Of count values of a normal, mean and squares are independent
 * (Cochran 1934): a random number stands for each.
 */
function batch(count: number, mean: number, sd: number): Batch {
  return {
    count,
    mean: mean + (sd * standardNormal()) / Math.sqrt(Math.max(count, 1)),
    squares: count > 1 ? sd ** 2 * chiSquare(count - 1) : 0,
  };
}`;

const pooling = `${batches}

/** Two batches taken together (Chan, Golub and LeVeque 1983). */
function pool(a: Batch, b: Batch): Batch {
  const count = a.count + b.count;
  const gap = b.mean - a.mean;
  return {
    count,
    mean: a.mean + (gap * b.count) / count,
    squares: a.squares + b.squares + (gap ** 2 * a.count * b.count) / count,
  };
}`;

const sd = `/** The standard deviation with divisor n - 1. */
function sd(x: number[]): number {
  const mean = average(x);
  return Math.sqrt(x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (x.length - 1));
}`;

const refitAll = `  run.m = all.mean;
  run.s = factor * Math.sqrt(all.squares / (all.count - 1));
}`;

const grown = (id: string, size: string): RegimePiece => ({
  setup: sampling,
  step: `// Regime "${id}": more of the newest model's output each time.
const count = Math.min(2 ** 53 - 1, Math.floor(${size} + 0.5));
for (const run of runs) Object.assign(run, refit(run, count));`,
});

/** The regimes of many runs of a normal model. What `start` gives is in every run. */
export const manyRuns: RegimePieces = {
  'fresh-real': {
    setup: `${realCount}

${pooling}`,
    step: `// Regime "fresh-real": the newest model's output, and new real values. In generation 1 both are real.
const factor = correction(n);
for (const run of runs) {
  const all = pool(batch(n - real, run.m, run.s), batch(real, trueMean, trueSd));
${refitAll}`,
  },
  'fixed-real': {
    setup: `${realCount}

${pooling}`,
    start: 'kept: batch(real, trueMean, trueSd)',
    step: `// Regime "fixed-real": the newest model's output, and the same real values each time.
const factor = correction(n);
for (const run of runs) {
  const all = pool(run.kept, batch(n - real, run.m, run.s));
${refitAll}`,
  },
  accumulate: {
    setup: pooling,
    start: 'kept: batch(0, trueMean, trueSd)',
    step: `// Regime "accumulate": all values there have ever been, and the newest model's output.
const factor = correction(n * t);
for (const run of runs) {
  const all = pool(run.kept, batch(n, run.m, run.s));
  run.kept = all;
${refitAll}`,
  },
  'accumulate-subsample': {
    setup: `${picking}

${sd}`,
    start: 'kept: [] as number[]',
    step: `// Regime "accumulate-subsample": all values are kept, in memory, and n of them are fitted.
const factor = correction(n);
for (const run of runs) {
  for (let i = 0; i < n; i += 1) run.kept.push(run.m + run.s * standardNormal());
  const x = pick(run.kept, n);
  run.m = average(x);
  run.s = factor * sd(x);
}`,
  },
  weighted: {
    setup: `${realCount}

${batches}

/** What a batch adds to the variance. One of weight 0 is not looked at; one value has no variance. */
function shareOfVariance({ count, squares }: Batch, weight: number, factor: number): number {
  if (weight === 0) return 0;
  return count > 1 ? (weight * factor ** 2 * squares) / (count - 1) : NaN;
}`,
    step: `// Regime "weighted": the newest model's output and new real values, which count as much as their weight
// says, whatever their number. In generation 1 all are real.
const fresh = t === 1 ? n : real;
const w = fresh === n ? 1 : fresh === 0 ? 0 : weight;
const factors = [correction(n - fresh), correction(fresh)] as const;
for (const run of runs) {
  const old = batch(n - fresh, run.m, run.s);
  const drawn = batch(fresh, trueMean, trueSd);
  run.m = (1 - w) * old.mean + w * drawn.mean;
  run.s = Math.sqrt(shareOfVariance(old, 1 - w, factors[0]) + shareOfVariance(drawn, w, factors[1]));
}`,
  },
  growing: grown('growing', 'n * t ** power'),
  'growing-geometric': grown('growing-geometric', 'n * ratio ** (t - 1)'),
  truncated: {
    setup: `${sd}

/** A standard normal value between -limit and limit: what lies outside is thrown away, and drawn again. */
function within(limit: number): number {
  for (;;) {
    const z = standardNormal();
    if (Math.abs(z) < limit) return z;
  }
}`,
    step: `// Regime "truncated": the newest model's output without what lies cut of its standard deviations or more
// from its mean. In generation 1 the values are real.
const factor = correction(n);
const limit = t === 1 ? Infinity : cut;
for (const run of runs) {
  const z = Array.from({ length: n }, () => within(limit));
  run.m += run.s * average(z);
  run.s *= factor * sd(z);
}`,
  },
  'soft-selection': {
    setup: `${sampling}

const tasteMean = trueMean + target * trueSd;
const tasteSd = width * trueSd;`,
    step: `// Regime "soft-selection": output of the newest model, chosen by taste. What is kept of a normal is a normal:
// with a = tasteSd^2 / (tasteSd^2 + s^2) its mean is a m + (1 - a) tasteMean, its variance a s^2. In
// generation 1 the values are real.
for (const run of runs) {
  const a = t === 1 ? 1 : 1 / (1 + (run.s / tasteSd) ** 2);
  const chosen = { m: tasteMean + a * (run.m - tasteMean), s: Math.sqrt(a) * run.s };
  Object.assign(run, refit(chosen, n));
}`,
  },
  sharpened: {
    setup: sampling,
    step: `// Regime "sharpened": the newest model's output, with less variety than the model has. In generation 1 the
// values are real.
const root = t === 1 ? 1 : Math.sqrt(lambda);
for (const run of runs) Object.assign(run, refit({ m: run.m, s: root * run.s }, n));`,
  },
};
