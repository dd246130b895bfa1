// One program is one text: this file is long because the program is.
import type { EnsembleConfig } from '../../ensemble/types.ts';
import { c4, logBias, normalTruth } from '../parts/python.ts';
import type { FamilyPieces } from '../pieces.ts';
import { comment } from '../settings.ts';
import { prepareEnsemble } from './settings.ts';

const normal: FamilyPieces = {
  truth: normalTruth,

  streams: {
    keyed: `rng = np.random.default_rng(SEED)`,
  },

  estimators: {
    'unbiased-variance': `# The usual standard deviation (divisor n - 1) as it is. Its square is right on average;
# its logarithm is a little too small, and that adds up.
correction = 1`,
    'maximum-likelihood': `# From divisor n - 1 to divisor n: what makes the data most likely.
correction = math.sqrt((N - 1) / N)`,
    'unbiased-standard-deviation': `${c4}


# This makes the standard deviation right on average.
correction = 1 / c4(N)`,
    'unbiased-log': `${logBias}


# This makes the logarithm of the standard deviation right on average.
correction = math.exp(log_bias(N))`,
  },

  regimes: {
    replace: `    # Regime "replace": each generation sees only what its run's newest model wrote.
    z = rng.standard_normal(len(s))
    chi_square = rng.chisquare(N - 1, len(s))
    m = m + s * z / math.sqrt(N)
    s = correction * s * np.sqrt(chi_square / (N - 1))`,
  },
};

const families = { normal };

/** The text of a complete Python program for an ensemble; `runLine` says how to run it. */
export function writeEnsemble(config: EnsembleConfig, runLine: string): string {
  const program = prepareEnsemble('Python', families, config);
  return `${comment('#', program.about)}
#
# Run it:  ${runLine}
# It needs NumPy.
# It prints one line for each generation in PRINT_AT: t; how many runs still have a fit;
# the averages of m, s and s^2 over these; and the quantiles of s.

import math
import sys

import numpy as np

# ---- Settings: change them and run it again ----

N = ${program.n}  # values in each generation
GENERATIONS = ${program.generations}  # how many times a model is fitted
REPLICATES = ${program.replicates}  # runs, each on its own
${program.truth}
SEED = ${program.seed}  # a whole number
PRINT_AT = [${program.printed.join(', ')}]  # generations
LEVELS = [${program.levels.join(', ')}]  # of the quantiles

# ---- What the estimator does to the standard deviation ----

${program.estimator}

# ---- The recursion, all runs at once ----

${program.stream}
m = np.full(REPLICATES, float(TRUE_MEAN))  # one number a run: the mean of its newest model,
s = np.full(REPLICATES, float(TRUE_SD))  # and the standard deviation; generation 0 is the truth

print("t,survivors,mean_m,mean_s,mean_s2", *(f"q{100 * level:02g}" for level in LEVELS), sep=",")
for t in range(1, GENERATIONS + 1):
${program.regime}

    # A run ends once it has no spread left to fit: below this number a double loses digits.
    alive = np.isfinite(m) & np.isfinite(s) & (s >= sys.float_info.min)
    m, s = m[alive], s[alive]
    if len(s) == 0:
        print(f"generation {t}: no run has any spread left to fit, all have ended", file=sys.stderr)
        break
    if t in PRINT_AT:
        # These are quantiles of type 7: between the two nearest values on a straight line.
        numbers = [np.mean(m), np.mean(s), np.mean(s**2), *np.quantile(s, LEVELS)]
        # Ten digits: chance leaves fewer certain.
        print(t, len(s), *(f"{number:.10g}" for number in numbers), sep=",")
`;
}
