# The normal in the R program of one run.

# region stream keyed
set.seed(seed)

# Simulate: n new values from the model of generation t - 1.
simulate <- function(model, t) {
  rnorm(n, mean = model$mean, sd = model$sd)
}
# endregion

# region stream source
# include twister

# Simulate: n new values from the model of generation t - 1, kept to five decimals.
simulate <- function(model, t) {
  start_stream(seed + t)
  x <- model$mean + model$sd * standard_normals(n)
  floor(x * 1e5 + 0.5) / 1e5
}
# endregion

# region sized stream keyed
set.seed(seed)

# Simulate: so many new values from a model.
simulate <- function(model, count) {
  rnorm(count, mean = model$mean, sd = model$sd)
}
# endregion

# region estimator unbiased-variance
# Fit: the sample mean, and the usual standard deviation (divisor n - 1). Its square is
# right on average; its logarithm is a little too small, and that adds up.
fit <- function(x) {
  list(mean = mean(x), sd = sd(x))
}
# endregion

# region estimator maximum-likelihood
# Fit: the mean and the standard deviation that make the data most likely (divisor n).
fit <- function(x) {
  list(mean = mean(x), sd = sqrt(mean((x - mean(x))^2)))
}
# endregion

# region estimator unbiased-standard-deviation
# include c4

# Fit: the sample mean, and a standard deviation that is right on average.
fit <- function(x) {
  list(mean = mean(x), sd = sd(x) / c4(length(x)))
}
# endregion

# region estimator unbiased-log
# include log bias

# Fit: the sample mean, and a standard deviation whose logarithm is right on average.
fit <- function(x) {
  list(mean = mean(x), sd = sd(x) * exp(log_bias(length(x))))
}
# endregion

# region estimator prior
# Fit: the sample mean, and the variance (divisor n - 1) averaged with a guess, tau^2, that counts
# for `strength` values more.
fit <- function(x) {
  nu <- length(x) - 1
  list(mean = mean(x), sd = sqrt((nu * var(x) + strength * tau^2) / (nu + strength)))
}
# endregion

# region prints
# It prints one line a generation: t, n, and the mean and standard deviation of the fit.
# endregion

# region recursion
model <- list(mean = true_mean, sd = true_sd) # generation 0 is the truth
means <- sds <- numeric(0)
# include start
cat("t,n,mean,sd\n")
for (t in seq_len(generations)) {
  # include regime
  # include fit
  if (min(x) == max(x) || !is.finite(model$sd) || model$sd <= 0) {
    message("generation ", t, ": no spread is left to fit, the run ends here")
    break
  }
  means[t] <- model$mean
  sds[t] <- model$sd
  # 17 significant digits lose nothing.
  cat(sprintf("%d,%d,%.17g,%.17g\n", t, length(x), model$mean, model$sd))
}
# endregion

# region fit
model <- fit(x)
# endregion

# region graph
if (interactive() && length(means) > 0) {
  t <- seq_along(means)
  plot(t, means, type = "n", ylim = range(means - sds, means + sds),
       xlab = "Generation", ylab = "Mean, and one standard deviation each way")
  segments(t, means - sds, t, means + sds, col = "firebrick")
  points(t, means, pch = 16, cex = 0.5, col = "navy")
  abline(h = true_mean, col = "grey50")
}
# endregion

# region real model
truth <- model # the real values come from it
# endregion

# region keeps
# What lies cut standard deviations of its model or more from the mean is thrown away.
keeps <- function(x, model) abs(x - model$mean) < cut * model$sd
# endregion

# ---- weighted ----

# region setup weighted
# include real count

# Fit each sample by itself, and average the means and the variances. A sample of weight 0 is not
# looked at; one without spread has no fit.
fit_weighted <- function(samples, weights) {
  models <- lapply(samples[weights > 0], function(x) {
    if (min(x) < max(x)) fit(x) else list(mean = NaN, sd = NaN)
  })
  weights <- weights[weights > 0]
  list(mean = sum(weights * sapply(models, "[[", "mean")),
       sd = sqrt(sum(weights * sapply(models, "[[", "sd")^2)))
}
# endregion

# region start weighted
truth <- model # the real values come from it
# endregion

for (t in seq_len(generations)) {
  # region regime weighted
  # Regime "weighted": the newest model's output and new real values, which count as much as
  # their weight says, whatever their number. In generation 1 all are real.
  fresh <- if (t == 1) n else real
  samples <- list(simulate(model, n - fresh), simulate(truth, fresh))
  w <- if (fresh == n) 1 else if (fresh == 0) 0 else weight
  x <- unlist(samples)
  # endregion
}

# region fit weighted
model <- fit_weighted(samples, c(1 - w, w))
# endregion

# ---- soft-selection ----

# region setup soft-selection
# The further a value is from what is liked best, the less likely it is kept.
keeps <- function(x, model) {
  z <- (x - (true_mean + target * true_sd)) / (width * true_sd)
  runif(length(x)) < exp(-z^2 / 2)
}

# include kept values
# endregion

for (t in seq_len(generations)) {
  # region regime soft-selection
  # Regime "soft-selection": output of the newest model, chosen by taste.
  x <- if (t == 1) simulate(model, n) else simulate_kept(model, n)
  # endregion
}

# ---- sharpened ----

for (t in seq_len(generations)) {
  # region regime sharpened
  # Regime "sharpened": the newest model's output, with less variety than the model has.
  x <- simulate(model, n)
  if (t > 1) x <- model$mean + sqrt(lambda) * (x - model$mean)
  # endregion
}
