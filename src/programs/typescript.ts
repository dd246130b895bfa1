// One program is one text: this file is long because the program is.
import type { RunConfig } from '../lib/types.ts';
import { writeEnsemble } from './ensemble/typescript.ts';
import { runLine } from './fileName.ts';
import {
  c4,
  constant,
  logBias,
  normalTruth,
  polar,
  replace,
  sfc32,
  twister,
} from './parts/typescript.ts';
import { below, indent, type Pieces, type RunPieces } from './pieces.ts';
import { anyFamily, normalOnly } from './regimes/typescript.ts';
import { comment, prepare, type Language } from './settings.ts';
import type { ProgramWriter } from './writer.ts';

const estimators: Pieces = {
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
};

const normal: Omit<RunPieces, 'graph'> = {
  truth: normalTruth,

  streams: {
    keyed: `${sfc32}

${polar}

const standardNormal = polar(sfc32(seed));

/** n new values from the model of generation t - 1. */
function simulate(model: Model, t: number): number[] {
  return Array.from({ length: n }, () => model.mean + model.sd * standardNormal());
}`,
    source: `${twister}

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

  estimators,

  sized: {
    streams: {
      keyed: `${sfc32}

${polar}

const uniform = sfc32(seed);
const standardNormal = polar(uniform);

/** So many new values from a model. */
function simulate(model: Model, count: number): number[] {
  return Array.from({ length: count }, () => model.mean + model.sd * standardNormal());
}`,
    },
    estimators,
  },

  regimes: {
    replace,
    ...anyFamily({
      truth: 'const truth = model; // the real values come from it',
      mean: 'model.mean',
      sd: 'model.sd',
    }),
    ...normalOnly,
  },

  prints: 'the mean and standard deviation of the fit',
  columns: ['mean', 'sd'],
  start: `let model: Model = { mean: trueMean, sd: trueSd }; // generation 0 is the truth`,
  step: `  model = fit(x);
  if (x.every((value) => value === x[0]) || !(model.sd > 0 && model.sd < Infinity)) {
    console.error(\`generation \${t}: no spread is left to fit, the run ends here\`);
    break;
  }
  // 17 significant digits lose nothing.
  console.log([t, x.length, model.mean.toPrecision(17), model.sd.toPrecision(17)].join());`,
};

/** By family: lognormals.ts adds another. */
const families: Record<string, Omit<RunPieces, 'graph'>> = { normal };

const language: Language<Omit<RunPieces, 'graph'>> = { name: 'TypeScript', constant, families };

function writeRun(config: RunConfig): string {
  const program = prepare(language, config);
  const { family, regime } = program;
  return `${comment('//', program.about)}
//
// Run it:  ${runLine(config, typescript)}
// It needs Node 22.18 or newer, and nothing else.
// It prints one line a generation: t, n, and ${family.prints}.

// ---- Settings: change them and run it again ----

const n = ${program.n}; // values in each generation
const generations = ${program.generations}; // how many times a model is fitted
${program.truth}
const seed = ${program.seed}; // a whole number

interface Model {
${family.columns.map((name) => `  ${name}: number;`).join('\n')}
}

// ---- First step: simulate ----

${program.stream}

// ---- Second step: fit ----

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const average = (x: number[]) => sum(x) / x.length;
/** The sum of squared distances from the mean. */
const squares = (x: number[], mean: number) => sum(x.map((value) => (value - mean) ** 2));

${below('\n\n', program.estimator, regime.setup)}

// ---- The recursion: simulate, fit, simulate, fit ... ----

${below('\n', family.start, regime.start)}
console.log('t,n,${family.columns.join()}');
for (let t = 1; t <= generations; t += 1) {
${indent(2, regime.step)}
${family.step.replace('fit(x)', regime.fit ?? 'fit(x)')}
}
`;
}

/** A run or an ensemble as a TypeScript program: Node runs it as it stands. */
export const typescript: ProgramWriter = {
  id: 'typescript',
  label: 'TypeScript',
  extension: 'ts',
  run: 'node program.ts > run.csv',
  learn: (family, pieces) => void (families[family] = pieces as Omit<RunPieces, 'graph'>),
  write: (config) =>
    'replicates' in config ? writeEnsemble(config, runLine(config, typescript)) : writeRun(config),
};
