// What each regime is in the Python programs. A new regime is an entry of each table.
import type { RegimePiece, RegimePieces } from '../pieces.ts';

const realCount = `# How many of the N values are real: one at least, where there is a share at all.
REAL = max(1, math.floor(SHARE * N + 0.5)) if SHARE > 0 else 0`;

const growing = (id: string, size: string, model: string): RegimePiece => ({
  step: `# Regime "${id}": more of the newest model's output each time.
count = math.floor(${size} + 0.5)
if count > 10_000_000:
    print(f"generation {t}: more than ten million values, the run ends here", file=sys.stderr)
    break
x = simulate(${model}, count)`,
});

const chosen = (parameters: string) => `def simulate_kept(${parameters}, count):
    """Values of a model that keeps() keeps: as many are drawn as that takes."""
    x = np.empty(0)
    while len(x) < count:
        new = simulate(${parameters}, count)
        x = np.append(x, new[keeps(new, ${parameters})])
    return x[:count]`;

const chosenStep = (id: string, says: string, model: string) => `# Regime "${id}": ${says}
x = simulate(${model}, N) if t == 1 else simulate_kept(${model}, N)`;

/** How a family's program speaks of its models. */
interface Words {
  /** The numbers of the newest model and of the real distribution, as arguments. */
  readonly model: string;
  readonly truth: string;
  /** The parameters of a function of a model. */
  readonly parameters: string;
  /** A function that gives mean and standard deviation of a model's values, where these are not its numbers. */
  readonly centre?: string;
}

/** The regimes of one run that only need values of a model, whatever the family. */
export function anyFamily({ model, truth, parameters, centre }: Words): RegimePieces {
  return {
    'fresh-real': {
      setup: realCount,
      step: `# Regime "fresh-real": the newest model's output, and new real values. In generation 1 both
# are real.
x = np.append(simulate(${model}, N - REAL), simulate(${truth}, REAL))`,
    },
    'fixed-real': {
      setup: realCount,
      start: `kept = simulate(${truth}, REAL)`,
      step: `# Regime "fixed-real": the newest model's output, and the same real values each time.
x = np.append(kept, simulate(${model}, N - REAL))`,
    },
    accumulate: {
      start: 'x = np.empty(0)',
      step: `# Regime "accumulate": all values there have ever been, and the newest model's output.
x = np.append(x, simulate(${model}, N))`,
    },
    'accumulate-subsample': {
      start: 'pool = np.empty(0)',
      step: `# Regime "accumulate-subsample": all values are kept, N of them are fitted.
pool = np.append(pool, simulate(${model}, N))
x = rng.choice(pool, N, replace=False)`,
    },
    growing: growing('growing', 'N * t**POWER', model),
    'growing-geometric': growing('growing-geometric', 'N * RATIO ** (t - 1)', model),
    truncated: {
      setup: `def keeps(x, ${parameters}):
    """What lies CUT standard deviations of its model or more from the mean is thrown away."""
${centre ?? ''}    return abs(x - mean) < CUT * sd


${chosen(parameters)}`,
      step: chosenStep('truncated', 'output of the newest model without what is unusual.', model),
    },
  };
}

/** The regimes of one run that speak of a mean and a standard deviation. */
export const normalOnly: RegimePieces = {
  weighted: {
    setup: `${realCount}


def fit_weighted(samples, weights):
    """Fit each sample by itself, and average the means and the variances. A sample of weight 0
    is not looked at; one without spread has no fit."""
    mean = variance = 0
    for x, weight in zip(samples, weights):
        if weight > 0:
            m, s = fit(x) if np.min(x) < np.max(x) else (math.nan, math.nan)
            mean += weight * m
            variance += weight * s**2
    return mean, math.sqrt(variance)`,
    step: `# Regime "weighted": the newest model's output and new real values, which count as much as
# their weight says, whatever their number. In generation 1 all are real.
fresh = N if t == 1 else REAL
samples = simulate(mean, sd, N - fresh), simulate(TRUE_MEAN, TRUE_SD, fresh)
w = 1 if fresh == N else 0 if fresh == 0 else WEIGHT
x = np.concatenate(samples)`,
    fit: 'fit_weighted(samples, (1 - w, w))',
  },
  'soft-selection': {
    setup: `def keeps(x, mean, sd):
    """The further a value is from what is liked best, the less likely it is kept."""
    z = (x - (TRUE_MEAN + TARGET * TRUE_SD)) / (WIDTH * TRUE_SD)
    return rng.random(len(x)) < np.exp(-(z**2) / 2)


${chosen('mean, sd')}`,
    step: chosenStep('soft-selection', 'output of the newest model, chosen by taste.', 'mean, sd'),
  },
  sharpened: {
    step: `# Regime "sharpened": the newest model's output, with less variety than the model has.
x = simulate(mean, sd, N)
if t > 1:
    x = mean + math.sqrt(LAMBDA) * (x - mean)`,
  },
};

const sampling = `# The fit uses nothing of its values but their mean and their variance. Those of count values of
# a normal are independent (Cochran 1934): one random number a run stands for each.


def sample_mean(count, mean, sd):
    return mean + sd * rng.standard_normal(len(sd)) / math.sqrt(count)


def sample_sd(count, sd):
    """With divisor count - 1."""
    return sd * np.sqrt(rng.chisquare(count - 1, len(sd)) / (count - 1))`;

