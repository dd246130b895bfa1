# The lognormal with a threshold in the Python program of one run.

# word *model: *model
# word *TRUTH: *TRUTH
# word *parameters: threshold, meanlog, sdlog

# region truth lognormal3
# The real distribution: log(x - threshold) is normal.
TRUTH = (10, 2, 0.5)  # threshold, meanlog, sdlog
# endregion

# region stream keyed
rng = np.random.default_rng(SEED)


def simulate(threshold, meanlog, sdlog, t):
    """N new values from the model of generation t - 1."""
    return threshold + rng.lognormal(meanlog, sdlog, N)
# endregion

# region stream source
# include twister


def simulate(threshold, meanlog, sdlog, t):
    """N new values from the model of generation t - 1, kept to five decimals."""
    x = threshold + np.exp(meanlog + sdlog * standard_normals(start_stream(SEED + t), N))
    return np.floor(x * 1e5 + 0.5) / 1e5
# endregion

# region sized stream keyed
rng = np.random.default_rng(SEED)


def simulate(threshold, meanlog, sdlog, count):
    """So many new values from a model."""
    return threshold + rng.lognormal(meanlog, sdlog, count)
# endregion

# region estimator mle
# include standardise


DDOF = 0  # of sdlog^2: the divisor is n


# include model at


# include first fall


def fit(x):
    """The highest point of the likelihood inside its range (Cohen 1951); at the end of the
    range, with the threshold at the smallest value, it is infinite. With the best meanlog and
    sdlog for each e, the log-likelihood per value is log(e) - mean(logs) - log(variance(logs)) / 2,
    up to a constant. The score is e times its derivative: a maximum is where it falls through 0."""
    # include fit by score
# endregion

# region estimator mle-unbiased-scale
# include standardise


DDOF = 1  # of sdlog^2: the divisor is n - 1


# include model at


# include first fall


def fit(x):
    """The equations of maximum likelihood (Cohen 1951), but with divisor n - 1 for sdlog^2, in
    the equation for the threshold too. That equation is score = 0; at a maximum the score falls
    through 0."""
    # include fit by score
# endregion

# region estimator zero-skewness
# include standardise


DDOF = 1  # of sdlog^2: the divisor is n - 1


# include model at


# include first fall


def fit(x):
    """The threshold above which the logarithms are not skewed (Griffiths 1980)."""
    z = standardise(x)
    if np.mean(z**3) <= 0:
        return None
    e = first_fall(lambda e: np.mean(standardise(np.log1p(e * z)) ** 3), z)
    return None if e is None else model_at(e, x)
# endregion

# region estimator moments
# include standardise


# include model with


def fit(x):
    """Mean, standard deviation and skewness are those of the values, all with divisor n.
    A lognormal has skewness e^3 + 3 e with e = sd / (mean - threshold) = sqrt(exp(sdlog^2) - 1)."""
    skewness = np.mean(standardise(x) ** 3)
    if skewness <= 0:
        return None
    e = 2 * math.sinh(math.asinh(skewness / 2) / 3)  # this solves the cubic equation
    return model_with(np.mean(x), np.std(x, ddof=0), sdlog=math.sqrt(math.log1p(e**2)))
# endregion

# region estimator unbiased-moments
# include standardise


# include model with


def fit(x):
    """Mean, standard deviation (divisor n - 1) and skewness (divisors n) are those of the values.
    A lognormal has skewness e^3 + 3 e with e = sd / (mean - threshold) = sqrt(exp(sdlog^2) - 1)."""
    skewness = np.mean(standardise(x) ** 3)
    if skewness <= 0:
        return None
    e = 2 * math.sinh(math.asinh(skewness / 2) / 3)  # this solves the cubic equation
    return model_with(np.mean(x), np.std(x, ddof=1), sdlog=math.sqrt(math.log1p(e**2)))
# endregion

# region estimator modified-moments
# include standardise


# include model with


# include expected minimum


# include bisect


LOWEST = expected_minimum(N)


def fit(x):
    """Mean and standard deviation (divisor n - 1) are those of the values, and the smallest
    value lies where that of n is expected on the scale of logarithms (Cohen and Whitten 1980)."""

    def excess(sdlog):
        """sd / (mean - smallest value) of the values, less that of the lognormal."""
        square = sdlog**2
        spread = math.sqrt(math.expm1(square)) * math.exp(square / 2)  # in units of exp(meanlog)
        distance = math.expm1(square / 2) - math.expm1(sdlog * LOWEST)
        return np.std(x, ddof=1) / (np.mean(x) - np.min(x)) - spread / distance

    if excess(1e-6) <= 0:
        return None  # the smallest value lies lower than that of a normal
    return model_with(np.mean(x), np.std(x, ddof=1), sdlog=bisect(excess, 1e-6, 9))
# endregion

# region estimator royston
# include standardise


DDOF = 1  # of sdlog^2: the divisor is n - 1


# include model at


def fit(x):
    """The logarithms of the smallest and of the largest value lie evenly about that of the
    middle one (Royston 1992). The threshold t is on the scale of z."""
    z = standardise(x)
    low, middle, high = np.min(z), np.median(z), np.max(z)
    if low + high - 2 * middle <= 0:
        return None
    t = (low * high - middle**2) / (low + high - 2 * middle)
    return model_at(-1 / t, x) if t < low else None
# endregion

# region sized estimator modified-moments
# include standardise


