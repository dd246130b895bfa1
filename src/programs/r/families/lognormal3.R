# The lognormal with a threshold in the R program of one run.

# region truth lognormal3
# The real distribution: log(x - threshold) is normal.
truth       <- list(threshold = 10, meanlog = 2, sdlog = 0.5)
# endregion

# region stream keyed
set.seed(seed)

# Simulate: n new values from the model of generation t - 1.
simulate <- function(model, t) {
  model$threshold + rlnorm(n, meanlog = model$meanlog, sdlog = model$sdlog)
}
# endregion

# region stream source
# include twister

# Simulate: n new values from the model of generation t - 1, kept to five decimals.
simulate <- function(model, t) {
  start_stream(seed + t)
  x <- model$threshold + exp(model$meanlog + model$sdlog * standard_normals(n))
  floor(x * 1e5 + 0.5) / 1e5
}
# endregion

# region sized stream keyed
set.seed(seed)

# Simulate: so many new values from a model.
simulate <- function(model, count) {
  model$threshold + rlnorm(count, meanlog = model$meanlog, sdlog = model$sdlog)
}
# endregion

# region estimator mle
# include standardise

variance <- function(v) spread(v)^2 # divisor n

# include model at

# include first fall

# Fit: the highest point of the likelihood inside its range (Cohen 1951); at the end of the range,
# with the threshold at the smallest value, it is infinite. With the best meanlog and sdlog for each e,
# the log-likelihood per value is log(e) - mean(logs) - log(variance(logs)) / 2, up to a constant. The
# score is e times its derivative: a maximum is where it falls through 0.
fit <- function(x) {
  z <- standardise(x)
  score <- function(e) {
    logs <- log1p(e * z)
    v <- e * z / (1 + e * z)
    1 - mean(v) - mean((logs - mean(logs)) * v) / variance(logs)
  }
  e <- first_fall(score, z)
  if (is.null(e)) NULL else model_at(e, x)
}
# endregion

# region estimator mle-unbiased-scale
# include standardise

variance <- var # divisor n - 1

# include model at

# include first fall

# Fit: the equations of maximum likelihood (Cohen 1951), but with divisor n - 1 for sdlog^2, in the
# equation for the threshold too. That equation is score = 0; at a maximum the score falls through 0.
fit <- function(x) {
  z <- standardise(x)
  score <- function(e) {
    logs <- log1p(e * z)
    v <- e * z / (1 + e * z)
    1 - mean(v) - mean((logs - mean(logs)) * v) / variance(logs)
  }
  e <- first_fall(score, z)
  if (is.null(e)) NULL else model_at(e, x)
}
# endregion

# region estimator zero-skewness
# include standardise

variance <- var # divisor n - 1

# include model at

# include first fall

# Fit: the threshold above which the logarithms are not skewed (Griffiths 1980).
fit <- function(x) {
  z <- standardise(x)
  if (mean(z^3) <= 0) return(NULL)
  skewness <- function(e) mean(standardise(log1p(e * z))^3)
  e <- first_fall(skewness, z)
  if (is.null(e)) NULL else model_at(e, x)
}
# endregion

# region estimator moments
# include standardise

# include model with

# Fit: mean, standard deviation and skewness are those of the values, all with divisor n.
# A lognormal has skewness e^3 + 3 e with e = sd / (mean - threshold) = sqrt(exp(sdlog^2) - 1).
fit <- function(x) {
  skewness <- mean(standardise(x)^3)
  if (skewness <= 0) return(NULL)
  e <- 2 * sinh(asinh(skewness / 2) / 3) # this solves the cubic equation
  model_with(mean(x), sd = spread(x), sdlog = sqrt(log1p(e^2)))
}
# endregion

# region estimator unbiased-moments
# include standardise

# include model with

# Fit: mean, standard deviation (divisor n - 1) and skewness (divisors n) are those of the values.
# A lognormal has skewness e^3 + 3 e with e = sd / (mean - threshold) = sqrt(exp(sdlog^2) - 1).
fit <- function(x) {
  skewness <- mean(standardise(x)^3)
  if (skewness <= 0) return(NULL)
  e <- 2 * sinh(asinh(skewness / 2) / 3) # this solves the cubic equation
  model_with(mean(x), sd = sd(x), sdlog = sqrt(log1p(e^2)))
}
# endregion

# region estimator modified-moments
# include standardise

# include model with

# The mean of the smallest of n values from the standard normal.
expected_minimum <- function(n) {
  integrate(function(z) z * n * dnorm(z) * pnorm(-z)^(n - 1), -9, 9, rel.tol = 1e-12)$value
}

