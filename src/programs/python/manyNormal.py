# The normal in the Python program of many runs.

# region stream keyed
rng = np.random.default_rng(SEED)
# endregion

# region estimator unbiased-variance
# The usual standard deviation (divisor n - 1) as it is. Its square is right on average;
# its logarithm is a little too small, and that adds up.
correction = 1
# endregion

# region estimator maximum-likelihood
# From divisor n - 1 to divisor n: what makes the data most likely.
correction = math.sqrt((N - 1) / N)
# endregion

# region estimator unbiased-standard-deviation
# include c4


# This makes the standard deviation right on average.
correction = 1 / c4(N)
# endregion

# region estimator unbiased-log
# include log bias


# This makes the logarithm of the standard deviation right on average.
correction = math.exp(log_bias(N))
# endregion

# region estimator prior
# Of the variance (divisor n - 1) and a guess, TAU**2, that counts for STRENGTH values more, an
# average is taken: this is the share of what was seen ...
correction = math.sqrt((N - 1) / (N - 1 + STRENGTH))


# ... and this is what the guess adds to the variance.
def pull(n):
    return STRENGTH * TAU**2 / (n - 1 + STRENGTH)
# endregion

# region sized estimator unbiased-variance
# The usual standard deviation (divisor n - 1) as it is. Its square is right on average;
# its logarithm is a little too small, and that adds up.
def correction(n):
    return 1
# endregion

# region sized estimator maximum-likelihood
# From divisor n - 1 to divisor n: what makes the data most likely.
def correction(n):
    return math.sqrt((n - 1) / n)
# endregion

# region sized estimator unbiased-standard-deviation
# include c4


# This makes the standard deviation right on average.
def correction(n):
    return 1 / c4(n)
# endregion

# region sized estimator unbiased-log
# include log bias


# This makes the logarithm of the standard deviation right on average.
def correction(n):
    return math.exp(log_bias(n))
# endregion

# region sized estimator prior
# Of the variance (divisor n - 1) and a guess, TAU**2, that counts for STRENGTH values more, an
# average is taken: this is the share of what was seen ...
def correction(n):
    return math.sqrt((n - 1) / (n - 1 + STRENGTH))


# ... and this is what the guess adds to the variance.
def pull(n):
    return STRENGTH * TAU**2 / (n - 1 + STRENGTH)
# endregion

# region sized c4
def c4(n):
    """The usual standard deviation is too small on average, by this factor."""
    if n > 1e5:
        return 1 - 1 / (4 * n) - 7 / (32 * n**2)  # its series
    return math.sqrt(2 / (n - 1)) * math.exp(math.lgamma(n / 2) - math.lgamma((n - 1) / 2))
# endregion

# region sized log bias
# include digamma


def log_bias(n):
    """The log of the usual standard deviation is too small on average, by this much."""
    if n > 1e5:
        return 1 / (2 * (n - 1)) + 1 / (6 * (n - 1) ** 2)  # its series
    return (math.log((n - 1) / 2) - digamma((n - 1) / 2)) / 2
# endregion

# ---- prior, under each regime ----

# region pull prior
# include pulled
# endregion

for t in range(1, GENERATIONS + 1):
    # region pulled
    s = np.sqrt(s**2 + pull(N))
    # endregion

for t in range(1, GENERATIONS + 1):
    # region pulled accumulate, accumulate-fresh
    s = np.sqrt(s**2 + pull(N * t))
    # endregion

for t in range(1, GENERATIONS + 1):
    # region pulled growing, growing-geometric
    s = np.sqrt(s**2 + pull(count))
    # endregion

for t in range(1, GENERATIONS + 1):
    # region pulled weighted
    if w < 1:
        s = np.sqrt(s**2 + (1 - w) * pull(N - fresh))
    if w > 0:
        s = np.sqrt(s**2 + w * pull(fresh))
    # endregion

# ---- replace ----

for t in range(1, GENERATIONS + 1):
    # region plain regime replace
    # Regime "replace": each generation sees only what its run's newest model wrote.
    z = rng.standard_normal(len(s))
    chi_square = rng.chisquare(N - 1, len(s))
    m = m + s * z / math.sqrt(N)
    s = correction * s * np.sqrt(chi_square / (N - 1))
    # endregion

