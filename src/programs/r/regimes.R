# What each regime is in the R program of one run, whatever the family.

# ---- replace ----

for (t in seq_len(generations)) {
  # region plain regime replace
  # Regime "replace": each generation sees only what the newest model wrote.
  x <- simulate(model, t)
  # endregion
}

# ---- fresh-real ----

# region setup fresh-real
# include real count
# endregion

# region start fresh-real
# include real model
# endregion

for (t in seq_len(generations)) {
  # region regime fresh-real
  # Regime "fresh-real": the newest model's output, and new real values. In generation 1 both
  # are real.
  x <- c(simulate(model, n - real), simulate(truth, real))
  # endregion
}

# ---- fixed-real ----

# region setup fixed-real
# include real count
# endregion

# region start fixed-real
# include real model
kept <- simulate(truth, real)
# endregion

for (t in seq_len(generations)) {
  # region regime fixed-real
  # Regime "fixed-real": the newest model's output, and the same real values each time.
  x <- c(kept, simulate(model, n - real))
  # endregion
}

# ---- accumulate ----

# region start accumulate
x <- numeric(0)
# endregion

for (t in seq_len(generations)) {
  # region regime accumulate
  # Regime "accumulate": all values there have ever been, and the newest model's output.
  x <- c(x, simulate(model, n))
  # endregion
}

# ---- accumulate-fresh ----

# region setup accumulate-fresh
# include real count
# endregion

# region start accumulate-fresh
# include real model
x <- numeric(0)
# endregion

for (t in seq_len(generations)) {
  # region regime accumulate-fresh
  # Regime "accumulate-fresh": all values there have ever been, the newest model's output, and new
  # real values. In generation 1 all are real.
  x <- c(x, simulate(model, n - real), simulate(truth, real))
  # endregion
}

# ---- accumulate-subsample ----

# region start accumulate-subsample
pool <- numeric(0)
# endregion

for (t in seq_len(generations)) {
  # region regime accumulate-subsample
  # Regime "accumulate-subsample": all values are kept, n of them are fitted.
  pool <- c(pool, simulate(model, n))
  x <- sample(pool, n)
  # endregion
}

# ---- growing ----

for (t in seq_len(generations)) {
  # region regime growing
  # Regime "growing": more of the newest model's output each time.
  count <- floor(n * t^power + 0.5)
  # include too many
  x <- simulate(model, count)
  # endregion
}

# ---- growing-geometric ----

for (t in seq_len(generations)) {
  # region regime growing-geometric
  # Regime "growing-geometric": more of the newest model's output each time.
  count <- floor(n * ratio^(t - 1) + 0.5)
  # include too many
  x <- simulate(model, count)
  # endregion
}

# ---- truncated ----

# region setup truncated
# include keeps

# include kept values
# endregion

for (t in seq_len(generations)) {
  # region regime truncated
  # Regime "truncated": output of the newest model without what is unusual.
  x <- if (t == 1) simulate(model, n) else simulate_kept(model, n)
  # endregion
}

for (t in seq_len(generations)) {
  # region too many
  if (count > 1e7) {
    message("generation ", t, ": more than ten million values, the run ends here")
    break
  }
  # endregion
}

# region kept values
# Values of a model that keeps() keeps: as many are drawn as that takes.
simulate_kept <- function(model, count) {
  x <- numeric(0)
  while (length(x) < count) {
    new <- simulate(model, count)
    x <- c(x, new[keeps(new, model)])
  }
  x[seq_len(count)]
}
# endregion
