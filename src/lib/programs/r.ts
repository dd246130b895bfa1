// One program is one text: this file is long because the program is.
import type { RunConfig } from '../types.ts';
import { writeEnsemble } from './ensemble/r.ts';
import { runLine } from './fileName.ts';
import { c4, logBias, normalTruth } from './parts/r.ts';
import type { FamilyPieces } from './pieces.ts';
import { comment, prepare } from './settings.ts';
import type { ProgramWriter } from './writer.ts';

const normal: FamilyPieces = {
  truth: normalTruth,

  streams: {
    keyed: `set.seed(seed)

# Simulate: n new values from the model of generation t - 1.
simulate <- function(model, t) {
  rnorm(n, mean = model$mean, sd = model$sd)
}`,
    source: `# R has the same generator, but seeds it in another way: so we fill its 624 words
# ourselves, each from the one before, modulo 2^32, as SAS does.
times <- function(a, b) { # a * b modulo 2^32, in two halves so that nothing is lost
  high <- ((a %/% 2^16) * b) %% 2^16
  (high * 2^16 + (a %% 2^16) * b) %% 2^32
}
powers <- Reduce(times, rep(69069, 623), 1, accumulate = TRUE)

start_stream <- function(seed) {
  word <- times(powers, seed) # each word is 69069 times the one before
  if (seed %% 8192 == 0) {
    # That would leave the last 13 bits of every word empty. So here each word comes from
    # the one before with its two highest bits folded onto its two lowest.
    word[1] <- seed
    for (i in 1:623) {
      last_bits <- bitwXor(word[i] %% 4, word[i] %/% 2^30)
      folded <- word[i] - word[i] %% 4 + last_bits
      word[i + 1] <- (times(folded, 1812433253) + i) %% 2^32
    }
  }
  # R keeps the words as signed integers, and shows the one for 2^31 as NA.
  signed <- ifelse(word > 2^31, word - 2^32, ifelse(word == 2^31, NA, word))
  # 10403 names the Mersenne Twister; 624 says that all words are used up.
  assign(".Random.seed", c(10403L, 624L, as.integer(signed)), envir = globalenv())
}

# Standard normal values by Marsaglia's polar method: points that fall uniformly in
# the unit disc give two values each; points of the square outside it are thrown away.
standard_normals <- function(count) {
  z <- numeric(0)
  while (length(z) < count) {
    v <- matrix(2 * runif(2 * count) - 1, nrow = 2) # one point a column
    w <- v[1, ]^2 + v[2, ]^2
    inside <- w > 0 & w < 1
    w <- w[inside]
    z <- c(z, v[, inside] * rep(sqrt(-2 * log(w) / w), each = 2))
  }
  z[seq_len(count)]
}

# Simulate: n new values from the model of generation t - 1, kept to five decimals.
simulate <- function(model, t) {
  start_stream(seed + t)
  x <- model$mean + model$sd * standard_normals(n)
  floor(x * 1e5 + 0.5) / 1e5
}`,
  },

  estimators: {
    'unbiased-variance': `# Fit: the sample mean, and the usual standard deviation (divisor n - 1). Its square is
# right on average; its logarithm is a little too small, and that adds up.
fit <- function(x) {
  list(mean = mean(x), sd = sd(x))
}`,
    'maximum-likelihood': `# Fit: the mean and the standard deviation that make the data most likely (divisor n).
fit <- function(x) {
  list(mean = mean(x), sd = sqrt(mean((x - mean(x))^2)))
}`,
    'unbiased-standard-deviation': `${c4}

# Fit: the sample mean, and a standard deviation that is right on average.
fit <- function(x) {
  list(mean = mean(x), sd = sd(x) / c4(length(x)))
}`,
    'unbiased-log': `${logBias}

# Fit: the sample mean, and a standard deviation whose logarithm is right on average.
fit <- function(x) {
  list(mean = mean(x), sd = sd(x) * exp(log_bias(length(x))))
}`,
  },

  regimes: {
    replace: `  # Regime "replace": each generation sees only what the newest model wrote.
  x <- simulate(model, t)`,
  },
};

const families = { normal };

function writeRun(config: RunConfig): string {
  const program = prepare('R', families, config);
  return `${comment('#', program.about)}
#
# Run it:  ${runLine(config, r)}
# It prints one line a generation: t, n, and the mean and standard deviation of the fit.

# ---- Settings: change them and run it again ----

n           <- ${program.n}  # values in each generation
generations <- ${program.generations}  # how many times a model is fitted
${program.truth}
seed        <- ${program.seed}  # a whole number

# ---- The two steps ----

${program.stream}

${program.estimator}

# ---- The recursion: simulate, fit, simulate, fit ... ----

model <- list(mean = true_mean, sd = true_sd) # generation 0 is the truth
means <- sds <- numeric(0)
cat("t,n,mean,sd\\n")
for (t in seq_len(generations)) {
${program.regime}
  model <- fit(x)
  if (min(x) == max(x) || !is.finite(model$sd) || model$sd <= 0) {
    message("generation ", t, ": no spread is left to fit, the run ends here")
    break
  }
  means[t] <- model$mean
  sds[t] <- model$sd
  # 17 significant digits lose nothing.
  cat(sprintf("%d,%d,%.17g,%.17g\\n", t, length(x), model$mean, model$sd))
}

# ---- A graph, when you run this inside R or RStudio ----

if (interactive() && length(means) > 0) {
  t <- seq_along(means)
  plot(t, means, type = "n", ylim = range(means - sds, means + sds),
       xlab = "Generation", ylab = "Mean, and one standard deviation each way")
  segments(t, means - sds, t, means + sds, col = "firebrick")
  points(t, means, pch = 16, cex = 0.5, col = "navy")
  abline(h = true_mean, col = "grey50")
}
`;
}

/** A run or an ensemble as an R program: base R only. */
export const r: ProgramWriter = {
  id: 'r',
  label: 'R',
  extension: 'R',
  run: 'Rscript program.R > run.csv',
  write: (config) =>
    'replicates' in config ? writeEnsemble(config, runLine(config, r)) : writeRun(config),
};
