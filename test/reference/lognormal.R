# Reference values for the lognormal families, the smallest of n normal values, and fits of two published samples. From
# this folder:
#   Rscript lognormal.R > lognormal.json
# Numbers are printed with 17 significant digits, so that they come back as the same doubles.

digits <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), sprintf("\"%s\"", x))
column <- function(x) paste0("[", paste(digits(x), collapse = ", "), "]")
entry <- function(.name, .call, ...) {
  fields <- list(...)
  columns <- mapply(function(key, x) sprintf("\"%s\": %s", key, column(x)), names(fields), fields)
  sprintf("  \"%s\": {\"call\": \"%s\", %s}", .name, .call, paste(columns, collapse = ", "))
}

# Both families: threshold 0 is the one without a threshold. R knows the distribution of x - threshold.
laws <- rbind(
  expand.grid(threshold = 0, meanlog = c(-2, 0, 2), sdlog = c(0.1, 0.5, 1.5)),
  expand.grid(threshold = c(-1000, 10), meanlog = c(-1, 2), sdlog = c(0.1, 0.5, 1))
)
p <- c(1e-200, 1e-50, 1e-9, 1e-4, 0.01, 0.2, 0.5, 0.77, 0.99, 0.9999)
quantiles <- merge(laws, data.frame(p = p))
quantiles$value <- with(quantiles, threshold + qlnorm(p, meanlog, sdlog))
# The same from x down to where the tail has 1e-280, and off the support.
z <- c(-35, -20, -8, -3.3, -1.1, -0.2, 0, 0.4, 1.5, 3, 6.5, 25)
points <- merge(laws, data.frame(z = z))
points$x <- signif(with(points, threshold + exp(meanlog + sdlog * z)), 7)
outside <- transform(laws, z = 0, x = threshold - 1)
points <- subset(rbind(points, outside), x != threshold)
points$cdf <- with(points, plnorm(x - threshold, meanlog, sdlog))
points$density <- with(points, dlnorm(x - threshold, meanlog, sdlog))
points <- subset(points, x < threshold | (cdf > 1e-290 & density > 1e-290), select = -z)

# E max = integral of 1 - Phi^n over x > 0, less that of Phi^n over x < 0; the smallest is its negative.
n <- c(1:10, 20, 30, 50, 100, 200, 500, 1000, 10000, 1e6)
area <- function(f, ends) {
  sum(mapply(function(from, to) {
    integrate(f, from, to, rel.tol = 1e-13, abs.tol = 0)$value
  }, head(ends, -1), tail(ends, -1)))
}
smallest <- sapply(n, function(n) {
  below <- function(x) exp(n * pnorm(x, log.p = TRUE))
  above <- function(x) -expm1(n * pnorm(x, log.p = TRUE))
  area(below, c(-9, -4, -2, -1, 0)) - area(above, c(0, 1, 2, 3, 4, 5, 6, 9))
})

# The example of EnvStats' elnorm3: rlnorm3(20, meanlog = 1.5, sdlog = 1, threshold = 10).
set.seed(250)
envstats <- 10 + rlnorm(20, 1.5, 1)
# Miles to the gallon of 74 cars of 1978: Stata's auto.dta.
auto <- c(22, 17, 22, 20, 15, 18, 26, 20, 16, 19, 14, 14, 21, 29, 16, 22, 22, 24, 19, 30, 18, 16, 17, 28, 21,
          12, 12, 14, 22, 14, 15, 18, 14, 20, 21, 19, 19, 18, 19, 24, 16, 28, 34, 25, 26, 18, 18, 18, 19, 19,
          19, 24, 17, 23, 25, 23, 35, 24, 21, 21, 25, 28, 30, 14, 26, 35, 18, 31, 18, 23, 41, 25, 25, 17)

# Cohen's equation for the threshold; S^2 with divisor n or n - 1. The root that is a maximum, from a bracket that
# leaves out the minimum beside the smallest value.
fit <- function(x, divisor) {
  equation <- function(theta) {
    y <- log(x - theta)
    d <- y - mean(y)
    sum(1 / (x - theta)) + sum(d / (x - theta)) / (sum(d^2) / divisor)
  }
  sd <- sqrt(mean((x - mean(x))^2))
  theta <- uniroot(equation, c(min(x) - 9 * sd, min(x) - 0.05 * sd), tol = 1e-14)$root
  y <- log(x - theta)
  zeta <- mean(y)
  sigma <- sqrt(sum((y - zeta)^2) / divisor)
  c(theta, zeta, sigma, sum(dlnorm(x - theta, zeta, sigma, log = TRUE)))
}
fits <- rbind(fit(envstats, 20), fit(envstats, 19), fit(auto, 74), fit(auto, 73))

cat("{\n")
cat(sprintf("  \"tool\": \"%s\",\n", R.version.string))
cat("  \"script\": \"test/reference/lognormal.R\",\n")
cat(paste(c(
  do.call(entry, c("quantile", "threshold + qlnorm(p, meanlog, sdlog)", quantiles)),
  do.call(entry, c("points", "plnorm and dlnorm(x - threshold, meanlog, sdlog)", points)),
  entry("expectedMinimum", "integrate(pnorm^n)", n = n, value = smallest),
  entry("envstats", "set.seed(250); 10 + rlnorm(20, 1.5, 1)", x = envstats),
  entry("auto", "as published", x = auto),
  entry("fits", "uniroot of Cohen's equation: envstats by n and n - 1, auto by n and n - 1",
        threshold = fits[, 1], meanlog = fits[, 2], sdlog = fits[, 3], logLikelihood = fits[, 4])
), collapse = ",\n"))
cat("\n}\n")
