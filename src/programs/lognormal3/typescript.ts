// One program is one text: this file is long because the program is.
import { polar, replace, sfc32, twister } from '../parts/typescript.ts';
import type { Pieces, RunPieces } from '../pieces.ts';
import { anyFamily } from '../regimes/typescript.ts';

const standardise = `/** The standard deviation with divisor n. */
const spread = (x: number[]) => Math.sqrt(squares(x, average(x)) / x.length);

/** The values as distances from their mean, in standard deviations (divisor n). */
function standardise(x: number[]): number[] {
  const [mean, sd] = [average(x), spread(x)];
  return x.map((value) => (value - mean) / sd);
}`;

const smallest = `const smallest = (x: number[]) => x.reduce((a, b) => Math.min(a, b));`;

const withThreshold = (
  divisor: 'n' | 'n - 1',
) => `/** The variance with divisor ${divisor}, for sdlog^2. */
const variance = (x: number[]) => squares(x, average(x)) / ${divisor === 'n' ? 'x.length' : '(x.length - 1)'};

/**
 * A threshold is sought as e = sd / (mean - threshold): with z = (x - mean) / sd, the logarithm of
 * x - threshold is that of 1 + e z, and a constant. At e = 0 the lognormal is a normal, which is its limit;
 * at the largest e the threshold meets the smallest value. This is the model that goes with e.
 */
function modelAt(e: number, x: number[]): Model {
  const above = spread(x) / e; // mean - threshold
  const logs = standardise(x).map((z) => Math.log1p(e * z));
  return {
    threshold: average(x) - above,
    meanlog: Math.log(above) + average(logs),
    sdlog: Math.sqrt(variance(logs)),
  };
}`;

const bisect = `/** Where f falls through 0: it is above 0 at low, and not at high. */
function bisect(f: (x: number) => number, low: number, high: number): number {
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (f(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}`;

const firstFall = `${smallest}

${bisect}

/**
 * The first e at which f falls from above 0 to below, or null. The thresholds looked at are below the
 * smallest value by 10^6, 10^5.9, 10^5.8 ... 10^-12 times its distance from the mean.
 */
function firstFall(f: (e: number) => number, z: number[]): number | null {
  const largest = -1 / smallest(z);
  const e = Array.from({ length: 181 }, (_, i) => largest / (1 + 10 ** (6 - i / 10)));
  const above = e.map((value) => f(value) > 0);
  const at = above.findIndex((is, i) => is && above[i + 1] === false);
  return at < 0 ? null : bisect(f, e[at]!, e[at + 1]!);
}`;

const likelihood = (divisor: 'n' | 'n - 1', says: string) => `${standardise}

${withThreshold(divisor)}

${firstFall}

/**
${says}
 */
function fit(x: number[]): Model | null {
  const z = standardise(x);
  const score = (e: number) => {
    const logs = z.map((value) => Math.log1p(e * value));
    const v = z.map((value) => (e * value) / (1 + e * value));
    const mean = average(logs);
    return 1 - average(v) - average(v.map((value, i) => value * (logs[i]! - mean))) / variance(logs);
  };
  const e = firstFall(score, z);
  return e === null ? null : modelAt(e, x);
}`;

const withMoments = `/** The lognormal with this mean, this standard deviation, and this sdlog. */
function modelWith(mean: number, sd: number, sdlog: number): Model {
  const above = sd / Math.sqrt(Math.expm1(sdlog ** 2)); // mean - threshold
  return { threshold: mean - above, meanlog: Math.log(above) - sdlog ** 2 / 2, sdlog };
}`;

const moments = (sd: string, says: string) => `${standardise}

${withMoments}

/**
 * ${says}
 * A lognormal has skewness e^3 + 3 e with e = sd / (mean - threshold) = sqrt(exp(sdlog^2) - 1).
 */
function fit(x: number[]): Model | null {
  const skewness = average(standardise(x).map((z) => z ** 3));
  if (!(skewness > 0)) return null;
  const e = 2 * Math.sinh(Math.asinh(skewness / 2) / 3); // this solves the cubic equation
  return modelWith(average(x), ${sd}, Math.sqrt(Math.log1p(e ** 2)));
}`;

