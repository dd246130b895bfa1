import type { FamilyPieces } from '../pieces.ts';

// What the Python programs of one run and of many have in common.

export const normalTruth: FamilyPieces['truth'] = ({
  mu,
  sigma,
}) => `TRUE_MEAN = ${mu}  # mean of the real distribution
TRUE_SD = ${sigma}  # its standard deviation`;

export const c4 = `def c4(n):
    """The usual standard deviation is too small on average, by this factor."""
    return math.sqrt(2 / (n - 1)) * math.exp(math.lgamma(n / 2) - math.lgamma((n - 1) / 2))`;

export const logBias = `def digamma(x):
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
    return (math.log((n - 1) / 2) - digamma((n - 1) / 2)) / 2`;
