# The values of EnvStats in test/estimators/lognormal3.test.ts (vector A), for those who have the package: it is on CRAN, not
# in Debian. They were made with R 4.2.2 and EnvStats 3.1.0.
#
#   Rscript test/reference/envstats.R
#
# prints meanlog, sdlog and threshold by method for the data of EnvStats' own example.
library(EnvStats)
set.seed(250)
x <- rlnorm3(20, 1.5, 1, 10)
for (method in c("lmle", "mme", "mmue", "mmme", "zero.skew", "royston.skew")) {
  found <- elnorm3(x, method = method)$parameters
  cat(method, sprintf("%.10f", found[c("meanlog", "sdlog", "threshold")]), "\n")
}
cat("R", as.character(getRversion()), "EnvStats", as.character(packageVersion("EnvStats")), "\n")