const estimators: Pieces = {
  mle: likelihood(
    'n',
    ` * The highest point of the likelihood inside its range (Cohen 1951); at the end of the range, with the
 * threshold at the smallest value, it is infinite. With the best meanlog and sdlog for each e, the
 * log-likelihood per value is log(e) - average(logs) - log(variance(logs)) / 2, up to a constant. The score
 * is e times its derivative: a maximum is where it falls through 0.`,
  ),
  'mle-unbiased-scale': likelihood(
    'n - 1',
    ` * The equations of maximum likelihood (Cohen 1951), but with divisor n - 1 for sdlog^2, in the equation
 * for the threshold too. That equation is score = 0; at a maximum the score falls through 0.`,
  ),
  'zero-skewness': `${standardise}

${withThreshold('n - 1')}

${firstFall}

const skewness = (x: number[]) => average(standardise(x).map((z) => z ** 3));

/** The threshold above which the logarithms are not skewed (Griffiths 1980). */
function fit(x: number[]): Model | null {
  if (!(skewness(x) > 0)) return null;
  const z = standardise(x);
  const e = firstFall((e) => skewness(z.map((value) => Math.log1p(e * value))), z);
  return e === null ? null : modelAt(e, x);
}`,
  moments: moments(
    'spread(x)',
    'Mean, standard deviation and skewness are those of the values, all with divisor n.',
  ),
  'unbiased-moments': moments(
    'Math.sqrt(squares(x, average(x)) / (x.length - 1))',
    'Mean, standard deviation (divisor n - 1) and skewness (divisors n) are those of the values.',
  ),
  'modified-moments': `${standardise}

${smallest}

${bisect}

${withMoments}

/** The mean of the smallest of n values from the standard normal: minus that of the largest, an integral as a sum. */
function expectedMinimum(n: number): number {
  const step = 0.01;
  const density = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  let below = 0; // the probability of a value below z, by Simpson's rule
  let sum = 0;
  for (let z = -9; z < 9; z += step) {
    sum += z * n * density(z) * below ** (n - 1);
    below += ((density(z) + 4 * density(z + step / 2) + density(z + step)) * step) / 6;
  }
  return -sum * step;
}

const lowest = expectedMinimum(n);

/**
 * Mean and standard deviation (divisor n - 1) are those of the values, and the smallest value lies where that
 * of n is expected on the scale of logarithms (Cohen and Whitten 1980).
 */
function fit(x: number[]): Model | null {
  const [mean, sd] = [average(x), Math.sqrt(squares(x, average(x)) / (x.length - 1))];
  const wanted = sd / (mean - smallest(x));
  // What is left when that of the lognormal is taken from it.
  const excess = (sdlog: number) => {
    const square = sdlog ** 2;
    const spread = Math.sqrt(Math.expm1(square)) * Math.exp(square / 2); // in units of exp(meanlog)
    return wanted - spread / (Math.expm1(square / 2) - Math.expm1(sdlog * lowest));
  };
  if (!(excess(1e-6) > 0)) return null; // the smallest value lies lower than that of a normal
  return modelWith(mean, sd, bisect(excess, 1e-6, 9));
}`,
  royston: `${standardise}

${withThreshold('n - 1')}

/**
 * The logarithms of the smallest and of the largest value lie evenly about that of the middle one (Royston
 * 1992). The threshold t is on the scale of z.
 */
function fit(x: number[]): Model | null {
  const z = standardise(x).sort((a, b) => a - b);
  const [low, high] = [z[0]!, z[z.length - 1]!];
  const middle = (z[Math.floor((z.length - 1) / 2)]! + z[Math.ceil((z.length - 1) / 2)]!) / 2;
  const excess = low + high - 2 * middle;
  if (!(excess > 0)) return null;
  const t = (low * high - middle ** 2) / excess;
  return t < low ? modelAt(-1 / t, x) : null;
}`,
};

