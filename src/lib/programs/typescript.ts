// One program is one text: this file is long because the program is.
import type { RunConfig } from '../types.ts';
import { writeEnsemble } from './ensemble/typescript.ts';
import { runLine } from './fileName.ts';
import { c4, logBias, normalTruth, polar, sfc32 } from './parts/typescript.ts';
import type { FamilyPieces } from './pieces.ts';
import { comment, prepare } from './settings.ts';
import type { ProgramWriter } from './writer.ts';

const normal: FamilyPieces = {
  truth: normalTruth,

  streams: {
    keyed: `${sfc32}

${polar}

const standardNormal = polar(sfc32(seed));

/** n new values from the model of generation t - 1. */
function simulate(model: Model, t: number): number[] {
  return Array.from({ length: n }, () => model.mean + model.sd * standardNormal());
}`,
    source: `/**
 * Uniform numbers on [0, 1): the Mersenne Twister (MT19937) of Matsumoto and Nishimura. Its 624 words are
 * filled as SAS does: each from the one before, modulo 2^32. A multiple of 8192 gets the newer rule,
 * since the older one would leave the last 13 bits of every word empty.
 */
function twister(start: number): () => number {
  const words = new Uint32Array(624);
  words[0] = start;
  for (let i = 1; i < 624; i += 1) {
    const word = words[i - 1]!;
    if (start % 8192 !== 0) words[i] = Math.imul(69069, word);
    else words[i] = Math.imul(1812433253, word ^ (word >>> 30)) + i;
  }
  let used = 624;
  return () => {
    if (used === 624) {
      for (let i = 0; i < 624; i += 1) {
        const y = (words[i]! & 0x80000000) | (words[(i + 1) % 624]! & 0x7fffffff);
        words[i] = words[(i + 397) % 624]! ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
      }
      used = 0;
    }
    let y = words[used]!;
    used += 1;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    y ^= y >>> 18;
    return (y >>> 0) / 4294967296;
  };
}

${polar}

/** n new values from the model of generation t - 1, kept to five decimals. */
function simulate(model: Model, t: number): number[] {
  const standardNormal = polar(twister(seed + t));
  return Array.from({ length: n }, () => {
    const x = model.mean + model.sd * standardNormal();
    return Math.floor(x * 1e5 + 0.5) / 1e5;
  });
}`,
  },

  estimators: {
    'unbiased-variance': `/**
 * The sample mean, and the usual standard deviation (divisor n - 1). Its square is right on average;
 * its logarithm is a little too small, and that adds up.
 */
function fit(x: number[]): Model {
  const mean = average(x);
  return { mean, sd: Math.sqrt(squares(x, mean) / (x.length - 1)) };
}`,
    'maximum-likelihood': `/** The mean and the standard deviation that make the data most likely (divisor n). */
function fit(x: number[]): Model {
  const mean = average(x);
  return { mean, sd: Math.sqrt(squares(x, mean) / x.length) };
}`,
    'unbiased-standard-deviation': `${c4}

/** The sample mean, and a standard deviation that is right on average. */
function fit(x: number[]): Model {
  const mean = average(x);
  return { mean, sd: Math.sqrt(squares(x, mean) / (x.length - 1)) / c4(x.length) };
}`,
    'unbiased-log': `${logBias}

/** The sample mean, and a standard deviation whose logarithm is right on average. */
function fit(x: number[]): Model {
  const mean = average(x);
  const usual = Math.sqrt(squares(x, mean) / (x.length - 1));
  return { mean, sd: usual * Math.exp(logBias(x.length)) };
}`,
  },

  regimes: {
    replace: `  // Regime "replace": each generation sees only what the newest model wrote.
  const x = simulate(model, t);`,
  },
};

const families = { normal };

function writeRun(config: RunConfig): string {
  const program = prepare('TypeScript', families, config);
  return `${comment('//', program.about)}
//
// Run it:  ${runLine(config, typescript)}
// It needs Node 22.18 or newer, and nothing else.
// It prints one line a generation: t, n, and the mean and standard deviation of the fit.

// ---- Settings: change them and run it again ----

const n = ${program.n}; // values in each generation
const generations = ${program.generations}; // how many times a model is fitted
${program.truth}
const seed = ${program.seed}; // a whole number

interface Model {
  mean: number;
  sd: number;
}

// ---- First step: simulate ----

${program.stream}

// ---- Second step: fit ----

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const average = (x: number[]) => sum(x) / x.length;
/** The sum of squared distances from the mean. */
const squares = (x: number[], mean: number) => sum(x.map((value) => (value - mean) ** 2));

${program.estimator}

// ---- The recursion: simulate, fit, simulate, fit ... ----

let model: Model = { mean: trueMean, sd: trueSd }; // generation 0 is the truth
console.log('t,n,mean,sd');
for (let t = 1; t <= generations; t += 1) {
${program.regime}
  model = fit(x);
  if (x.every((value) => value === x[0]) || !(model.sd > 0 && model.sd < Infinity)) {
    console.error(\`generation \${t}: no spread is left to fit, the run ends here\`);
    break;
  }
  // 17 significant digits lose nothing.
  console.log([t, x.length, model.mean.toPrecision(17), model.sd.toPrecision(17)].join());
}
`;
}

/** A run or an ensemble as a TypeScript program: Node runs it as it stands. */
export const typescript: ProgramWriter = {
  id: 'typescript',
  label: 'TypeScript',
  extension: 'ts',
  run: 'node program.ts > run.csv',
  write: (config) =>
    'replicates' in config ? writeEnsemble(config, runLine(config, typescript)) : writeRun(config),
};
