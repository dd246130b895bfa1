# Reference values for the closed forms of the recursion. From this folder:
#   Rscript theory.R > theory.json
# Numbers are printed with 17 significant digits, so that they come back as the same doubles.

digits <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), sprintf("\"%s\"", x))
column <- function(x) paste0("[", paste(digits(x), collapse = ", "), "]")
entry <- function(.name, .call, ...) {
  fields <- list(...)
  columns <- mapply(function(key, x) sprintf("\"%s\": %s", key, column(x)), names(fields), fields)
  sprintf("  \"%s\": {\"call\": \"%s\", %s}", .name, .call, paste(columns, collapse = ", "))
}

# The law of s_k / sigma for the unbiased variance, without the characteristic function of the gamma: the density of
# log(chi2 / nu) on a grid, convolved with itself by fft, then with the cdf of R. Sums over the grid stand for integrals
# over the real line of analytic functions, which makes them exact to rounding once the step is small (Trefethen & Weideman 2014).
law <- function(n, k, z) {
  a <- (n - 1) / 2
  centre <- digamma(a) - log(a)
  sd <- sqrt(trigamma(a))
  density <- function(y) {
    u <- y + centre
    # dgamma keeps its digits for large shapes, the formula for u that underflow exp.
    if (a < 10) exp(a * (log(a) + u) - a * exp(u) - lgamma(a))
    else exp(dgamma(a * exp(u), a, log = TRUE) + log(a) + u)
  }
  cdf <- function(y) pgamma(a * exp(y + centre), a)
  step <- min(0.2, sd / 5)
  size <- 2^ceiling(log2((24 * sd * sqrt(k) + 160 / a) / step))
  y <- step * c(0:(size / 2 - 1), -(size / 2):-1)
  # A relative error of dgamma would grow to k times its size.
  once <- density(y) / sum(density(y))
  sum <- if (k > 2) Re(fft(fft(once)^(k - 1), inverse = TRUE)) / size else once
  x <- exp((k * centre + z * sqrt(k) * sd) / 2)
  list(x = x, value = sapply(z, function(at) {
    shift <- at * sqrt(k) * sd
    if (k == 1) cdf(shift) else sum(sum * cdf(shift - y))
  }))
}
z <- c(-4.75, -3, -2, -1, -0.5, 0, 0.25, 1, 2, 3, 4.75)
settings <- expand.grid(n = c(2, 3, 5, 10, 50, 200, 1000, 100000), k = c(1, 2, 3, 10, 100, 500))
# Beyond these the rounding of exp(y), times k, is seen.
settings <- subset(settings, n <= 1000 | k <= 10)
laws <- lapply(seq_len(nrow(settings)), function(i) law(settings$n[i], settings$k[i], z))
each <- length(z)

# E exp(it log(G / a)) for G gamma of shape a, by quadrature of the density of log(G / a).
wave <- expand.grid(a = c(0.5, 1, 4.5, 15.5, 16, 99.5), t = c(0.1, 1, 2.5))
whole <- function(a, part, t) {
  f <- function(y) exp(dgamma(a * exp(y), a, log = TRUE) + log(a) + y) * part(t * y)
  width <- min(80, 40 * sqrt(trigamma(a)))
  y <- seq(-width, width / 4, length.out = 40001)
  sum(f(y)) * (y[2] - y[1])
}

shape <- c(0.5, 1, 2, 4.5, 7, 15.5, 16, 30, 49.5)
powers <- expand.grid(a = shape, p = c(-0.4, 0.5, 1, 1.5, 2, 5))

t <- c(-1e6, -31.6, -9.925, -4.303, -2, -0.816, -0.1, 0, 0.1, 0.816, 2, 4.303, 9.925, 31.6, 1e6)
p <- c(1e-12, 1e-6, 0.001, 0.025, 0.05, 0.25, 0.4, 0.5, 0.6, 0.75, 0.95, 0.975, 0.999)

# The inverse Gaussian by quadrature of its density, in log x, where the ends are out of sight.
ig <- expand.grid(mean = c(1, 14.6, 145, 2000), shape = c(2, 8, 105), x = c(0.3, 1, 1.4, 3) * 1)
ig$x <- ig$x * ig$mean
passage <- mapply(function(m, s, x) {
  f <- function(y) sqrt(s / (2 * pi)) * exp(-y / 2 - s * (exp(y) - m)^2 / (2 * m^2 * exp(y)))
  # Double exponential quadrature: the half line y < log x by y = log x - exp(u - exp(-u)).
  u <- seq(-5, 6, by = 0.002)
  w <- exp(u - exp(-u))
  sum(f(log(x) - w) * w * (1 + exp(-u))) * 0.002
}, ig$mean, ig$shape, ig$x)

cat("{\n")
cat(sprintf("  \"tool\": \"%s\",\n", R.version.string))
cat("  \"script\": \"test/reference/theory.R\",\n")
cat(paste(c(
  entry("cdfOfSd", "law(n, k, z): fft convolution of dgamma, then pgamma", n = rep(settings$n, each = each),
        k = rep(settings$k, each = each), x = unlist(lapply(laws, `[[`, "x")),
        value = unlist(lapply(laws, `[[`, "value"))),
  entry("wave", "whole(a, cos, t), whole(a, sin, t)", a = wave$a, t = wave$t,
        cos = mapply(whole, wave$a, list(cos), wave$t), sin = mapply(whole, wave$a, list(sin), wave$t)),
  entry("power", "gamma(a + p) / gamma(a) / a^p", a = powers$a, p = powers$p,
        value = gamma(powers$a + powers$p) / gamma(powers$a) / powers$a^powers$p),
  entry("t2Cdf", "pt(t, 2)", t = t, value = pt(t, 2)),
  entry("t2Density", "dt(t, 2)", t = t, value = dt(t, 2)),
  entry("t2Quantile", "qt(p, 2)", p = p, value = qt(p, 2)),
  entry("inverseGaussian", "double exponential quadrature of the density", mean = ig$mean,
        shape = ig$shape, x = ig$x, value = passage)
), collapse = ",\n"))
cat("\n}\n")
