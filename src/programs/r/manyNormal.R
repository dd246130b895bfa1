# The normal in the R program of many runs.

# region stream keyed
set.seed(seed)
# endregion

# region estimator unbiased-variance
# The usual standard deviation (divisor n - 1) as it is. Its square is right on average;
# its logarithm is a little too small, and that adds up.
correction <- 1
# endregion

# region estimator maximum-likelihood
# From divisor n - 1 to divisor n: what makes the data most likely.
correction <- sqrt((n - 1) / n)
# endregion

# region estimator unbiased-standard-deviation
# include c4

# This makes the standard deviation right on average.
correction <- 1 / c4(n)
# endregion

# region estimator unbiased-log
# include log bias

# This makes the logarithm of the standard deviation right on average.
correction <- exp(log_bias(n))
# endregion

# region estimator prior
# Of the variance (divisor n - 1) and a guess, tau^2, that counts for `strength` values more, an
# average is taken: this is the share of what was seen ...
correction <- sqrt((n - 1) / (n - 1 + strength))
# ... and this is what the guess adds to the variance.
pull <- function(n) strength * tau^2 / (n - 1 + strength)
# endregion

# region sized estimator unbiased-variance
# The usual standard deviation (divisor n - 1) as it is. Its square is right on average;
# its logarithm is a little too small, and that adds up.
correction <- function(n) 1
# endregion

# region sized estimator maximum-likelihood
# From divisor n - 1 to divisor n: what makes the data most likely.
correction <- function(n) sqrt((n - 1) / n)
# endregion

# region sized estimator unbiased-standard-deviation
# include c4

# This makes the standard deviation right on average.
correction <- function(n) 1 / c4(n)
# endregion

# region sized estimator unbiased-log
# include log bias

# This makes the logarithm of the standard deviation right on average.
correction <- function(n) exp(log_bias(n))
# endregion

# region sized estimator prior
# Of the variance (divisor n - 1) and a guess, tau^2, that counts for `strength` values more, an
# average is taken: this is the share of what was seen ...
correction <- function(n) sqrt((n - 1) / (n - 1 + strength))
# ... and this is what the guess adds to the variance.
pull <- function(n) strength * tau^2 / (n - 1 + strength)
# endregion

# region sized c4
# The usual standard deviation is too small on average, by this factor.
c4 <- function(n) {
  if (n > 1e5) return(1 - 1 / (4 * n) - 7 / (32 * n^2)) # its series
  sqrt(2 / (n - 1)) * exp(lgamma(n / 2) - lgamma((n - 1) / 2))
}
# endregion

# ---- prior, under each regime ----

# region pull prior
# include pulled
# endregion

for (t in seq_len(generations)) {
  # region pulled
  s <- sqrt(s^2 + pull(n))
  # endregion
}

for (t in seq_len(generations)) {
  # region pulled accumulate, accumulate-fresh
  s <- sqrt(s^2 + pull(n * t))
  # endregion
}

for (t in seq_len(generations)) {
  # region pulled growing, growing-geometric
  s <- sqrt(s^2 + pull(count))
  # endregion
}

for (t in seq_len(generations)) {
  # region pulled weighted
  if (w < 1) s <- sqrt(s^2 + (1 - w) * pull(n - fresh))
  if (w > 0) s <- sqrt(s^2 + w * pull(fresh))
  # endregion
}

# ---- replace ----

for (t in seq_len(generations)) {
  # region plain regime replace
  # Regime "replace": each generation sees only what its run's newest model wrote.
  z <- rnorm(length(s))
  chi_square <- rchisq(length(s), df = n - 1)
  m <- m + s * z / sqrt(n)
  s <- correction * s * sqrt(chi_square / (n - 1))
  # endregion
}

# ---- fresh-real ----

# region setup fresh-real
# include real count

# include pooling
# endregion

