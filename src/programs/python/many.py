# The Python program of many runs, and where its pieces go.

# region program
# include about
#
# Run it:  python3 program.py > ensemble.csv
# It needs NumPy.
# It prints one line for each generation in PRINT_AT: t; how many runs still have a fit;
# the averages of m, s and s^2 over these; and the quantiles of s.

import math
import sys

import numpy as np

# ---- Settings: change them and run it again ----

N = 200  # values in each generation
GENERATIONS = 500  # how many times a model is fitted
REPLICATES = 10000  # runs, each on its own
# include truth
# include options
# include settings
SEED = 12345  # a whole number
PRINT_AT = [1, 500]  # generations
LEVELS = [0.05, 0.5, 0.95]  # of the quantiles

# ---- What the estimator does to the standard deviation ----

# include correction

# ---- The recursion, all runs at once ----

# include stream
m = np.full(REPLICATES, float(TRUE_MEAN))  # one number a run: the mean of its newest model,
s = np.full(REPLICATES, float(TRUE_SD))  # and the standard deviation; generation 0 is the truth
# include start

print("t,survivors,mean_m,mean_s,mean_s2", *(f"q{100 * level:02g}" for level in LEVELS), sep=",")
for t in range(1, GENERATIONS + 1):
    # include regime
    # include pull

    # A run ends once it has no spread left to fit: below this number a double loses digits.
    alive = np.isfinite(m) & np.isfinite(s) & (s >= sys.float_info.min)
    m, s = m[alive], s[alive]
    # include kept
    if len(s) == 0:
        print(f"generation {t}: no run has any spread left to fit, all have ended", file=sys.stderr)
        break
    if t in PRINT_AT:
        # These are quantiles of type 7: between the two nearest values on a straight line.
        numbers = [np.mean(m), np.mean(s), np.mean(s**2), *np.quantile(s, LEVELS)]
        # Ten digits: chance leaves fewer certain.
        print(t, len(s), *(f"{number:.10g}" for number in numbers), sep=",")

# endregion

# The correction is a number, or a function of how many values there are.

# region correction
# include estimator
# endregion

# region sized correction
# include estimator


# include setup

# endregion
