// What each regime is in the R programs. A new regime is an entry of each table.
import type { RegimePiece, RegimePieces } from '../pieces.ts';

const realCount = `# How many of the n values are real: one at least, where there is a share at all.
real <- if (share > 0) max(1, floor(share * n + 0.5)) else 0`;

const tooMany = `if (count > 1e7) {
  message("generation ", t, ": more than ten million values, the run ends here")
  break
}`;

const growing = (id: string, size: string): RegimePiece => ({
  step: `# Regime "${id}": more of the newest model's output each time.
count <- floor(${size} + 0.5)
${tooMany}
x <- simulate(model, count)`,
});

const chosen = `# Values of a model that keeps() keeps: as many are drawn as that takes.
simulate_kept <- function(model, count) {
  x <- numeric(0)
  while (length(x) < count) {
    new <- simulate(model, count)
    x <- c(x, new[keeps(new, model)])
  }
  x[seq_len(count)]
}`;

const chosenStep = (id: string, says: string) => `# Regime "${id}": ${says}
x <- if (t == 1) simulate(model, n) else simulate_kept(model, n)`;

/** How a family's program speaks of its models. */
interface Words {
  /** What makes `truth` the model of the real distribution, where nothing has yet. */
  readonly truth?: string;
  /** The mean and the standard deviation of values of `model`. */
  readonly mean: string;
  readonly sd: string;
  /** Functions that these need. */
  readonly functions?: string;
}

/** The regimes of one run that only need values of a model, whatever the family. */
export function anyFamily({ truth, mean, sd, functions }: Words): RegimePieces {
  const start = (line: string) => (truth ? `${truth}\n${line}` : line);
  return {
    'fresh-real': {
      setup: realCount,
      start: truth,
      step: `# Regime "fresh-real": the newest model's output, and new real values. In generation 1 both
# are real.
x <- c(simulate(model, n - real), simulate(truth, real))`,
    },
    'fixed-real': {
      setup: realCount,
      start: start('kept <- simulate(truth, real)'),
      step: `# Regime "fixed-real": the newest model's output, and the same real values each time.
x <- c(kept, simulate(model, n - real))`,
    },
    accumulate: {
      start: 'x <- numeric(0)',
      step: `# Regime "accumulate": all values there have ever been, and the newest model's output.
x <- c(x, simulate(model, n))`,
    },
    'accumulate-subsample': {
      start: 'pool <- numeric(0)',
      step: `# Regime "accumulate-subsample": all values are kept, n of them are fitted.
pool <- c(pool, simulate(model, n))
x <- sample(pool, n)`,
    },
    growing: growing('growing', 'n * t^power'),
    'growing-geometric': growing('growing-geometric', 'n * ratio^(t - 1)'),
    truncated: {
      setup: `${functions ? `${functions}\n\n` : ''}# What lies cut standard deviations of its model or more from the mean is thrown away.
keeps <- function(x, model) abs(x - ${mean}) < cut * ${sd}

${chosen}`,
      step: chosenStep('truncated', 'output of the newest model without what is unusual.'),
    },
  };
}

/** The regimes of one run that speak of a mean and a standard deviation. */
export const normalOnly: RegimePieces = {
  weighted: {
    setup: `${realCount}

# Fit each sample by itself, and average the means and the variances. A sample of weight 0 is not
# looked at; one without spread has no fit.
fit_weighted <- function(samples, weights) {
  models <- lapply(samples[weights > 0], function(x) {
    if (min(x) < max(x)) fit(x) else list(mean = NaN, sd = NaN)
  })
  weights <- weights[weights > 0]
  list(mean = sum(weights * sapply(models, "[[", "mean")),
       sd = sqrt(sum(weights * sapply(models, "[[", "sd")^2)))
}`,
    start: 'truth <- model # the real values come from it',
    step: `# Regime "weighted": the newest model's output and new real values, which count as much as
# their weight says, whatever their number. In generation 1 all are real.
fresh <- if (t == 1) n else real
samples <- list(simulate(model, n - fresh), simulate(truth, fresh))
w <- if (fresh == n) 1 else if (fresh == 0) 0 else weight
x <- unlist(samples)`,
    fit: 'fit_weighted(samples, c(1 - w, w))',
  },
  'soft-selection': {
    setup: `# The further a value is from what is liked best, the less likely it is kept.
keeps <- function(x, model) {
  z <- (x - (true_mean + target * true_sd)) / (width * true_sd)
  runif(length(x)) < exp(-z^2 / 2)
}

${chosen}`,
    step: chosenStep('soft-selection', 'output of the newest model, chosen by taste.'),
  },
  sharpened: {
    step: `# Regime "sharpened": the newest model's output, with less variety than the model has.
x <- simulate(model, n)
if (t > 1) x <- model$mean + sqrt(lambda) * (x - model$mean)`,
  },
};

const sampling = `# The fit uses nothing of its values but their mean and their variance. Those of count values of
# a normal are independent (Cochran 1934): one random number a run stands for each.
sample_mean <- function(count, mean, sd) {
  mean + sd * rnorm(length(sd)) / sqrt(count)
}
sample_sd <- function(count, sd) { # divisor count - 1
  sd * sqrt(rchisq(length(sd), df = count - 1) / (count - 1))
}`;