for (t in seq_len(generations)) {
  # region regime fresh-real
  # Regime "fresh-real": the newest model's output, and new real values. In generation 1 both
  # are real.
  both <- pool(batch(n - real, m, s), batch(real, true_mean, true_sd))
  m <- both$mean
  s <- correction(n) * sqrt(both$squares / (n - 1))
  # endregion
}

# ---- fixed-real ----

# region setup fixed-real
# include real count

# include pooling
# endregion

# region start fixed-real
kept <- batch(real, true_mean, true_sd)
# endregion

# region kept fixed-real
if (!all(alive)) kept <- kept[alive, , drop = FALSE]
# endregion

for (t in seq_len(generations)) {
  # region regime fixed-real
  # Regime "fixed-real": the newest model's output, and the same real values each time.
  both <- pool(kept, batch(n - real, m, s))
  m <- both$mean
  s <- correction(n) * sqrt(both$squares / (n - 1))
  # endregion
}

# ---- accumulate ----

# region setup accumulate
# include pooling
# endregion

# region start accumulate, accumulate-fresh
kept <- batch(0, true_mean, true_sd) # nothing yet
# endregion

# region kept accumulate, accumulate-fresh
if (!all(alive)) kept <- kept[alive, , drop = FALSE]
# endregion

for (t in seq_len(generations)) {
  # region regime accumulate
  # Regime "accumulate": all values there have ever been, and the newest model's output.
  kept <- pool(kept, batch(n, m, s))
  m <- kept$mean
  s <- correction(n * t) * sqrt(kept$squares / (n * t - 1))
  # endregion
}

# ---- accumulate-fresh ----

# region setup accumulate-fresh
# include real count

# include pooling
# endregion

for (t in seq_len(generations)) {
  # region regime accumulate-fresh
  # Regime "accumulate-fresh": all values there have ever been, the newest model's output, and new
  # real values. In generation 1 all are real.
  new <- pool(batch(n - real, m, s), batch(real, true_mean, true_sd))
  kept <- pool(kept, new)
  m <- kept$mean
  s <- correction(n * t) * sqrt(kept$squares / (n * t - 1))
  # endregion
}

# ---- accumulate-subsample ----

# region start accumulate-subsample
# Room for all values of all runs, a row a run: 8 bytes for each.
kept <- matrix(0, replicates, n * generations)
# endregion

# region kept accumulate-subsample
if (!all(alive)) kept <- kept[alive, , drop = FALSE]
# endregion

for (t in seq_len(generations)) {
  # region regime accumulate-subsample
  # Regime "accumulate-subsample": all values are kept, n of them are fitted.
  kept[, n * (t - 1) + 1:n] <- rnorm(length(s) * n, m, s)
  picked <- replicate(length(s), sample.int(n * t, n, useHash = t > 1)) # a column a run
  x <- matrix(kept[cbind(c(col(picked)), c(picked))], nrow = n)
  m <- colMeans(x)
  s <- correction(n) * apply(x, 2, sd)
  # endregion
}

# ---- weighted ----

# region setup weighted
# include real count

# include batches

# What a batch adds to the variance. One of weight 0 is not looked at; one value has no variance.
share_of_variance <- function(batch, weight) {
  count <- batch$n[1]
  if (weight == 0) return(0)
  if (count < 2) return(NaN * batch$squares)
  weight * correction(count)^2 * batch$squares / (count - 1)
}
# endregion

for (t in seq_len(generations)) {
  # region regime weighted
  # Regime "weighted": the newest model's output and new real values, which count as much as
  # their weight says, whatever their number. In generation 1 all are real.
  fresh <- if (t == 1) n else real
  w <- if (fresh == n) 1 else if (fresh == 0) 0 else weight
  old <- batch(n - fresh, m, s)
  new <- batch(fresh, true_mean, true_sd)
  m <- (1 - w) * old$mean + w * new$mean
  s <- sqrt(share_of_variance(old, 1 - w) + share_of_variance(new, w))
  # endregion
}

# ---- growing ----

