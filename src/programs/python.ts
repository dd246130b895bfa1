// One program is one text: this file is long because the program is.
import type { RunConfig } from '../lib/types.ts';
import { writeEnsemble } from './ensemble/python.ts';
import { runLine } from './fileName.ts';
import { c4, constant, logBias, normalTruth, replace, twister } from './parts/python.ts';
import { below, indent, type Pieces, type RunPieces } from './pieces.ts';
import { anyFamily, normalOnly } from './regimes/python.ts';
import { comment, prepare, type Language } from './settings.ts';
import type { ProgramWriter } from './writer.ts';

const estimators: Pieces = {
  'unbiased-variance': `def fit(x):
    """The sample mean, and the usual standard deviation (divisor n - 1). Its square is
    right on average; its logarithm is a little too small, and that adds up."""
    return np.mean(x), np.std(x, ddof=1)`,
  'maximum-likelihood': `def fit(x):
    """The mean and the standard deviation that make the data most likely (divisor n)."""
    return np.mean(x), np.std(x)`,
  'unbiased-standard-deviation': `${c4}


def fit(x):
    """The sample mean, and a standard deviation that is right on average."""
    return np.mean(x), np.std(x, ddof=1) / c4(len(x))`,
  'unbiased-log': `${logBias}


def fit(x):
    """The sample mean, and a standard deviation whose logarithm is right on average."""
    return np.mean(x), np.std(x, ddof=1) * math.exp(log_bias(len(x)))`,
};

const normal: RunPieces = {
  truth: normalTruth,

  streams: {
    keyed: `rng = np.random.default_rng(SEED)


def simulate(mean, sd, t):
    """N new values from the model of generation t - 1."""
    return rng.normal(mean, sd, N)`,
    source: `${twister}


def simulate(mean, sd, t):
    """N new values from the model of generation t - 1, kept to five decimals."""
    x = mean + sd * standard_normals(start_stream(SEED + t), N)
    return np.floor(x * 1e5 + 0.5) / 1e5`,
  },

  estimators,

  sized: {
    streams: {
      keyed: `rng = np.random.default_rng(SEED)


def simulate(mean, sd, count):
    """So many new values from a model."""
    return rng.normal(mean, sd, count)`,
    },
    estimators,
  },

  regimes: {
    replace: replace('mean, sd'),
    ...anyFamily({ model: 'mean, sd', truth: 'TRUE_MEAN, TRUE_SD', parameters: 'mean, sd' }),
    ...normalOnly,
  },

  prints: 'the mean and standard deviation of the fit',
  columns: ['mean', 'sd'],
  start: `mean, sd = TRUE_MEAN, TRUE_SD  # generation 0 is the truth`,
  step: `    mean, sd = fit(x)
    if np.min(x) == np.max(x) or not math.isfinite(sd) or sd <= 0:
        print(f"generation {t}: no spread is left to fit, the run ends here", file=sys.stderr)
        break
    run.append((t, mean, sd))
    print(f"{t},{len(x)},{mean:.17g},{sd:.17g}")  # 17 significant digits lose nothing`,
  graph: `    times, means, sds = zip(*run)
    plt.errorbar(times, means, yerr=sds, fmt=".", color="navy", ecolor="firebrick", elinewidth=0.7)
    plt.axhline(TRUE_MEAN, color="grey")
    plt.xlabel("Generation")
    plt.ylabel("Mean, and one standard deviation each way")`,
};

/** By family: lognormals.ts adds another. */
const families: Record<string, RunPieces> = { normal };

const language: Language<RunPieces> = { name: 'Python', constant, families };

function writeRun(config: RunConfig): string {
  const program = prepare(language, config);
  const { family, regime } = program;
  return `${comment('#', program.about)}
#
# Run it:  ${runLine(config, python)}
# It needs NumPy.
# It prints one line a generation: t, n, and ${family.prints}.
# With matplotlib, the option --plot, put before the sign ">", also draws the run.

import math
import sys

import numpy as np

# ---- Settings: change them and run it again ----

N = ${program.n}  # values in each generation
GENERATIONS = ${program.generations}  # how many times a model is fitted
${program.truth}
SEED = ${program.seed}  # a whole number

# ---- The two steps: simulate, and fit ----

${below('\n\n\n', program.stream, program.estimator, regime.setup)}


# ---- The recursion: simulate, fit, simulate, fit ... ----

${below('\n', family.start, regime.start)}
run = []
print("t,n,${family.columns.join()}")
for t in range(1, GENERATIONS + 1):
${indent(4, regime.step)}
${family.step.replace('fit(x)', regime.fit ?? 'fit(x)')}

# ---- A graph, if you ask for it ----

if "--plot" in sys.argv and run:
    try:
        import matplotlib.pyplot as plt
    except ImportError:
        sys.exit("the graph needs matplotlib: python3 -m pip install matplotlib")
${family.graph}
    plt.show()
`;
}

/** A run or an ensemble as a Python program: NumPy only. */
export const python: ProgramWriter = {
  id: 'python',
  label: 'Python',
  extension: 'py',
  run: 'python3 program.py > run.csv',
  learn: (family, pieces) => void (families[family] = pieces as RunPieces),
  write: (config) =>
    'replicates' in config ? writeEnsemble(config, runLine(config, python)) : writeRun(config),
};