# include model with


# include expected minimum


# include bisect


def fit(x):
    """Mean and standard deviation (divisor n - 1) are those of the values, and the smallest
    value lies where that of n is expected on the scale of logarithms (Cohen and Whitten 1980)."""
    lowest = expected_minimum(len(x))

    def excess(sdlog):
        """sd / (mean - smallest value) of the values, less that of the lognormal."""
        square = sdlog**2
        spread = math.sqrt(math.expm1(square)) * math.exp(square / 2)  # in units of exp(meanlog)
        distance = math.expm1(square / 2) - math.expm1(sdlog * lowest)
        return np.std(x, ddof=1) / (np.mean(x) - np.min(x)) - spread / distance

    if excess(1e-6) <= 0:
        return None  # the smallest value lies lower than that of a normal
    return model_with(np.mean(x), np.std(x, ddof=1), sdlog=bisect(excess, 1e-6, 9))
# endregion

# region prints
# It prints one line a generation: t, n, and the threshold, meanlog and sdlog of the fit.
# endregion

# region recursion
model = TRUTH  # generation 0 is the truth
# include start
run = []
print("t,n,threshold,meanlog,sdlog")
for t in range(1, GENERATIONS + 1):
    # include regime
    if len(x) < 3 or np.min(x) == np.max(x) or not math.isfinite(np.std(x)):
        print(f"generation {t}: too few values or no finite spread to fit, the run ends here", file=sys.stderr)
        break
    # include fit
    if model is None or not 0 < model[2] < math.inf:
        why = "the values are not skewed to the right: the best lognormal is its limit, a normal with"
        if np.mean(standardise(x) ** 3) > 0:
            why = "the method has no answer for these values; a normal has"
        normal = f"mean {np.mean(x):.7g} and standard deviation {np.std(x):.7g}"
        print(f"generation {t}: {why} {normal}; the run ends here", file=sys.stderr)
        break
    run.append((t, *model))
    # 17 significant digits lose nothing.
    print(t, len(x), *(f"{value:.17g}" for value in model), sep=",")
# endregion

# region fit
model = fit(x)
# endregion

# region graph
times, *columns = zip(*run)
_, panels = plt.subplots(3, sharex=True)
for panel, name, values, true in zip(panels, ("threshold", "meanlog", "sdlog"), columns, TRUTH):
    panel.plot(times, values, color="navy")
    panel.axhline(true, color="grey")
    panel.set_ylabel(name)
plt.xlabel("Generation")
# endregion

def fit_by_score(x):
    # region fit by score
    z = standardise(x)

    def score(e):
        logs = np.log1p(e * z)
        v = e * z / (1 + e * z)
        return 1 - np.mean(v) - np.mean((logs - np.mean(logs)) * v) / np.var(logs, ddof=DDOF)

    e = first_fall(score, z)
    return None if e is None else model_at(e, x)
    # endregion

# region standardise
def standardise(x):
    """The values as distances from their mean, in standard deviations (divisor n)."""
    return (x - np.mean(x)) / np.std(x)
# endregion

# region model at
def model_at(e, x):
    """A threshold is sought as e = sd / (mean - threshold): with z = (x - mean) / sd, the
    logarithm of x - threshold is that of 1 + e z, and a constant. At e = 0 the lognormal is
    a normal, which is its limit; at the largest e the threshold meets the smallest value.
    This is the model that goes with e."""
    above = np.std(x) / e  # mean - threshold
    logs = np.log1p(e * standardise(x))
    return np.mean(x) - above, math.log(above) + np.mean(logs), np.std(logs, ddof=DDOF)
# endregion

# region bisect
def bisect(f, low, high):
    """Where f falls through 0: it is above 0 at low, and not at high."""
    for _ in range(60):
        middle = (low + high) / 2
        if f(middle) > 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2
# endregion

# region model with
def model_with(mean, sd, sdlog):
    """The lognormal with this mean, this standard deviation, and this sdlog."""
    above = sd / math.sqrt(math.expm1(sdlog**2))  # mean - threshold
    return mean - above, math.log(above) - sdlog**2 / 2, sdlog
# endregion

# region expected minimum
def expected_minimum(n):
    """The mean of the smallest of n values from the standard normal: an integral as a sum."""
    from statistics import NormalDist

    normal = NormalDist()
    z = np.arange(-9, 9, 0.03)
    return 0.03 * sum(one * n * normal.pdf(one) * normal.cdf(-one) ** (n - 1) for one in z)
# endregion

# region first fall
# include bisect


def first_fall(f, z):
    """The first e at which f falls from above 0 to below, or None. The thresholds looked at
    are below the smallest value by 10^6, 10^5.9 ... 10^-12 times its distance from the mean."""
    e = -1 / np.min(z) / (1 + 10 ** np.linspace(6, -12, 181))
    above = np.array([f(one) > 0 for one in e])
    falls = np.flatnonzero(above[:-1] & ~above[1:])
    return bisect(f, e[falls[0]], e[falls[0] + 1]) if len(falls) > 0 else None
# endregion

# region keeps
def keeps(x, threshold, meanlog, sdlog):
    """What lies CUT standard deviations of its model or more from the mean is thrown away."""
    mean = threshold + math.exp(meanlog + sdlog**2 / 2)
    sd = (mean - threshold) * math.sqrt(math.expm1(sdlog**2))
    return abs(x - mean) < CUT * sd
# endregion
