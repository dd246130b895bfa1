// One program is one text: this file is long because the program is.
import type { RunConfig } from '../types.ts';
import { writeEnsemble } from './ensemble/python.ts';
import { runLine } from './fileName.ts';
import { c4, logBias, normalTruth } from './parts/python.ts';
import type { FamilyPieces } from './pieces.ts';
import { comment, prepare } from './settings.ts';
import type { ProgramWriter } from './writer.ts';

const normal: FamilyPieces = {
  truth: normalTruth,

  streams: {
    keyed: `rng = np.random.default_rng(SEED)


def simulate(mean, sd, t):
    """N new values from the model of generation t - 1."""
    return rng.normal(mean, sd, N)`,
    source: `def start_stream(seed):
    """The Mersenne Twister, its 624 words filled as SAS does: each from the one before,
    modulo 2**32. A multiple of 8192 gets the newer rule, since the older one would leave
    the last 13 bits of every word empty."""
    words = [seed]
    for i in range(1, 624):
        word = words[-1]
        if seed % 8192 != 0:
            words.append(69069 * word % 2**32)
        else:
            words.append((1812433253 * (word ^ (word >> 30)) + i) % 2**32)
    twister = np.random.MT19937()
    twister.state = {
        "bit_generator": "MT19937",
        "state": {"key": np.array(words, dtype=np.uint32), "pos": 624},  # 624: all used up
    }
    return twister


def standard_normals(twister, count):
    """Marsaglia's polar method: points that fall uniformly in the unit disc give two
    values each; points of the square outside it are thrown away."""
    z = np.empty(0)
    while len(z) < count:
        u = twister.random_raw(2 * count) / 2**32
        v = 2 * u.reshape(-1, 2) - 1  # one point a row
        w = v[:, 0] ** 2 + v[:, 1] ** 2
        inside = (w > 0) & (w < 1)
        v, w = v[inside], w[inside]
        z = np.append(z, v * np.sqrt(-2 * np.log(w) / w)[:, np.newaxis])
    return z[:count]


def simulate(mean, sd, t):
    """N new values from the model of generation t - 1, kept to five decimals."""
    x = mean + sd * standard_normals(start_stream(SEED + t), N)
    return np.floor(x * 1e5 + 0.5) / 1e5`,
  },

  estimators: {
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
  },

  regimes: {
    replace: `    # Regime "replace": each generation sees only what the newest model wrote.
    x = simulate(mean, sd, t)`,
  },
};

const families = { normal };

function writeRun(config: RunConfig): string {
  const program = prepare('Python', families, config);
  return `${comment('#', program.about)}
#
# Run it:  ${runLine(config, python)}
# It needs NumPy.
# It prints one line a generation: t, n, and the mean and standard deviation of the fit.
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

${program.stream}


${program.estimator}


# ---- The recursion: simulate, fit, simulate, fit ... ----

mean, sd = TRUE_MEAN, TRUE_SD  # generation 0 is the truth
run = []
print("t,n,mean,sd")
for t in range(1, GENERATIONS + 1):
${program.regime}
    mean, sd = fit(x)
    if np.min(x) == np.max(x) or not math.isfinite(sd) or sd <= 0:
        print(f"generation {t}: no spread is left to fit, the run ends here", file=sys.stderr)
        break
    run.append((t, mean, sd))
    print(f"{t},{len(x)},{mean:.17g},{sd:.17g}")  # 17 significant digits lose nothing

# ---- A graph, if you ask for it ----

if "--plot" in sys.argv and run:
    try:
        import matplotlib.pyplot as plt
    except ImportError:
        sys.exit("the graph needs matplotlib: python3 -m pip install matplotlib")
    times, means, sds = zip(*run)
    plt.errorbar(times, means, yerr=sds, fmt=".", color="navy", ecolor="firebrick", elinewidth=0.7)
    plt.axhline(TRUE_MEAN, color="grey")
    plt.xlabel("Generation")
    plt.ylabel("Mean, and one standard deviation each way")
    plt.show()
`;
}

/** A run or an ensemble as a Python program: NumPy only. */
export const python: ProgramWriter = {
  id: 'python',
  label: 'Python',
  extension: 'py',
  run: 'python3 program.py > run.csv',
  write: (config) =>
    'replicates' in config ? writeEnsemble(config, runLine(config, python)) : writeRun(config),
};
