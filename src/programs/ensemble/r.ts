// One program is one text: this file is long because the program is.
import type { EnsembleConfig } from '../../lib/ensemble/types.ts';
import { c4, c4AnySize, constant, logBias, normalTruth } from '../parts/r.ts';
import { below, indent, type FamilyPieces, type Pieces } from '../pieces.ts';
import { manyRuns } from '../regimes/r.ts';
import { comment, type Language } from '../settings.ts';
import { prepareEnsemble } from './settings.ts';

const streams: Pieces = {
  keyed: `set.seed(seed)`,
};

/** The estimators; `is` stands before what the correction for n values is. */
const estimatorsOf = (is: string, factor: string): Pieces => ({
  'unbiased-variance': `# The usual standard deviation (divisor n - 1) as it is. Its square is right on average;
# its logarithm is a little too small, and that adds up.
correction <- ${is}1`,
  'maximum-likelihood': `# From divisor n - 1 to divisor n: what makes the data most likely.
correction <- ${is}sqrt((n - 1) / n)`,
  'unbiased-standard-deviation': `${factor}

# This makes the standard deviation right on average.
correction <- ${is}1 / c4(n)`,
  'unbiased-log': `${logBias}

# This makes the logarithm of the standard deviation right on average.
correction <- ${is}exp(log_bias(n))`,
});

const normal: FamilyPieces = {
  truth: normalTruth,

  streams,
  estimators: estimatorsOf('', c4),
  sized: { streams, estimators: estimatorsOf('function(n) ', c4AnySize) },

  regimes: {
    replace: {
      plain: true,
      step: `# Regime "replace": each generation sees only what its run's newest model wrote.
z <- rnorm(length(s))
chi_square <- rchisq(length(s), df = n - 1)
m <- m + s * z / sqrt(n)
s <- correction * s * sqrt(chi_square / (n - 1))`,
    },
    ...manyRuns,
  },
};

const language: Language<FamilyPieces> = { name: 'R', constant, families: { normal } };

/** The text of a complete R program for an ensemble; `runLine` says how to run it. */
export function writeEnsemble(config: EnsembleConfig, runLine: string): string {
  const program = prepareEnsemble(language, config);
  const { regime } = program;
  return `${comment('#', program.about)}
#
# Run it:  ${runLine}
# It prints one line for each generation in print_at: t; how many runs still have a fit;
# the averages of m, s and s^2 over these; and the quantiles of s.

# ---- Settings: change them and run it again ----

n           <- ${program.n}  # values in each generation
generations <- ${program.generations}  # how many times a model is fitted
replicates  <- ${program.replicates}  # runs, each on its own
${program.truth}
seed        <- ${program.seed}  # a whole number
print_at    <- c(${program.printed.join(', ')})  # generations
levels      <- c(${program.levels.join(', ')})  # of the quantiles

# ---- What the estimator does to the standard deviation ----

${below('\n\n', program.estimator, regime.setup)}

# ---- The recursion, all runs at once ----

${program.stream}
m <- rep(true_mean, replicates) # one number a run: the mean of its newest model,
${below('\n', 's <- rep(true_sd, replicates) # and the standard deviation; generation 0 is the truth', regime.start)}

cat("t,survivors,mean_m,mean_s,mean_s2", sprintf(",q%02g", 100 * levels), "\\n", sep = "")
for (t in seq_len(generations)) {
${indent(2, regime.step)}

  # A run ends once it has no spread left to fit: below this number a double loses digits.
  alive <- is.finite(m) & is.finite(s) & s >= .Machine$double.xmin
  m <- m[alive]
${below('\n', '  s <- s[alive]', regime.keeps && '  if (!all(alive)) kept <- kept[alive, , drop = FALSE]')}
  if (length(s) == 0) {
    message("generation ", t, ": no run has any spread left to fit, all have ended")
    break
  }
  if (t %in% print_at) {
    # These are quantiles of type 7: between the two nearest values on a straight line.
    numbers <- c(mean(m), mean(s), mean(s^2), quantile(s, levels, type = 7))
    # Ten digits: chance leaves fewer certain.
    cat(sprintf("%d,%d", t, length(s)), sprintf(",%.10g", numbers), "\\n", sep = "")
  }
}
`;
}