const batches = `# The fit uses nothing of its values but their mean and the sum of squares about it. Those of
# count values of a normal are independent (Cochran 1934): one random number a run stands for
# each. A row a run.
batch <- function(count, mean, sd) {
  z <- rnorm(length(s))
  chi_square <- rchisq(length(s), df = max(count - 1, 0))
  data.frame(n = count, mean = mean + sd * z / sqrt(max(count, 1)), squares = sd^2 * chi_square)
}`;

const pooling = `${batches}

# Two batches taken together (Chan, Golub and LeVeque 1983).
pool <- function(a, b) {
  n <- a$n + b$n
  gap <- b$mean - a$mean
  data.frame(n = n, mean = a$mean + gap * b$n / n,
             squares = a$squares + b$squares + gap^2 * a$n * b$n / n)
}`;

const grown = (id: string, size: string): RegimePiece => ({
  setup: sampling,
  step: `# Regime "${id}": more of the newest model's output each time.
count <- min(2^53 - 1, floor(${size} + 0.5))
m <- sample_mean(count, m, s)
s <- correction(count) * sample_sd(count, s)`,
});

/** The regimes of many runs of a normal model. */
export const manyRuns: RegimePieces = {
  'fresh-real': {
    setup: `${realCount}

${pooling}`,
    step: `# Regime "fresh-real": the newest model's output, and new real values. In generation 1 both
# are real.
both <- pool(batch(n - real, m, s), batch(real, true_mean, true_sd))
m <- both$mean
s <- correction(n) * sqrt(both$squares / (n - 1))`,
  },
  'fixed-real': {
    setup: `${realCount}

${pooling}`,
    start: 'kept <- batch(real, true_mean, true_sd)',
    keeps: true,
    step: `# Regime "fixed-real": the newest model's output, and the same real values each time.
both <- pool(kept, batch(n - real, m, s))
m <- both$mean
s <- correction(n) * sqrt(both$squares / (n - 1))`,
  },
  accumulate: {
    setup: pooling,
    start: 'kept <- batch(0, true_mean, true_sd) # nothing yet',
    keeps: true,
    step: `# Regime "accumulate": all values there have ever been, and the newest model's output.
kept <- pool(kept, batch(n, m, s))
m <- kept$mean
s <- correction(n * t) * sqrt(kept$squares / (n * t - 1))`,
  },
  'accumulate-subsample': {
    start: `# Room for all values of all runs, a row a run: 8 bytes for each.
kept <- matrix(0, replicates, n * generations)`,
    keeps: true,
    step: `# Regime "accumulate-subsample": all values are kept, n of them are fitted.
kept[, n * (t - 1) + 1:n] <- rnorm(length(s) * n, m, s)
picked <- replicate(length(s), sample.int(n * t, n, useHash = t > 1)) # a column a run
x <- matrix(kept[cbind(c(col(picked)), c(picked))], nrow = n)
m <- colMeans(x)
s <- correction(n) * apply(x, 2, sd)`,
  },
  weighted: {
    setup: `${realCount}

${batches}

# What a batch adds to the variance. One of weight 0 is not looked at; one value has no variance.
share_of_variance <- function(batch, weight) {
  count <- batch$n[1]
  if (weight == 0) return(0)
  if (count < 2) return(NaN * batch$squares)
  weight * correction(count)^2 * batch$squares / (count - 1)
}`,
    step: `# Regime "weighted": the newest model's output and new real values, which count as much as
# their weight says, whatever their number. In generation 1 all are real.
fresh <- if (t == 1) n else real
w <- if (fresh == n) 1 else if (fresh == 0) 0 else weight
old <- batch(n - fresh, m, s)
new <- batch(fresh, true_mean, true_sd)
m <- (1 - w) * old$mean + w * new$mean
s <- sqrt(share_of_variance(old, 1 - w) + share_of_variance(new, w))`,
  },
  growing: grown('growing', 'n * t^power'),
  'growing-geometric': grown('growing-geometric', 'n * ratio^(t - 1)'),
  truncated: {
    step: `# Regime "truncated": what lies cut standard deviations of its model or more from the mean is
# thrown away, and drawn again. In generation 1 the values are real. A row a run.
z <- matrix(rnorm(length(s) * n), ncol = n)
while (t > 1 && any(far <- abs(z) >= cut)) z[far] <- rnorm(sum(far))
centre <- rowMeans(z)
m <- m + s * centre
s <- correction(n) * s * sqrt(rowSums((z - centre)^2) / (n - 1))`,
  },
  'soft-selection': {
    setup: `${sampling}
taste_mean <- true_mean + target * true_sd
taste_sd <- width * true_sd`,
    step: `# Regime "soft-selection": output of the newest model, chosen by taste. What is kept of a normal
# is a normal: with a = taste_sd^2 / (taste_sd^2 + s^2) its mean is a m + (1 - a) taste_mean, its
# variance a s^2. In generation 1 the values are real.
a <- if (t == 1) 1 else 1 / (1 + (s / taste_sd)^2)
m <- sample_mean(n, taste_mean + a * (m - taste_mean), sqrt(a) * s)
s <- correction(n) * sample_sd(n, sqrt(a) * s)`,
  },
  sharpened: {
    setup: sampling,
    step: `# Regime "sharpened": the newest model's output, with less variety than the model has. In
# generation 1 the values are real.
sampled_sd <- if (t == 1) s else sqrt(lambda) * s
m <- sample_mean(n, m, sampled_sd)
s <- correction(n) * sample_sd(n, sampled_sd)`,
  },
};