/** The same, where the number of values may change from generation to generation. */
const sizedEstimators: Pieces = {
  ...estimators,
  'modified-moments': estimators['modified-moments']!.replace(
    'const lowest = expectedMinimum(n);\n\n',
    '',
  ).replace('  const wanted', '  const lowest = expectedMinimum(x.length);\n  const wanted'),
};

/** The lognormal with a threshold, in TypeScript. */
export const lognormal3: Omit<RunPieces, 'graph'> = {
  truth: ({ threshold, meanlog, sdlog }) => `// The real distribution: log(x - threshold) is normal.
const truth = { threshold: ${threshold}, meanlog: ${meanlog}, sdlog: ${sdlog} };`,

  streams: {
    keyed: `${sfc32}

${polar}

const standardNormal = polar(sfc32(seed));

/** n new values from the model of generation t - 1. */
function simulate({ threshold, meanlog, sdlog }: Model, t: number): number[] {
  return Array.from({ length: n }, () => threshold + Math.exp(meanlog + sdlog * standardNormal()));
}`,
    source: `${twister}

${polar}

/** n new values from the model of generation t - 1, kept to five decimals. */
function simulate({ threshold, meanlog, sdlog }: Model, t: number): number[] {
  const standardNormal = polar(twister(seed + t));
  return Array.from({ length: n }, () => {
    const x = threshold + Math.exp(meanlog + sdlog * standardNormal());
    return Math.floor(x * 1e5 + 0.5) / 1e5;
  });
}`,
  },

  estimators,

  sized: {
    streams: {
      keyed: `${sfc32}

${polar}

const uniform = sfc32(seed);
const standardNormal = polar(uniform);

/** So many new values from a model. */
function simulate({ threshold, meanlog, sdlog }: Model, count: number): number[] {
  return Array.from({ length: count }, () => threshold + Math.exp(meanlog + sdlog * standardNormal()));
}`,
    },
    estimators: sizedEstimators,
  },

  regimes: {
    replace,
    ...anyFamily({
      mean: 'meanOf(model)',
      sd: 'sdOf(model)',
      functions: `/** Mean and standard deviation of a model's values. */
const meanOf = ({ threshold, meanlog, sdlog }: Model) => threshold + Math.exp(meanlog + sdlog ** 2 / 2);
const sdOf = (model: Model) => (meanOf(model) - model.threshold) * Math.sqrt(Math.expm1(model.sdlog ** 2));`,
    }),
  },

  prints: 'the threshold, meanlog and sdlog of the fit',
  columns: ['threshold', 'meanlog', 'sdlog'],
  start: `let model: Model = truth; // generation 0 is the truth`,
  step: `  if (x.length < 3 || x.every((value) => value === x[0]) || !(spread(x) < Infinity)) {
    console.error(\`generation \${t}: too few values or no finite spread to fit, the run ends here\`);
    break;
  }
  const fitted = fit(x);
  if (fitted === null || !(fitted.sdlog > 0 && fitted.sdlog < Infinity)) {
    const [mean, sd] = [average(x), spread(x)].map((value) => value.toPrecision(7));
    const why =
      average(standardise(x).map((z) => z ** 3)) > 0
        ? 'the method has no answer for these values; a normal has'
        : 'the values are not skewed to the right: the best lognormal is its limit, a normal with';
    console.error(\`generation \${t}: \${why} mean \${mean} and standard deviation \${sd}; the run ends here\`);
    break;
  }
  model = fitted;
  const numbers = [model.threshold, model.meanlog, model.sdlog];
  // 17 significant digits lose nothing.
  console.log([t, x.length, ...numbers.map((value) => value.toPrecision(17))].join());`,
};