# Fit: mean and standard deviation (divisor n - 1) are those of the values, and the smallest value lies
# where that of n is expected on the scale of logarithms (Cohen and Whitten 1980).
fit <- function(x) {
  lowest <- expected_minimum(length(x))
  # sd / (mean - smallest value) of the values, less that of the lognormal.
  excess <- function(sdlog) {
    spread <- sqrt(expm1(sdlog^2)) * exp(sdlog^2 / 2) # in units of exp(meanlog), as what follows
    sd(x) / (mean(x) - min(x)) - spread / (expm1(sdlog^2 / 2) - expm1(sdlog * lowest))
  }
  if (excess(1e-6) <= 0) return(NULL) # the smallest value lies lower than that of a normal
  model_with(mean(x), sd(x), sdlog = uniroot(excess, c(1e-6, 9), tol = 1e-15)$root)
}
# endregion

# region estimator royston
# include standardise

variance <- var # divisor n - 1

# include model at

# Fit: the logarithms of the smallest and of the largest value lie evenly about that of the middle one
# (Royston 1992). The threshold t is on the scale of z.
fit <- function(x) {
  z <- standardise(x)
  excess <- min(z) + max(z) - 2 * median(z)
  if (excess <= 0) return(NULL)
  t <- (min(z) * max(z) - median(z)^2) / excess
  if (t < min(z)) model_at(-1 / t, x) else NULL
}
# endregion

# region prints
# It prints one line a generation: t, n, and the threshold, meanlog and sdlog of the fit.
# endregion

# region recursion
model <- truth # generation 0 is the truth
run <- list()
# include start
cat("t,n,threshold,meanlog,sdlog\n")
for (t in seq_len(generations)) {
  # include regime
  if (length(x) < 3 || min(x) == max(x) || !is.finite(spread(x))) {
    message("generation ", t, ": too few values or no finite spread to fit, the run ends here")
    break
  }
  # include fit
  if (is.null(model) || !is.finite(model$sdlog) || model$sdlog <= 0) {
    why <- "the values are not skewed to the right: the best lognormal is its limit, a normal with"
    if (mean(standardise(x)^3) > 0) why <- "the method has no answer for these values; a normal has"
    message("generation ", t, ": ", why, " mean ", format(mean(x)),
            " and standard deviation ", format(spread(x)), "; the run ends here")
    break
  }
  run[[t]] <- unlist(model)
  # 17 significant digits lose nothing.
  cat(sprintf("%d,%d", t, length(x)), sprintf(",%.17g", run[[t]]), "\n", sep = "")
}
# endregion

# region fit
model <- fit(x)
# endregion

# region graph
if (interactive() && length(run) > 0) {
  par(mfrow = c(3, 1))
  for (name in names(truth)) {
    plot(sapply(run, "[[", name), type = "l", col = "navy", xlab = "Generation", ylab = name)
    abline(h = truth[[name]], col = "grey50")
  }
}
# endregion

# region standardise
# The standard deviation with divisor n, and the values as distances from their mean in this unit.
spread <- function(x) sqrt(mean((x - mean(x))^2))
standardise <- function(x) (x - mean(x)) / spread(x)
# endregion

# region model at
# A threshold is sought as e = sd / (mean - threshold): with z = (x - mean) / sd, the logarithm of
# x - threshold is that of 1 + e z, and a constant. At e = 0 the lognormal is a normal, which is its
# limit; at the largest e the threshold meets the smallest value. This is the model that goes with e.
model_at <- function(e, x) {
  above <- spread(x) / e # mean - threshold
  logs <- log1p(e * standardise(x))
  list(threshold = mean(x) - above, meanlog = log(above) + mean(logs), sdlog = sqrt(variance(logs)))
}
# endregion

# region first fall
# The first e at which f falls from above 0 to below, or NULL. The thresholds looked at are below the
# smallest value by 10^6, 10^5.9, 10^5.8 ... 10^-12 times its distance from the mean.
first_fall <- function(f, z) {
  e <- -1 / min(z) / (1 + 10^seq(6, -12, by = -0.1))
  above <- sapply(e, f) > 0
  at <- which(head(above, -1) & !tail(above, -1))
  if (length(at) == 0) return(NULL)
  uniroot(f, e[at[1] + 0:1], tol = 1e-15)$root
}
# endregion

# region model with
# The lognormal with this mean, this standard deviation, and this sdlog.
model_with <- function(mean, sd, sdlog) {
  above <- sd / sqrt(expm1(sdlog^2)) # mean - threshold
  list(threshold = mean - above, meanlog = log(above) - sdlog^2 / 2, sdlog = sdlog)
}
# endregion

# region keeps
# Mean and standard deviation of a model's values.
mean_of <- function(model) model$threshold + exp(model$meanlog + model$sdlog^2 / 2)
sd_of <- function(model) (mean_of(model) - model$threshold) * sqrt(expm1(model$sdlog^2))

# What lies cut standard deviations of its model or more from the mean is thrown away.
keeps <- function(x, model) abs(x - mean_of(model)) < cut * sd_of(model)
# endregion