# region setup growing
# include refit
# endregion

for (t in seq_len(generations)) {
  # region regime growing
  # Regime "growing": more of the newest model's output each time.
  count <- min(2^53 - 1, floor(n * t^power + 0.5))
  m <- sample_mean(count, m, s)
  s <- correction(count) * sample_sd(count, s)
  # endregion
}

# ---- growing-geometric ----

# region setup growing-geometric
# include refit
# endregion

for (t in seq_len(generations)) {
  # region regime growing-geometric
  # Regime "growing-geometric": more of the newest model's output each time.
  count <- min(2^53 - 1, floor(n * ratio^(t - 1) + 0.5))
  m <- sample_mean(count, m, s)
  s <- correction(count) * sample_sd(count, s)
  # endregion
}

# ---- truncated ----

for (t in seq_len(generations)) {
  # region regime truncated
  # Regime "truncated": what lies cut standard deviations of its model or more from the mean is
  # thrown away, and drawn again. In generation 1 the values are real. A row a run.
  z <- matrix(rnorm(length(s) * n), ncol = n)
  while (t > 1 && any(far <- abs(z) >= cut)) z[far] <- rnorm(sum(far))
  centre <- rowMeans(z)
  m <- m + s * centre
  s <- correction(n) * s * sqrt(rowSums((z - centre)^2) / (n - 1))
  # endregion
}

# ---- soft-selection ----

# region setup soft-selection
# include refit
taste_mean <- true_mean + target * true_sd
taste_sd <- width * true_sd
# endregion

for (t in seq_len(generations)) {
  # region regime soft-selection
  # Regime "soft-selection": output of the newest model, chosen by taste. What is kept of a normal
  # is a normal: with a = taste_sd^2 / (taste_sd^2 + s^2) its mean is a m + (1 - a) taste_mean, its
  # variance a s^2. In generation 1 the values are real.
  a <- if (t == 1) 1 else 1 / (1 + (s / taste_sd)^2)
  m <- sample_mean(n, taste_mean + a * (m - taste_mean), sqrt(a) * s)
  s <- correction(n) * sample_sd(n, sqrt(a) * s)
  # endregion
}

# ---- sharpened ----

# region setup sharpened
# include refit
# endregion

for (t in seq_len(generations)) {
  # region regime sharpened
  # Regime "sharpened": the newest model's output, with less variety than the model has. In
  # generation 1 the values are real.
  sampled_sd <- if (t == 1) s else sqrt(lambda) * s
  m <- sample_mean(n, m, sampled_sd)
  s <- correction(n) * sample_sd(n, sampled_sd)
  # endregion
}

# region refit
# The fit uses nothing of its values but their mean and their variance. Those of count values of
# a normal are independent (Cochran 1934): one random number a run stands for each.
sample_mean <- function(count, mean, sd) {
  mean + sd * rnorm(length(sd)) / sqrt(count)
}
sample_sd <- function(count, sd) { # divisor count - 1
  sd * sqrt(rchisq(length(sd), df = count - 1) / (count - 1))
}
# endregion

# region batches
# The fit uses nothing of its values but their mean and the sum of squares about it. Those of
# count values of a normal are independent (Cochran 1934): one random number a run stands for
# each. A row a run.
batch <- function(count, mean, sd) {
  z <- rnorm(length(s))
  chi_square <- rchisq(length(s), df = max(count - 1, 0))
  data.frame(n = count, mean = mean + sd * z / sqrt(max(count, 1)), squares = sd^2 * chi_square)
}
# endregion

# region pooling
# include batches

# Two batches taken together (Chan, Golub and LeVeque 1983).
pool <- function(a, b) {
  n <- a$n + b$n
  gap <- b$mean - a$mean
  data.frame(n = n, mean = a$mean + gap * b$n / n,
             squares = a$squares + b$squares + gap^2 * a$n * b$n / n)
}
# endregion

# region sized stream keyed
set.seed(seed)
# endregion
