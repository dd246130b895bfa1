# The R program of many runs, and where its pieces go.

# region program
# include about
#
# Run it:  Rscript program.R > ensemble.csv
# It prints one line for each generation in print_at: t; how many runs still have a fit;
# the averages of m, s and s^2 over these; and the quantiles of s.

# ---- Settings: change them and run it again ----

n           <- 200  # values in each generation
generations <- 500  # how many times a model is fitted
replicates  <- 10000  # runs, each on its own
# include truth
# include options
# include settings
seed        <- 12345  # a whole number
print_at    <- c(1, 500)  # generations
levels      <- c(0.05, 0.5, 0.95)  # of the quantiles

# ---- What the estimator does to the standard deviation ----

# include estimator

# include setup

# ---- The recursion, all runs at once ----

# include stream
m <- rep(true_mean, replicates) # one number a run: the mean of its newest model,
s <- rep(true_sd, replicates) # and the standard deviation; generation 0 is the truth
# include start

cat("t,survivors,mean_m,mean_s,mean_s2", sprintf(",q%02g", 100 * levels), "\n", sep = "")
for (t in seq_len(generations)) {
  # include regime
  # include pull

  # A run ends once it has no spread left to fit: below this number a double loses digits.
  alive <- is.finite(m) & is.finite(s) & s >= .Machine$double.xmin
  m <- m[alive]
  s <- s[alive]
  # include kept
  if (length(s) == 0) {
    message("generation ", t, ": no run has any spread left to fit, all have ended")
    break
  }
  if (t %in% print_at) {
    # These are quantiles of type 7: between the two nearest values on a straight line.
    numbers <- c(mean(m), mean(s), mean(s^2), quantile(s, levels, type = 7))
    # Ten digits: chance leaves fewer certain.
    cat(sprintf("%d,%d", t, length(s)), sprintf(",%.10g", numbers), "\n", sep = "")
  }
}

# endregion
