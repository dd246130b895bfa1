# The normal in the Python program of one run.

# word *model: mean, sd
# word *TRUTH: TRUE_MEAN, TRUE_SD
# word *parameters: mean, sd

# region stream keyed
rng = np.random.default_rng(SEED)


def simulate(mean, sd, t):
    """N new values from the model of generation t - 1."""
    return rng.normal(mean, sd, N)
# endregion

# region stream source
# include twister


def simulate(mean, sd, t):
    """N new values from the model of generation t - 1, kept to five decimals."""
    x = mean + sd * standard_normals(start_stream(SEED + t), N)
    return np.floor(x * 1e5 + 0.5) / 1e5
# endregion

# region sized stream keyed
rng = np.random.default_rng(SEED)


def simulate(mean, sd, count):
    """So many new values from a model."""
    return rng.normal(mean, sd, count)
# endregion

# region estimator unbiased-variance
def fit(x):
    """The sample mean, and the usual standard deviation (divisor n - 1). Its square is
    right on average; its logarithm is a little too small, and that adds up."""
    return np.mean(x), np.std(x, ddof=1)
# endregion

# region estimator maximum-likelihood
def fit(x):
    """The mean and the standard deviation that make the data most likely (divisor n)."""
    return np.mean(x), np.std(x)
# endregion

# region estimator unbiased-standard-deviation
# include c4


def fit(x):
    """The sample mean, and a standard deviation that is right on average."""
    return np.mean(x), np.std(x, ddof=1) / c4(len(x))
# endregion

# region estimator unbiased-log
# include log bias


def fit(x):
    """The sample mean, and a standard deviation whose logarithm is right on average."""
    return np.mean(x), np.std(x, ddof=1) * math.exp(log_bias(len(x)))
# endregion

# region estimator prior
def fit(x):
    """The sample mean, and the variance (divisor n - 1) averaged with a guess, TAU**2, that counts
    for STRENGTH values more."""
    nu = len(x) - 1
    return np.mean(x), math.sqrt((nu * np.var(x, ddof=1) + STRENGTH * TAU**2) / (nu + STRENGTH))
# endregion

# region prints
# It prints one line a generation: t, n, and the mean and standard deviation of the fit.
# endregion

# region recursion
mean, sd = TRUE_MEAN, TRUE_SD  # generation 0 is the truth
# include start
run = []
print("t,n,mean,sd")
for t in range(1, GENERATIONS + 1):
    # include regime
    # include fit
    if np.min(x) == np.max(x) or not math.isfinite(sd) or sd <= 0:
        print(f"generation {t}: no spread is left to fit, the run ends here", file=sys.stderr)
        break
    run.append((t, mean, sd))
    print(f"{t},{len(x)},{mean:.17g},{sd:.17g}")  # 17 significant digits lose nothing
# endregion

# region fit
mean, sd = fit(x)
# endregion

# region graph
times, means, sds = zip(*run)
plt.errorbar(times, means, yerr=sds, fmt=".", color="navy", ecolor="firebrick", elinewidth=0.7)
plt.axhline(TRUE_MEAN, color="grey")
plt.xlabel("Generation")
plt.ylabel("Mean, and one standard deviation each way")
# endregion

# region keeps
def keeps(x, mean, sd):
    """What lies CUT standard deviations of its model or more from the mean is thrown away."""
    return abs(x - mean) < CUT * sd
# endregion

# ---- weighted ----

# region setup weighted
# include real count


def fit_weighted(samples, weights):
    """Fit each sample by itself, and average the means and the variances. A sample of weight 0
    is not looked at; one without spread has no fit."""
    mean = variance = 0
    for x, weight in zip(samples, weights):
        if weight > 0:
            m, s = fit(x) if np.min(x) < np.max(x) else (math.nan, math.nan)
            mean += weight * m
            variance += weight * s**2
    return mean, math.sqrt(variance)
# endregion

for t in range(1, GENERATIONS + 1):
    # region regime weighted
    # Regime "weighted": the newest model's output and new real values, which count as much as
    # their weight says, whatever their number. In generation 1 all are real.
    fresh = N if t == 1 else REAL
    samples = simulate(mean, sd, N - fresh), simulate(TRUE_MEAN, TRUE_SD, fresh)
    w = 1 if fresh == N else 0 if fresh == 0 else WEIGHT
    x = np.concatenate(samples)
    # endregion

# region fit weighted
mean, sd = fit_weighted(samples, (1 - w, w))
# endregion

# ---- soft-selection ----

# region setup soft-selection
def keeps(x, mean, sd):
    """The further a value is from what is liked best, the less likely it is kept."""
    z = (x - (TRUE_MEAN + TARGET * TRUE_SD)) / (WIDTH * TRUE_SD)
    return rng.random(len(x)) < np.exp(-(z**2) / 2)


# include kept values
# endregion

for t in range(1, GENERATIONS + 1):
    # region regime soft-selection
    # Regime "soft-selection": output of the newest model, chosen by taste.
    x = simulate(mean, sd, N) if t == 1 else simulate_kept(mean, sd, N)
    # endregion

# ---- sharpened ----

for t in range(1, GENERATIONS + 1):
    # region regime sharpened
    # Regime "sharpened": the newest model's output, with less variety than the model has.
    x = simulate(mean, sd, N)
    if t > 1:
        x = mean + math.sqrt(LAMBDA) * (x - mean)
    # endregion
