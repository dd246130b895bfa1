# What several Python programs have in common.

# region truth normal
TRUE_MEAN = 125  # mean of the real distribution
TRUE_SD = 30  # its standard deviation
# endregion

# region options fresh-real, fixed-real, accumulate-fresh
SHARE = 0.1  # share of real values
# endregion

# region options weighted
SHARE = 0.5  # share of real values
WEIGHT = 0.618  # weight of the real values
# endregion

# region options growing
POWER = 1.5  # power with which the sample grows
# endregion

# region options growing-geometric
RATIO = 1.1  # ratio by which the sample grows
# endregion

# region options truncated
CUT = 2  # kept within so many standard deviations
# endregion

# region options soft-selection
TARGET = 0  # what is liked best, in SD from the original mean
WIDTH = 3  # how far taste reaches, in SD of the original
# endregion

# region options sharpened
LAMBDA = 0.95  # share of the variance that is sampled
# endregion

# region settings prior
STRENGTH = 10  # values that the prior counts for
TAU = 30  # standard deviation that the prior expects
# endregion

# region c4
def c4(n):
    """The usual standard deviation is too small on average, by this factor."""
    return math.sqrt(2 / (n - 1)) * math.exp(math.lgamma(n / 2) - math.lgamma((n - 1) / 2))
# endregion

# region digamma
def digamma(x):
    """The derivative of log gamma at 1/2, 1, 3/2, 2 ...: known at the first two, and it
    grows by 1/x from x to x + 1."""
    at = 1.0 if x == int(x) else 0.5
    value = -0.5772156649015329 - (0 if at == 1 else 2 * math.log(2))
    while at < x:
        value += 1 / at
        at += 1
    return value
# endregion

# region log bias
# include digamma


def log_bias(n):
    """The log of the usual standard deviation is too small on average, by this much."""
    return (math.log((n - 1) / 2) - digamma((n - 1) / 2)) / 2
# endregion

# region twister
def start_stream(seed):
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
# endregion

# region real count
# How many of the N values are real: one at least, where there is a share at all.
REAL = max(1, math.floor(SHARE * N + 0.5)) if SHARE > 0 else 0
# endregion