# ---- fresh-real ----

# region setup fresh-real
# include real count


# include pooling
# endregion

for t in range(1, GENERATIONS + 1):
    # region regime fresh-real
    # Regime "fresh-real": the newest model's output, and new real values. In generation 1 both
    # are real.
    _, m, squares = pool(batch(N - REAL, m, s), batch(REAL, TRUE_MEAN, TRUE_SD))
    s = correction(N) * np.sqrt(squares / (N - 1))
    # endregion

# ---- fixed-real ----

# region setup fixed-real
# include real count


# include pooling
# endregion

# region start fixed-real
kept = batch(REAL, TRUE_MEAN, TRUE_SD)
# endregion

# region kept fixed-real
if not alive.all():
    kept = kept[:, alive]
# endregion

for t in range(1, GENERATIONS + 1):
    # region regime fixed-real
    # Regime "fixed-real": the newest model's output, and the same real values each time.
    _, m, squares = pool(kept, batch(N - REAL, m, s))
    s = correction(N) * np.sqrt(squares / (N - 1))
    # endregion

# ---- accumulate ----

# region setup accumulate
# include pooling
# endregion

# region start accumulate, accumulate-fresh
kept = batch(0, TRUE_MEAN, TRUE_SD)  # nothing yet
# endregion

# region kept accumulate, accumulate-fresh
if not alive.all():
    kept = kept[:, alive]
# endregion

for t in range(1, GENERATIONS + 1):
    # region regime accumulate
    # Regime "accumulate": all values there have ever been, and the newest model's output.
    kept = pool(kept, batch(N, m, s))
    _, m, squares = kept
    s = correction(N * t) * np.sqrt(squares / (N * t - 1))
    # endregion

# ---- accumulate-fresh ----

# region setup accumulate-fresh
# include real count


# include pooling
# endregion

for t in range(1, GENERATIONS + 1):
    # region regime accumulate-fresh
    # Regime "accumulate-fresh": all values there have ever been, the newest model's output, and
    # new real values. In generation 1 all are real.
    new = pool(batch(N - REAL, m, s), batch(REAL, TRUE_MEAN, TRUE_SD))
    kept = pool(kept, new)
    _, m, squares = kept
    s = correction(N * t) * np.sqrt(squares / (N * t - 1))
    # endregion

# ---- accumulate-subsample ----

# region start accumulate-subsample
# Room for all values of all runs, a column a run: 8 bytes for each.
kept = np.empty((N * GENERATIONS, REPLICATES))
# endregion

# region kept accumulate-subsample
if not alive.all():
    kept = kept[:, alive]
# endregion

for t in range(1, GENERATIONS + 1):
    # region regime accumulate-subsample
    # Regime "accumulate-subsample": all values are kept, N of them are fitted.
    kept[N * (t - 1) : N * t] = rng.normal(m, s, (N, len(s)))
    picked = np.array([rng.choice(N * t, N, replace=False) for _ in s]).T
    x = np.take_along_axis(kept, picked, axis=0)
    m = np.mean(x, axis=0)
    s = correction(N) * np.std(x, axis=0, ddof=1)
    # endregion

# ---- weighted ----

# region setup weighted
# include real count


# include batches


def share_of_variance(batch, weight):
    """What a batch adds to the variance. One of weight 0 is not looked at; one value has no
    variance."""
    count, _, squares = batch
    count = count[0]
    if weight == 0:
        return 0
    if count < 2:
        return np.nan * squares
    return weight * correction(count) ** 2 * squares / (count - 1)
# endregion

for t in range(1, GENERATIONS + 1):
    # region regime weighted
    # Regime "weighted": the newest model's output and new real values, which count as much as
    # their weight says, whatever their number. In generation 1 all are real.
    fresh = N if t == 1 else REAL
    w = 1 if fresh == N else 0 if fresh == 0 else WEIGHT
    old = batch(N - fresh, m, s)
    new = batch(fresh, TRUE_MEAN, TRUE_SD)
    m = (1 - w) * old[1] + w * new[1]
    s = np.sqrt(share_of_variance(old, 1 - w) + share_of_variance(new, w))
    # endregion

# ---- growing ----

# region setup growing
# include refit
# endregion

