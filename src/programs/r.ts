// One program is one text: this file is long because the program is.
import type { RunConfig } from '../lib/types.ts';
import { writeEnsemble } from './ensemble/r.ts';
import { runLine } from './fileName.ts';
import { c4, constant, logBias, normalTruth, replace, twister } from './parts/r.ts';
import { below, indent, type Pieces, type RunPieces } from './pieces.ts';
import { anyFamily, normalOnly } from './regimes/r.ts';
import { comment, prepare, type Language } from './settings.ts';
import type { ProgramWriter } from './writer.ts';

const estimators: Pieces = {
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
};

const normal: RunPieces = {
  truth: normalTruth,

  streams: {
    keyed: `set.seed(seed)

# Simulate: n new values from the model of generation t - 1.
simulate <- function(model, t) {
  rnorm(n, mean = model$mean, sd = model$sd)
}`,
    source: `${twister}

# Simulate: n new values from the model of generation t - 1, kept to five decimals.
simulate <- function(model, t) {
  start_stream(seed + t)
  x <- model$mean + model$sd * standard_normals(n)
  floor(x * 1e5 + 0.5) / 1e5
}`,
  },

  estimators,

  sized: {
    streams: {
      keyed: `set.seed(seed)

# Simulate: so many new values from a model.
simulate <- function(model, count) {
  rnorm(count, mean = model$mean, sd = model$sd)
}`,
    },
    estimators,
  },

  regimes: {
    replace,
    ...anyFamily({
      truth: 'truth <- model # the real values come from it',
      mean: 'model$mean',
      sd: 'model$sd',
    }),
    ...normalOnly,
  },

  prints: 'the mean and standard deviation of the fit',
  columns: ['mean', 'sd'],
  start: `model <- list(mean = true_mean, sd = true_sd) # generation 0 is the truth
means <- sds <- numeric(0)`,
  step: `  model <- fit(x)
  if (min(x) == max(x) || !is.finite(model$sd) || model$sd <= 0) {
    message("generation ", t, ": no spread is left to fit, the run ends here")
    break
  }
  means[t] <- model$mean
  sds[t] <- model$sd
  # 17 significant digits lose nothing.
  cat(sprintf("%d,%d,%.17g,%.17g\\n", t, length(x), model$mean, model$sd))`,
  graph: `if (interactive() && length(means) > 0) {
  t <- seq_along(means)
  plot(t, means, type = "n", ylim = range(means - sds, means + sds),
       xlab = "Generation", ylab = "Mean, and one standard deviation each way")
  segments(t, means - sds, t, means + sds, col = "firebrick")
  points(t, means, pch = 16, cex = 0.5, col = "navy")
  abline(h = true_mean, col = "grey50")
}`,
};

/** By family: lognormals.ts adds another. */
const families: Record<string, RunPieces> = { normal };

const language: Language<RunPieces> = { name: 'R', constant, families };

function writeRun(config: RunConfig): string {
  const program = prepare(language, config);
  const { family, regime } = program;
  return `${comment('#', program.about)}
#
# Run it:  ${runLine(config, r)}
# It prints one line a generation: t, n, and ${family.prints}.

# ---- Settings: change them and run it again ----

n           <- ${program.n}  # values in each generation
generations <- ${program.generations}  # how many times a model is fitted
${program.truth}
seed        <- ${program.seed}  # a whole number

# ---- The two steps ----

${below('\n\n', program.stream, program.estimator, regime.setup)}

# ---- The recursion: simulate, fit, simulate, fit ... ----

${below('\n', family.start, regime.start)}
cat("t,n,${family.columns.join()}\\n")
for (t in seq_len(generations)) {
${indent(2, regime.step)}
${family.step.replace('fit(x)', regime.fit ?? 'fit(x)')}
}

# ---- A graph, when you run this inside R or RStudio ----

${family.graph}
`;
}

/** A run or an ensemble as an R program: base R only. */
export const r: ProgramWriter = {
  id: 'r',
  label: 'R',
  extension: 'R',
  run: 'Rscript program.R > run.csv',
  learn: (family, pieces) => void (families[family] = pieces as RunPieces),
  write: (config) =>
    'replicates' in config ? writeEnsemble(config, runLine(config, r)) : writeRun(config),
};
