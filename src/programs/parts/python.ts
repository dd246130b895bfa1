import type { FamilyPieces, RegimePiece } from '../pieces.ts';
import type { Constant } from '../settings.ts';

// What the Python programs of one run and of many, and of all families, have in common.

export const normalTruth: FamilyPieces['truth'] = ({
  mu,
  sigma,
}) => `TRUE_MEAN = ${mu}  # mean of the real distribution
TRUE_SD = ${sigma}  # its standard deviation`;

const c4With = (series: string) => `def c4(n):
    """The usual standard deviation is too small on average, by this factor."""
${series}    return math.sqrt(2 / (n - 1)) * math.exp(math.lgamma(n / 2) - math.lgamma((n - 1) / 2))`;

const logBiasWith = (series: string) => `def digamma(x):
    """The derivative of log gamma at 1/2, 1, 3/2, 2 ...: known at the first two, and it
    grows by 1/x from x to x + 1."""
    at = 1.0 if x == int(x) else 0.5
    value = -0.5772156649015329 - (0 if at == 1 else 2 * math.log(2))
    while at < x:
        value += 1 / at
        at += 1
    return value


def log_bias(n):
    """The log of the usual standard deviation is too small on average, by this much."""
${series}    return (math.log((n - 1) / 2) - digamma((n - 1) / 2)) / 2`;

export const c4 = c4With('');
export const logBias = logBiasWith('');

/** With their series, for where they would take too long, or two large logarithms would leave no digit. */
export const anySize = {
  c4: c4With(`    if n > 1e5:
        return 1 - 1 / (4 * n) - 7 / (32 * n**2)  # its series
`),
  logBias: logBiasWith(`    if n > 1e5:
        return 1 / (2 * (n - 1)) + 1 / (6 * (n - 1) ** 2)  # its series
`),
};

/** The random numbers of the stream `source`. */
export const twister = `def start_stream(seed):
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
    return z[:count]`;

export const replace = (model: string): RegimePiece => ({
  plain: true,
  step: `# Regime "replace": each generation sees only what the newest model wrote.
x = simulate(${model}, t)`,
});

export const constant: Constant = (name, value, says) =>
  `${name.toUpperCase()} = ${value}  # ${says}`;
