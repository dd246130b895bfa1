// One program is one text: this file is long because the program is.
import type { EnsembleConfig } from '../../lib/ensemble/types.ts';
import { anySize, c4, constant, logBias, normalTruth, polar, sfc32 } from '../parts/typescript.ts';
import { below, indent, type FamilyPieces, type Pieces } from '../pieces.ts';
import { manyRuns } from '../regimes/typescript.ts';
import { comment, type Language } from '../settings.ts';
import { prepareEnsemble } from './settings.ts';

const streams: Pieces = {
  keyed: `${sfc32}

${polar}

const uniform = sfc32(seed);
const standardNormal = polar(uniform);

/**
 * A chi-square value, which is a sum of squares of standard normal values, as many as there are degrees
 * of freedom. From two on by the method of Marsaglia and Tsang: a cube of a normal value is nearly right,
 * and is thrown away as often as makes it right.
 */
function chiSquare(degrees: number): number {
  if (degrees === 1) return standardNormal() ** 2;
  const d = degrees / 2 - 1 / 3;
  for (;;) {
    const z = standardNormal();
    const v = (1 + z / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(uniform()) < (z * z) / 2 + d * (1 - v + Math.log(v))) return 2 * d * v;
  }
}`,
};

/** The estimators; `is` stands before what the correction for n values is. */
const estimatorsOf = (
  is: string,
  functions: { readonly c4: string; readonly logBias: string },
): Pieces => ({
  'unbiased-variance': `// The usual standard deviation (divisor n - 1) as it is. Its square is right on average; its logarithm is
// a little too small, and that adds up.
const correction = ${is}1;`,
  'maximum-likelihood': `// From divisor n - 1 to divisor n: what makes the data most likely.
const correction = ${is}Math.sqrt((n - 1) / n);`,
  'unbiased-standard-deviation': `${functions.c4}

// This makes the standard deviation right on average.
const correction = ${is}1 / c4(n);`,
  'unbiased-log': `${functions.logBias}

// This makes the logarithm of the standard deviation right on average.
const correction = ${is}Math.exp(logBias(n));`,
});

const normal: FamilyPieces = {
  truth: normalTruth,

  streams,
  estimators: estimatorsOf('', { c4, logBias }),
  sized: { streams, estimators: estimatorsOf('(n: number) => ', anySize) },

  regimes: {
    replace: {
      plain: true,
      step: `// Regime "replace": each generation sees only what its run's newest model wrote.
for (const run of runs) {
  run.m += (run.s * standardNormal()) / Math.sqrt(n);
  run.s *= correction * Math.sqrt(chiSquare(n - 1) / (n - 1));
}`,
    },
    ...manyRuns,
  },
};

const language: Language<FamilyPieces> = { name: 'TypeScript', constant, families: { normal } };

/** The text of a complete TypeScript program for an ensemble; `runLine` says how to run it. */
export function writeEnsemble(config: EnsembleConfig, runLine: string): string {
  const program = prepareEnsemble(language, config);
  const { regime } = program;
  const ofARun = below(', ', 'm: trueMean, s: trueSd', regime.start);
  return `${comment('//', program.about)}
//
// Run it:  ${runLine}
// It needs Node 22.18 or newer, and nothing else.
// It prints one line for each generation in printAt: t; how many runs still have a fit; the averages of
// m, s and s^2 over these; and the quantiles of s.

// ---- Settings: change them and run it again ----

const n = ${program.n}; // values in each generation
const generations = ${program.generations}; // how many times a model is fitted
const replicates = ${program.replicates}; // runs, each on its own
${program.truth}
const seed = ${program.seed}; // a whole number
const printAt = [${program.printed.join(', ')}]; // generations
const levels = [${program.levels.join(', ')}]; // of the quantiles

// ---- Random numbers ----

${program.stream}

// ---- What the estimator does to the standard deviation ----

${below('\n\n', program.estimator, regime.setup)}

// ---- What is printed ----

const average = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Type 7, as in R and NumPy: between the two nearest values on a straight line. */
function quantile(sorted: number[], level: number): number {
  const place = (sorted.length - 1) * level; // counted from 0
  const low = sorted[Math.floor(place)]!;
  const high = sorted[Math.ceil(place)]!;
  return low + (place % 1) * (high - low);
}

/** Ten digits: chance leaves fewer certain. */
const digits = (value: number) => Number(value.toPrecision(10));

// ---- The recursion, all runs at once ----

// Each run's newest model: its mean m and its standard deviation s. Generation 0 is the truth.
let runs = Array.from({ length: replicates }, () => ({ ${ofARun} }));

const names = levels.map((level) => 'q' + String(digits(100 * level)).padStart(2, '0'));
console.log(['t,survivors,mean_m,mean_s,mean_s2', ...names].join());
for (let t = 1; t <= generations; t += 1) {
${indent(2, regime.step)}

  // A run ends once it has no spread left to fit: below this number a double loses digits.
  runs = runs.filter(({ m, s }) => Number.isFinite(m) && Number.isFinite(s) && s >= 2 ** -1022);
  if (runs.length === 0) {
    console.error(\`generation \${t}: no run has any spread left to fit, all have ended\`);
    break;
  }
  if (printAt.includes(t)) {
    const m = runs.map((run) => run.m);
    const s = runs.map((run) => run.s).sort((a, b) => a - b);
    const numbers = [average(m), average(s), average(s.map((value) => value ** 2))];
    for (const level of levels) numbers.push(quantile(s, level));
    console.log([t, runs.length, ...numbers.map(digits)].join());
  }
}
`;
}