const batches = `def batch(count, mean, sd):
    """The fit uses nothing of its values but their mean and the sum of squares about it. Those of
    count values of a normal are independent (Cochran 1934): one random number a run stands for
    each. The rows are count, mean and squares, with a column for each run."""
    z = rng.standard_normal(len(s))
    chi_square = rng.chisquare(count - 1, len(s)) if count > 1 else np.zeros(len(s))
    mean = mean + sd * z / math.sqrt(max(count, 1))
    return np.array([np.full(len(s), count), mean, sd**2 * chi_square])`;

const pooling = `${batches}


def pool(a, b):
    """Two batches taken together (Chan, Golub and LeVeque 1983)."""
    (n_a, mean_a, squares_a), (n_b, mean_b, squares_b) = a, b
    n = n_a + n_b
    gap = mean_b - mean_a
    squares = squares_a + squares_b + gap**2 * n_a * n_b / n
    return np.array([n, mean_a + gap * n_b / n, squares])`;

const grown = (id: string, size: string): RegimePiece => ({
  setup: sampling,
  step: `# Regime "${id}": more of the newest model's output each time.
count = math.floor(min(2**53 - 1, ${size} + 0.5))
m = sample_mean(count, m, s)
s = correction(count) * sample_sd(count, s)`,
});

/** The regimes of many runs of a normal model. */
export const manyRuns: RegimePieces = {
  'fresh-real': {
    setup: `${realCount}


${pooling}`,
    step: `# Regime "fresh-real": the newest model's output, and new real values. In generation 1 both
# are real.
_, m, squares = pool(batch(N - REAL, m, s), batch(REAL, TRUE_MEAN, TRUE_SD))
s = correction(N) * np.sqrt(squares / (N - 1))`,
  },
  'fixed-real': {
    setup: `${realCount}


${pooling}`,
    start: 'kept = batch(REAL, TRUE_MEAN, TRUE_SD)',
    keeps: true,
    step: `# Regime "fixed-real": the newest model's output, and the same real values each time.
_, m, squares = pool(kept, batch(N - REAL, m, s))
s = correction(N) * np.sqrt(squares / (N - 1))`,
  },
  accumulate: {
    setup: pooling,
    start: 'kept = batch(0, TRUE_MEAN, TRUE_SD)  # nothing yet',
    keeps: true,
    step: `# Regime "accumulate": all values there have ever been, and the newest model's output.
kept = pool(kept, batch(N, m, s))
_, m, squares = kept
s = correction(N * t) * np.sqrt(squares / (N * t - 1))`,
  },
  'accumulate-subsample': {
    start: `# Room for all values of all runs, a column a run: 8 bytes for each.
kept = np.empty((N * GENERATIONS, REPLICATES))`,
    keeps: true,
    step: `# Regime "accumulate-subsample": all values are kept, N of them are fitted.
kept[N * (t - 1) : N * t] = rng.normal(m, s, (N, len(s)))
picked = np.array([rng.choice(N * t, N, replace=False) for _ in s]).T
x = np.take_along_axis(kept, picked, axis=0)
m = np.mean(x, axis=0)
s = correction(N) * np.std(x, axis=0, ddof=1)`,
  },
  weighted: {
    setup: `${realCount}


${batches}


def share_of_variance(batch, weight):
    """What a batch adds to the variance. One of weight 0 is not looked at; one value has no
    variance."""
    count, _, squares = batch
    count = count[0]
    if weight == 0:
        return 0
    if count < 2:
        return np.nan * squares
    return weight * correction(count) ** 2 * squares / (count - 1)`,
    step: `# Regime "weighted": the newest model's output and new real values, which count as much as
# their weight says, whatever their number. In generation 1 all are real.
fresh = N if t == 1 else REAL
w = 1 if fresh == N else 0 if fresh == 0 else WEIGHT
old = batch(N - fresh, m, s)
new = batch(fresh, TRUE_MEAN, TRUE_SD)
m = (1 - w) * old[1] + w * new[1]
s = np.sqrt(share_of_variance(old, 1 - w) + share_of_variance(new, w))`,
  },
  growing: grown('growing', 'N * t**POWER'),
  'growing-geometric': grown(
    'growing-geometric',
    'N * math.exp(min(40, (t - 1) * math.log(RATIO)))',
  ),
  truncated: {
    step: `# Regime "truncated": what lies CUT standard deviations of its model or more from the mean is
# thrown away, and drawn again. In generation 1 the values are real. A column a run.
z = rng.standard_normal((N, len(s)))
while t > 1 and (far := abs(z) >= CUT).any():
    z[far] = rng.standard_normal(np.sum(far))
m = m + s * np.mean(z, axis=0)
s = correction(N) * s * np.std(z, axis=0, ddof=1)`,
  },
  'soft-selection': {
    setup: `${sampling}


TASTE_MEAN = TRUE_MEAN + TARGET * TRUE_SD
TASTE_SD = WIDTH * TRUE_SD`,
    step: `# Regime "soft-selection": output of the newest model, chosen by taste. What is kept of a normal
# is a normal: with a = TASTE_SD^2 / (TASTE_SD^2 + s^2) its mean is a m + (1 - a) TASTE_MEAN, its
# variance a s^2. In generation 1 the values are real.
a = 1 if t == 1 else 1 / (1 + (s / TASTE_SD) ** 2)
m = sample_mean(N, TASTE_MEAN + a * (m - TASTE_MEAN), np.sqrt(a) * s)
s = correction(N) * sample_sd(N, np.sqrt(a) * s)`,
  },
  sharpened: {
    setup: sampling,
    step: `# Regime "sharpened": the newest model's output, with less variety than the model has. In
# generation 1 the values are real.
sampled_sd = s if t == 1 else math.sqrt(LAMBDA) * s
m = sample_mean(N, m, sampled_sd)
s = correction(N) * sample_sd(N, sampled_sd)`,
  },
};
