// One program is one text: this file is long because the program is.
// No apostrophe, percent sign or ampersand in its comments: SAS reads them in places where one would not think.
import type { EnsembleConfig } from '../../lib/ensemble/types.ts';
import { c4, constant, fill, logBias, normalTruth } from '../parts/sas.ts';
import { below, indent, type FamilyPieces, type Pieces } from '../pieces.ts';
import { manyRuns } from '../regimes/sas.ts';
import { comment, type Language } from '../settings.ts';
import { prepareEnsemble } from './settings.ts';

const streams: Pieces = {
  keyed: `call randseed(&seed);`,
};

/** The estimators, with `set` to say what the correction for n values is, and from which statements. */
const estimatorsOf = (
  set: (value: string, from?: string) => string,
  from: { readonly c4: string; readonly logBias: string },
): Pieces => ({
  'unbiased-variance': `/* The usual standard deviation (divisor n - 1) as it is. Its square is right on
   average; its logarithm is a little too small, and that adds up. */
${set('1')}`,
  'maximum-likelihood': `/* From divisor n - 1 to divisor n: what makes the data most likely. */
${set('sqrt((n - 1) / n)')}`,
  'unbiased-standard-deviation': `/* This makes the standard deviation right on average: the usual one is too small on
   average, by the factor c4. */
${set('1 / c4', from.c4)}`,
  'unbiased-log': `/* This makes the logarithm of the standard deviation right on average: that of the
   usual one is too small on average, by log_bias. */
${set('exp(log_bias)', from.logBias)}`,
});

const normal: FamilyPieces = {
  truth: normalTruth,

  streams,
  estimators: estimatorsOf((value, from = '') => `${from}correction = ${value};`, {
    c4: `${c4}\n`,
    logBias: `${logBias}\n`,
  }),

  sized: {
    streams,
    estimators: estimatorsOf(
      (value, from = '') =>
        `start correction(n);${indent(2, `\n${from}return(${value});`)}\nfinish;`,
      {
        c4: `if n > 1e5 then return(1 - 1 / (4 # n) - 7 / (32 # n ## 2));  /* its series */\n${c4}\n`,
        logBias: `${logBias}\n`,
      },
    ),
  },

  regimes: {
    replace: {
      plain: true,
      step: `/* Regime replace: each generation sees only what the newest model of its run wrote. */
z = j(survivors, 1);
chi_square = j(survivors, 1);
call randgen(z, 'Normal');
call randgen(chi_square, 'ChiSquare', n - 1);
m = m + s # z / sqrt(n);
s = correction # s # sqrt(chi_square / (n - 1));`,
    },
    ...manyRuns,
  },
};

const language: Language<FamilyPieces> = { name: 'SAS', constant, families: { normal } };

const IML = `proc iml;

  n = &n;
  print_at = {&print_at};
  levels = {&levels};

  /* ---- What the estimator does to the standard deviation ---- */

  {estimator}

  /* ---- The recursion, all runs at once ---- */

  {stream}
  survivors = &replicates;
  m = j(survivors, 1, &true_mean);  /* one number a run: the mean of its newest model, */
  s = j(survivors, 1, &true_sd);  /* and the standard deviation; generation 0 is the truth */{start}
  q = j(1, ncol(levels), .);
  results = j(ncol(print_at), 5 + ncol(levels), 0);  /* a row for each generation printed */

  do t = 1 to &generations while (survivors > 0);
    {regime}

    /* A run ends once it has no spread left to fit: below this number a double loses digits. */
    alive = loc(s >= constant('small'));
    survivors = ncol(alive);
    if survivors = 0 then print 'No run has any spread left to fit: all have ended in generation' t;
    else do;
      m = m[alive, ];
      s = s[alive, ];{alive}
      row = loc(print_at = t);
      if ncol(row) > 0 then do;
        /* Quantiles of type 7: between the two nearest values on a straight line. */
        sorted = s;
        call sort(sorted, 1);
        do i = 1 to ncol(levels);
          place = 1 + (survivors - 1) # levels[i];
          low = sorted[floor(place)];
          high = sorted[ceil(place)];
          q[i] = low + (place - floor(place)) # (high - low);
        end;
        means = (sum(m) || sum(s) || ssq(s)) / survivors;
        results[row, ] = t || survivors || means || q;
      end;
    end;
  end;

  names = {'t' 'survivors' 'mean_m' 'mean_s' 'mean_s2'} || concat('q', putn(100 # levels, 'z2.'));
  create ensemble from results[colname = names];
  append from results;
  close ensemble;
quit;`;

/** The text of a complete SAS program for an ensemble; `runLine` says how to run it. */
export function writeEnsemble(config: EnsembleConfig, runLine: string): string {
  const program = prepareEnsemble(language, config);
  const { stream, regime } = program;
  const estimator = below('\n\n', program.estimator, regime.setup);
  const start = regime.start ? `\n${regime.start}` : '';
  const alive = regime.keeps ? '\nif survivors < nrow(kept) then kept = kept[alive, ];' : '';
  return `/*
${comment('  ', program.about)}

   Run it:  ${runLine}.
   It needs SAS/IML. It writes one line for each generation in print_at: t; how many runs still
   have a fit; the averages of m, s and s^2 over these; and the quantiles of s. The data set is
   WORK.ENSEMBLE. The site that wrote this program has no SAS: it checks the form of this
   program, and runs its twins in R, Python and TypeScript.
*/

/* ---- Settings: change them and run it again ---- */

%let n = ${program.n};  /* values in each generation */
%let generations = ${program.generations};  /* how many times a model is fitted */
%let replicates = ${program.replicates};  /* runs, each on its own */
${program.truth}
%let seed = ${program.seed};  /* a whole number */
%let print_at = ${program.printed.join(' ')};  /* generations */
%let levels = ${program.levels.join(' ')};  /* of the quantiles */
%let csv = ensemble.csv;  /* the file to write: put a folder before it where yours need one */

${fill(IML, { estimator, stream, regime: regime.step, start, alive })}

/* ---- The file: generations in which there was still a run ---- */

proc export data = ensemble(where = (survivors > 0)) outfile = "&csv" dbms = csv replace;
run;
`;
}
