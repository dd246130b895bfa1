// One program is one text: this file is long because the program is.
import type { EnsembleConfig } from '../../lib/ensemble/types.ts';
import { anySize, c4, constant, logBias, normalTruth } from '../parts/python.ts';
import { below, indent, type FamilyPieces, type Pieces } from '../pieces.ts';
import { manyRuns } from '../regimes/python.ts';
import { comment, type Language } from '../settings.ts';
import { prepareEnsemble } from './settings.ts';

const streams: Pieces = {
  keyed: `rng = np.random.default_rng(SEED)`,
};

/** The estimators, with `set` to say what the correction for `n` values is. */
const estimatorsOf = (
  n: string,
  set: (value: string) => string,
  functions: { readonly c4: string; readonly logBias: string },
): Pieces => ({
  'unbiased-variance': `# The usual standard deviation (divisor n - 1) as it is. Its square is right on average;
# its logarithm is a little too small, and that adds up.
${set('1')}`,
  'maximum-likelihood': `# From divisor n - 1 to divisor n: what makes the data most likely.
${set(`math.sqrt((${n} - 1) / ${n})`)}`,
  'unbiased-standard-deviation': `${functions.c4}


# This makes the standard deviation right on average.
${set(`1 / c4(${n})`)}`,
  'unbiased-log': `${functions.logBias}


# This makes the logarithm of the standard deviation right on average.
${set(`math.exp(log_bias(${n}))`)}`,
});

const normal: FamilyPieces = {
  truth: normalTruth,

  streams,
  estimators: estimatorsOf('N', (value) => `correction = ${value}`, { c4, logBias }),

  sized: {
    streams,
    estimators: estimatorsOf('n', (value) => `def correction(n):\n    return ${value}`, anySize),
  },

  regimes: {
    replace: {
      plain: true,
      step: `# Regime "replace": each generation sees only what its run's newest model wrote.
z = rng.standard_normal(len(s))
chi_square = rng.chisquare(N - 1, len(s))
m = m + s * z / math.sqrt(N)
s = correction * s * np.sqrt(chi_square / (N - 1))`,
    },
    ...manyRuns,
  },
};

const language: Language<FamilyPieces> = { name: 'Python', constant, families: { normal } };

/** The text of a complete Python program for an ensemble; `runLine` says how to run it. */
export function writeEnsemble(config: EnsembleConfig, runLine: string): string {
  const program = prepareEnsemble(language, config);
  const { regime } = program;
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

${below('\n\n\n', program.estimator, regime.setup)}${regime.plain ? '' : '\n'}

# ---- The recursion, all runs at once ----

${program.stream}
m = np.full(REPLICATES, float(TRUE_MEAN))  # one number a run: the mean of its newest model,
${below('\n', 's = np.full(REPLICATES, float(TRUE_SD))  # and the standard deviation; generation 0 is the truth', regime.start)}

print("t,survivors,mean_m,mean_s,mean_s2", *(f"q{100 * level:02g}" for level in LEVELS), sep=",")
for t in range(1, GENERATIONS + 1):
${indent(4, regime.step)}

    # A run ends once it has no spread left to fit: below this number a double loses digits.
    alive = np.isfinite(m) & np.isfinite(s) & (s >= sys.float_info.min)
${below('\n', '    m, s = m[alive], s[alive]', regime.keeps && '    if not alive.all():\n        kept = kept[:, alive]')}
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
