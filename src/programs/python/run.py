# The Python program of one run, and where its pieces go.

# region program
# include about
#
# Run it:  python3 program.py > run.csv
# It needs NumPy.
# include prints
# With matplotlib, the option --plot, put before the sign ">", also draws the run.

import math
import sys

import numpy as np

# ---- Settings: change them and run it again ----

N = 200  # values in each generation
GENERATIONS = 500  # how many times a model is fitted
# include truth
# include options
# include settings
SEED = 12345  # a whole number

# ---- The two steps: simulate, and fit ----

# include stream


# include estimator


# include setup


# ---- The recursion: simulate, fit, simulate, fit ... ----

# include recursion

# ---- A graph, if you ask for it ----

if "--plot" in sys.argv and run:
    try:
        import matplotlib.pyplot as plt
    except ImportError:
        sys.exit("the graph needs matplotlib: python3 -m pip install matplotlib")
    # include graph
    plt.show()

# endregion
