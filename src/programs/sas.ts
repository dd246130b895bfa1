// One program is one text: this file is long because the program is.
// No apostrophe, percent sign or ampersand in its comments: SAS reads them in places where one would not think.
import { ConfigError } from '../lib/configError.ts';
import type { RunConfig } from '../lib/types.ts';
import { writeEnsemble } from './ensemble/sas.ts';
import { runLine } from './fileName.ts';
import {
  c4,
  constant,
  fill,
  logBias,
  loops,
  normalTruth,
  replace,
  sizedLoops,
} from './parts/sas.ts';
import type { Pieces, RunPieces } from './pieces.ts';
import { anyFamily, normalOnly, type StepPiece } from './regimes/sas.ts';
import { MAX_SEED } from './seed.ts';
import { comment, prepare, type Language } from './settings.ts';
import type { ProgramWriter } from './writer.ts';

const columns = ['mean', 'sd'];

const inTheLoop = {
  columns,
  start: `mean = &true_mean;
sd = &true_sd;`,
  draw: `rand('Normal', mean, sd)`,
  step: `{fit}
if range(of x[*]) = 0 or sd <= 0 then do;
  put 'WARNING: no spread is left to fit, the run ends here. ' t=;
  {stop}
end;`,
};

const estimators: Pieces = {
  'unbiased-variance': `/* Fit: the sample mean, and the usual standard deviation (divisor n - 1). Its square
   is right on average; its logarithm is a little too small, and that adds up. */
mean = mean(of x[*]);
sd = std(of x[*]);`,
  'maximum-likelihood': `/* Fit: the mean and the standard deviation that make the data most likely (divisor n). */
mean = mean(of x[*]);
sd = sqrt(css(of x[*]) / n);`,
  'unbiased-standard-deviation': `/* Fit: the sample mean, and a standard deviation that is right on average: the usual
   one is too small on average, by the factor c4. */
${c4}
mean = mean(of x[*]);
sd = std(of x[*]) / c4;`,
  'unbiased-log': `/* Fit: the sample mean, and a standard deviation whose logarithm is right on average:
   that of the usual one is too small on average, by log_bias. */
${logBias}
mean = mean(of x[*]);
sd = std(of x[*]) * exp(log_bias);`,
};

const normal: Omit<RunPieces, 'start' | 'step'> = {
  truth: normalTruth,

  streams: loops(inTheLoop),
  estimators,
  sized: { streams: sizedLoops(inTheLoop), estimators },

  regimes: {
    replace,
    ...anyFamily({
      draw: inTheLoop.draw,
      real: `rand('Normal', &true_mean, &true_sd)`,
      mean: 'mean',
      sd: 'sd',
    }),
    ...normalOnly,
  },

  prints: 'the mean and standard deviation\n   of the fit',
  columns,
  graph: `/* ---- A graph: a dot at each mean, a bar of one standard deviation each way ---- */

data bars;
  set runs;
  low = mean - sd;
  high = mean + sd;
run;

proc sgplot data = bars noautolegend;
  highlow x = t low = low high = high / lineattrs = (color = cxa02020);
  scatter x = t y = mean / markerattrs = (color = cx203080 symbol = circlefilled size = 4);
  refline &true_mean / axis = y;
  xaxis label = 'Generation';
  yaxis label = 'Mean, and one standard deviation each way';
run;`,
};

/** By family: lognormals.ts adds another. */
const families: Record<string, Omit<RunPieces, 'start' | 'step'>> = { normal };

const language: Language<Omit<RunPieces, 'start' | 'step'>> = { name: 'SAS', constant, families };

/** A step that works out how large an array has to be. */
const largest = (most: string) => `/* The most values that a generation can have. */
data _null_;
  call symputx('most', ${most});
run;

`;

function writeRun(config: RunConfig): string {
  const program = prepare(language, config);
  const { family } = program;
  const { most, setup, step, fit }: StepPiece = program.regime;
  const estimator = most ? program.estimator.replaceAll('[&n]', '[&most]') : program.estimator;
  const lastSeed = Number(program.seed) + (config.stream === 'source' ? config.generations : 0);
  if (lastSeed > MAX_SEED) {
    throw new ConfigError(`SAS takes seeds up to ${MAX_SEED}, and this run needs ${lastSeed}`);
  }
  return `/*
${comment('  ', program.about)}

   Run it:  ${runLine(config, sas)}.
   Base SAS is enough. It writes one line a generation: t, n, and ${family.prints}; \
the data set is WORK.RUNS. The site that wrote this program has no SAS: it checks
   the form of this program, and runs its twins in R, Python and TypeScript.
*/

/* ---- Settings: change them and run it again ---- */

%let n = ${program.n};  /* values in each generation */
%let generations = ${program.generations};  /* how many times a model is fitted */
${program.truth}
%let seed = ${program.seed};  /* a whole number */
%let csv = run.csv;  /* the file to write: put a folder before it where yours need one */

${most ? largest(most) : ''}${fill(program.stream, {
    most: most ? '&most' : '&n',
    setup: setup ? `\n${setup}` : '',
    regime: fill(step, { fit: estimator }),
    fit: fit ?? estimator,
  })}

/* ---- The file, in full precision ---- */

data _null_;
  file "&csv" dlm = ',';
  if _n_ = 1 then put 't,n,${family.columns.join()}';
  set runs;
  put t n ${family.columns.map((name) => `${name} :e24.`).join(' ')};
run;

${family.graph}
`;
}

/** A run as a SAS program: base SAS only. An ensemble: SAS/IML. */
export const sas: ProgramWriter = {
  id: 'sas',
  label: 'SAS',
  extension: 'sas',
  run: 'submit program.sas in SAS; it writes run.csv',
  learn: (family, pieces) => void (families[family] = pieces as Omit<RunPieces, 'start' | 'step'>),
  write: (config) =>
    'replicates' in config ? writeEnsemble(config, runLine(config, sas)) : writeRun(config),
};
