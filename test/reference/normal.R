# Reference values for the normal family and its closed forms. From this folder:
#   Rscript normal.R > normal.json
# Numbers are printed with 17 significant digits, so that they come back as the same doubles.

digits <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), sprintf("\"%s\"", x))
column <- function(x) paste0("[", paste(digits(x), collapse = ", "), "]")
entry <- function(.name, .call, ...) {
  fields <- list(...)
  columns <- mapply(function(key, x) sprintf("\"%s\": %s", key, column(x)), names(fields), fields)
  sprintf("  \"%s\": {\"call\": \"%s\", %s}", .name, .call, paste(columns, collapse = ", "))
}

z <- c(-37.5, -37, -30.3, -20.7, -12.1, -8.4, -6.01, -5, -4.03, -3.3, -2.7, -2.2, -2.01, -2, -1.99,
       -1.5, -1.1, -0.7, -0.3, -0.01, -1e-8, 0, 1e-8, 0.01, 0.3, 0.7, 1.1, 1.5, 1.99, 2, 2.01, 2.2,
       2.7, 3.3, 4.03, 5, 6.01, 8.4)
p <- c(1e-300, 1e-200, 1e-100, 1e-50, 1e-20, 1e-12, 1e-11, 1e-10, 1e-8, 1e-5, 0.001, 0.01, 0.0749,
       0.075, 0.0751, 0.1, 0.25, 0.4, 0.4999999, 0.5000001, 0.6, 0.75, 0.9, 0.925, 0.9251, 0.95, 0.975,
       0.99, 0.999, 0.99999, 1 - 1e-10)
n <- c(2:20, 31:36, 50, 100, 200, 500, 1000, 10000, 100000, 1000000)
x <- (n - 1) / 2

# beta() keeps the digits that a difference of two lgamma() loses.
c4 <- sqrt(2 / (n - 1)) * sqrt(pi) / beta(x, 0.5)

# log(x) - digamma(x) loses digits to cancellation as x grows; the integral of DLMF 5.9.13 does not:
# log x - psi(x) = integral of (1/(1 - e^-t) - 1/t) e^(-x t) dt over t > 0, here with t = u / x.
g <- function(t) ifelse(t < 1e-3, 0.5 + t / 12 - t^3 / 720, -1 / expm1(-t) - 1 / t)
binet <- function(x) {
  f <- function(u) g(u / x) * exp(-u) / x
  pieces <- c(0, 1, 4, 12, 45)
  sum(sapply(1:4, function(i) {
    integrate(f, pieces[i], pieces[i + 1], rel.tol = 1e-13, abs.tol = 0)$value
  }))
}

cat("{\n")
cat(sprintf("  \"tool\": \"%s\",\n", R.version.string))
cat("  \"script\": \"test/reference/normal.R\",\n")
cat(paste(c(
  entry("cdf", "pnorm(z)", z = z, value = pnorm(z)),
  entry("density", "dnorm(z)", z = z, value = dnorm(z)),
  entry("quantile", "qnorm(p)", p = p, value = qnorm(p)),
  entry("c4", "sqrt(2 / (n - 1)) * sqrt(pi) / beta((n - 1) / 2, 0.5)", n = n, value = c4),
  entry("logBias", "(log(x) - digamma(x)) / 2, x = (n - 1) / 2", n = n,
        value = (log(x) - digamma(x)) / 2),
  entry("logBiasIntegral", "binet((n - 1) / 2) / 2", n = n, value = sapply(x, binet) / 2),
  entry("logVariance", "trigamma((n - 1) / 2) / 4", n = n, value = trigamma(x) / 4),
  entry("rise", "pchisq(n - 1, n - 1, lower.tail = FALSE)", n = n,
        value = pchisq(n - 1, n - 1, lower.tail = FALSE)),
  entry("riseMaximumLikelihood", "pchisq(n, n - 1, lower.tail = FALSE)", n = n,
        value = pchisq(n, n - 1, lower.tail = FALSE))
), collapse = ",\n"))
cat("\n}\n")
