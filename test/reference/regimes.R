# Fits of a normal model under every regime, value by value, by a program of its own. From this folder:
#   Rscript regimes.R > regimes.json
# Each entry: averages over the runs and their standard errors, at some generations. The original is N(0, 1).

runs <- 40000
n <- 8
at <- c(1, 2, 4, 8)
real <- 2 # of n, where a share is real: 0.25
set.seed(20260801)

draw <- function(count, m = 0, s = 1) matrix(rnorm(runs * count), runs) * s + m
deviance <- function(x) rowSums((x - rowMeans(x))^2)

# The fit with divisor N - less, which is 1 for the unbiased variance and 0 for maximum likelihood.
fit <- function(x, less) list(m = rowMeans(x), s = sqrt(deviance(x) / (ncol(x) - less)))

# A regime is a function of the generation, the newest fit, and what it keeps itself in `memory`.
fresh_real <- function(t, old, less, memory) {
  fit(if (t == 1) draw(n) else cbind(draw(real), draw(n - real, old$m, old$s)), less)
}
fixed_real <- function(t, old, less, memory) {
  if (t > 1) return(fit(cbind(memory$kept, draw(n - real, old$m, old$s)), less))
  first <- draw(n)
  memory$kept <- first[, 1:real]
  fit(first, less)
}
accumulate <- function(t, old, less, memory) {
  memory$all <- cbind(memory$all, if (t == 1) draw(n) else draw(n, old$m, old$s))
  fit(memory$all, less)
}
accumulate_subsample <- function(t, old, less, memory) {
  memory$all <- cbind(memory$all, if (t == 1) draw(n) else draw(n, old$m, old$s))
  picked <- t(apply(memory$all, 1, sample, size = n))
  fit(picked, less)
}
accumulate_fresh <- function(t, old, less, memory) {
  new <- if (t == 1) draw(n) else cbind(draw(real), draw(n - real, old$m, old$s))
  memory$all <- cbind(memory$all, new)
  fit(memory$all, less)
}
weighted <- function(t, old, less, memory) {
  if (t == 1) return(fit(draw(n), less))
  r <- fit(draw(n / 2), less)
  y <- fit(draw(n / 2, old$m, old$s), less)
  list(m = 0.6 * r$m + 0.4 * y$m, s = sqrt(0.6 * r$s^2 + 0.4 * y$s^2))
}
replace <- function(t, old, less, memory) fit(if (t == 1) draw(n) else draw(n, old$m, old$s), less)
growing <- function(t, old, less, memory) {
  size <- round(n * t^1.5)
  fit(if (t == 1) draw(size) else draw(size, old$m, old$s), less)
}
growing_geometric <- function(t, old, less, memory) {
  size <- round(n * 1.3^(t - 1))
  fit(if (t == 1) draw(size) else draw(size, old$m, old$s), less)
}
# A normal within (-c, c) by inversion of its distribution function.
truncated <- function(t, old, less, memory) {
  if (t == 1) return(fit(draw(n), less))
  u <- matrix(runif(runs * n, pnorm(-1.5), pnorm(1.5)), runs)
  fit(qnorm(u) * old$s + old$m, less)
}
sharpened <- function(t, old, less, memory) {
  fit(if (t == 1) draw(n) else draw(n, old$m, sqrt(0.8) * old$s), less)
}
# Values that are not liked are drawn again until they are.
soft_selection <- function(t, old, less, memory) {
  x <- draw(n)
  if (t == 1) return(fit(x, less))
  m <- matrix(old$m, runs, n)
  s <- matrix(old$s, runs, n)
  x <- x * s + m
  open <- seq_along(x)
  while (length(open) > 0) {
    open <- open[runif(length(open)) >= exp(-(x[open] - 1)^2 / (2 * 1.5^2))]
    x[open] <- rnorm(length(open)) * s[open] + m[open]
  }
  fit(x, less)
}

options <- list(
  replace = "", `fresh-real` = "\"share\": 0.25", `fixed-real` = "\"share\": 0.25", accumulate = "",
  `accumulate-subsample` = "", weighted = "\"share\": 0.5, \"weight\": 0.6", growing = "\"power\": 1.5",
  `growing-geometric` = "\"ratio\": 1.3", truncated = "\"cut\": 1.5", sharpened = "\"lambda\": 0.8",
  `soft-selection` = "\"target\": 1, \"width\": 1.5", `accumulate-fresh` = "\"share\": 0.25"
)

column <- function(x) paste0("[", paste(sprintf("%.8g", x), collapse = ", "), "]")
average <- function(name, x) {
  sprintf("\"%s\": %s, \"%sError\": %s", name, column(colMeans(x)), name, column(apply(x, 2, sd) / sqrt(runs)))
}
entry <- function(regime, estimator) {
  f <- gsub("-", "_", regime)
  step <- get(f)
  memory <- new.env()
  old <- NULL
  m <- s <- NULL
  for (t in 1:max(at)) {
    old <- step(t, old, if (estimator == "unbiased-variance") 1 else 0, memory)
    if (t %in% at) {
      m <- cbind(m, old$m)
      s <- cbind(s, old$s)
    }
  }
  sprintf("    {\"regime\": \"%s\", \"options\": {%s}, \"estimator\": \"%s\", \"call\": \"%s(t, old, less, memory)\",\n     %s,\n     %s,\n     %s,\n     %s}",
    regime, options[[regime]], estimator, f,
    average("mean", m), average("squareOfMean", m^2), average("variance", s^2), average("logSd", log(s)))
}
# Regimes that came later are run last: those before keep their random numbers.
later <- names(options) == "accumulate-fresh"
settings <- do.call(rbind, lapply(split(names(options), later), expand.grid,
  estimator = c("unbiased-variance", "maximum-likelihood"), stringsAsFactors = FALSE))

cat("{\n")
cat(sprintf("  \"tool\": \"%s\",\n", R.version.string))
cat("  \"script\": \"test/reference/regimes.R\",\n")
cat(sprintf("  \"runs\": %d,\n  \"n\": %d,\n  \"at\": %s,\n  \"entries\": [\n", runs, n, column(at)))
cat(paste(mapply(entry, settings$Var1, settings$estimator), collapse = ",\n"))
cat("\n  ]\n}\n")