for t in range(1, GENERATIONS + 1):
    # region regime growing
    # Regime "growing": more of the newest model's output each time.
    count = math.floor(min(2**53 - 1, N * t**POWER + 0.5))
    m = sample_mean(count, m, s)
    s = correction(count) * sample_sd(count, s)
    # endregion

# ---- growing-geometric ----

# region setup growing-geometric
# include refit
# endregion

for t in range(1, GENERATIONS + 1):
    # region regime growing-geometric
    # Regime "growing-geometric": more of the newest model's output each time.
    count = math.floor(min(2**53 - 1, N * math.exp(min(40, (t - 1) * math.log(RATIO))) + 0.5))
    m = sample_mean(count, m, s)
    s = correction(count) * sample_sd(count, s)
    # endregion

# ---- truncated ----

for t in range(1, GENERATIONS + 1):
    # region regime truncated
    # Regime "truncated": what lies CUT standard deviations of its model or more from the mean is
    # thrown away, and drawn again. In generation 1 the values are real. A column a run.
    z = rng.standard_normal((N, len(s)))
    while t > 1 and (far := abs(z) >= CUT).any():
        z[far] = rng.standard_normal(np.sum(far))
    m = m + s * np.mean(z, axis=0)
    s = correction(N) * s * np.std(z, axis=0, ddof=1)
    # endregion

# ---- soft-selection ----

# region setup soft-selection
# include refit


TASTE_MEAN = TRUE_MEAN + TARGET * TRUE_SD
TASTE_SD = WIDTH * TRUE_SD
# endregion

for t in range(1, GENERATIONS + 1):
    # region regime soft-selection
    # Regime "soft-selection": output of the newest model, chosen by taste. What is kept of a normal
    # is a normal: with a = TASTE_SD^2 / (TASTE_SD^2 + s^2) its mean is a m + (1 - a) TASTE_MEAN, its
    # variance a s^2. In generation 1 the values are real.
    a = 1 if t == 1 else 1 / (1 + (s / TASTE_SD) ** 2)
    m = sample_mean(N, TASTE_MEAN + a * (m - TASTE_MEAN), np.sqrt(a) * s)
    s = correction(N) * sample_sd(N, np.sqrt(a) * s)
    # endregion

# ---- sharpened ----

# region setup sharpened
# include refit
# endregion

for t in range(1, GENERATIONS + 1):
    # region regime sharpened
    # Regime "sharpened": the newest model's output, with less variety than the model has. In
    # generation 1 the values are real.
    sampled_sd = s if t == 1 else math.sqrt(LAMBDA) * s
    m = sample_mean(N, m, sampled_sd)
    s = correction(N) * sample_sd(N, sampled_sd)
    # endregion

# region refit
# The fit uses nothing of its values but their mean and their variance. Those of count values of
# a normal are independent (Cochran 1934): one random number a run stands for each.


def sample_mean(count, mean, sd):
    return mean + sd * rng.standard_normal(len(sd)) / math.sqrt(count)


def sample_sd(count, sd):
    """With divisor count - 1."""
    return sd * np.sqrt(rng.chisquare(count - 1, len(sd)) / (count - 1))
# endregion

# region batches
def batch(count, mean, sd):
    """The fit uses nothing of its values but their mean and the sum of squares about it. Those of
    count values of a normal are independent (Cochran 1934): one random number a run stands for
    each. The rows are count, mean and squares, with a column for each run."""
    z = rng.standard_normal(len(s))
    chi_square = rng.chisquare(count - 1, len(s)) if count > 1 else np.zeros(len(s))
    mean = mean + sd * z / math.sqrt(max(count, 1))
    return np.array([np.full(len(s), count), mean, sd**2 * chi_square])
# endregion

# region pooling
# include batches


def pool(a, b):
    """Two batches taken together (Chan, Golub and LeVeque 1983)."""
    (n_a, mean_a, squares_a), (n_b, mean_b, squares_b) = a, b
    n = n_a + n_b
    gap = mean_b - mean_a
    squares = squares_a + squares_b + gap**2 * n_a * n_b / n
    return np.array([n, mean_a + gap * n_b / n, squares])
# endregion

# region sized stream keyed
rng = np.random.default_rng(SEED)
# endregion
