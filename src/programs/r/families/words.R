# Tables of types and n-gram models in the R programs, of one run and of many: words of a text, or
# types without names.

# region program
# include about
#
# Run it:  Rscript program.R > run.csv
# It prints one line a generation: t; n; how many types are alive, that is different words;
# diversity, the chance that two draws differ; and the entropy of the next type, the last one
# known, in bits.
# include prints

# include first settings
seed        <- 12345  # a whole number

# ---- The two steps: simulate, and fit ----

# include stream

# include simulate

# include estimator

# include reweigh

# include setup

# ---- What is printed of a generation ----

# The entropy in bits, of chances that are as these counts.
entropy <- function(counts) {
  chances <- counts[counts > 0] / sum(counts)
  sum(chances * log2(1 / chances))
}

# include next

# The chance that two draws differ.
diversity <- function(x) 1 - sum((tabulate(x) / length(x))^2)

# include page

# ---- The recursion: simulate, fit, simulate, fit ... ----

# Prints the run, and returns how many types are alive in each generation.
run <- function(original) {
  model <- original # generation 0
  alive <- numeric(0)
  # include start
  cat("t,n,types,diversity,next\n")
  for (t in seq_len(generations)) {
    # include regime
    model <- fit(x)
    alive[t] <- length(unique(x))
    # 17 significant digits lose nothing.
    cat(sprintf("%d,%d,%d,%.17g,%.17g\n", t, length(x), alive[t], diversity(x), entropy_of_next(x)))
    # include next model
  }
  # include print page
  alive
}

# include original
alive <- run(original)

# ---- A graph, when you run this inside R or RStudio ----

if (interactive() && length(alive) > 0) {
  plot(alive, log = "y", pch = 16, col = "navy", xlab = "Generation", ylab = "Types alive")
}

# endregion

# region many program
# include about
#
# Run it:  Rscript program.R > ensemble.csv
# It prints one line for each generation in print_at: t; how many types are alive, that is
# different words, on average over the runs; and the quantiles of it.

# include first settings
replicates  <- 10000  # runs, each on its own
seed        <- 12345  # a whole number
print_at    <- c(1, 500)  # generations
levels      <- c(0.05, 0.5, 0.95)  # of the quantiles

# ---- The two steps: simulate, and fit ----

# include stream

# include simulate

# include estimator

# include reweigh

# include setup

# ---- The recursion, run by run ----

# How many types are alive in the generations print_at of one run.
types_alive <- function(original) {
  model <- original # generation 0
  alive <- numeric(length(print_at))
  # include start
  for (t in seq_len(generations)) {
    # include regime
    model <- fit(x)
    alive[print_at == t] <- length(unique(x))
    # include next model
  }
  alive
}

# include original
runs <- matrix(0, replicates, length(print_at))
for (i in seq_len(replicates)) runs[i, ] <- types_alive(original)

cat("t,mean_types", sprintf(",q%02g", 100 * levels), "\n", sep = "")
for (i in seq_along(print_at)) {
  # These are quantiles of type 7: between the two nearest values on a straight line.
  numbers <- c(mean(runs[, i]), quantile(runs[, i], levels, type = 7))
  # Ten digits: chance leaves fewer certain.
  cat(sprintf("%d", print_at[i]), sprintf(",%.10g", numbers), "\n", sep = "")
}

# endregion

# region first settings
# ---- Settings: change them and run it again ----

n           <- 200  # words, or other types, in each generation
generations <- 500  # how many times a model is fitted
# include known
# include truth
# include decoding
# include options
# endregion

# region decoding temperature
tau         <- 0.9  # temperature: below 1 the likely words become likelier still
# endregion

# region stream keyed
set.seed(seed)
# endregion

# region sized stream keyed
set.seed(seed)
# endregion

# region estimator maximum-likelihood
# include fit
# endregion

# region next model
# include heat
# endregion

# ---- Where real types come from ----

# region truth text
# The real text stands at the end of this file.
# endregion

# region truth categorical
types       <- 10  # all equally common
# endregion

# region truth categorical zipf
size        <- 1000  # number of types
a           <- 1  # the share of a type is proportional to (its rank + b)^(-a)
b           <- 2.7
# endregion

# region original categorical
original <- rep(1, types) # how common each type is
# endregion

# region original categorical zipf
original <- (seq_len(size) + b)^-a # how common each type is
# endregion

# region original text
# ---- The real text, and its words as numbers ----

# include words of

text <- c("what is not drawn once is gone")  # in lines; a new line divides words

words <- words_of(text)
vocabulary <- unique(words)
# The commonest word is number 1; of equally common ones, the one that comes first in the text.
vocabulary <- vocabulary[order(-tabulate(match(words, vocabulary)))]
original <- fit(match(words, vocabulary))
# include original weights

# ---- The run ----

# endregion

# region words of
# Words in lower case: runs of letters and their marks, with the apostrophes inside them. What else
# there is divides words and is left out. Of a script without spaces between words, as Chinese, a
# run would be one word: the page has put spaces into such a text. Letters with accents have to be
# one character each, the form NFC of Unicode.
words_of <- function(lines) {
  lines <- gsub("\u2019", "'", tolower(lines), fixed = TRUE)
  word <- "\\p{L}[\\p{L}\\p{M}]*(?:'\\p{L}[\\p{L}\\p{M}]*)*"
  unlist(regmatches(lines, gregexpr(word, lines, perl = TRUE)))
}
# endregion

# region prints text
# At the end, beside the table, it shows a page that the last model writes.
# endregion

# region page text
# Beside the table, so that a file of it has nothing else in it.
print_page <- function(model) {
  page <- vocabulary[simulate(model, min(n, 200))]
  message("\nA page by the last model:\n")
  for (line in split(page, (seq_along(page) - 1) %/% 12)) message(paste(line, collapse = " "))
}
# endregion

# region print page text
print_page(model)
# endregion

# ---- A table: each draw is independent of the last ----

# region simulate categorical
# Simulate: so many draws from a table of how common each type is.
simulate <- function(model, count) {
  sample.int(length(model), count, replace = TRUE, prob = model)
}
# endregion

# region fit categorical
# Fit: how often each type occurs. What is missed has no chance, and never comes back.
fit <- function(x) tabulate(x)
# endregion

# region next categorical
# In a table the last type says nothing of the next.
entropy_of_next <- function(x) entropy(tabulate(x))
# endregion

# ---- An n-gram model: the next word depends on those before it ----

# region known ngram-2
known       <- 1  # how many words the next one depends on
# endregion

# region known ngram-3
known       <- 2  # how many words the next one depends on
# endregion

# region fit ngram-2, ngram-3
# What stands so many places before each of a text, which is a circle.
before <- function(x, back) x[(seq_along(x) - back - 1) %% length(x) + 1]

# Fit: what follows the `known` words before it, and how often, as in Shannon 1948. A text is its
# own n-gram model, if one knows all places that have the same context. Nothing is smoothed: what
# has never followed a context never will. On the circle something always follows.
fit <- function(x) {
  context <- numeric(length(x))
  for (back in seq_len(known)) context <- context * (max(x) + 1) + before(x, back)
  context <- match(context, unique(context)) # of each place, numbered from 1
  list(x = x, context = context,
       places = order(context), # those of context c begin behind the first start[c]
       start = c(0, cumsum(tabulate(context))))
}
# endregion

# region simulate ngram-2, ngram-3
# Simulate: a text of so many words. It begins in the context of a place picked at random; the next
# word is the one that stands at a place, picked at random, with the same context.
simulate <- function(model, count) {
  x <- model$x
  place <- sample.int(length(x), 1)
  u <- runif(count)
  text <- integer(count)
  for (i in seq_len(count)) {
    first <- model$start[model$context[place]] + 1
    end <- model$start[model$context[place] + 1] + 1
    # include pick
    text[i] <- x[place]
    place <- place %% length(x) + 1
  }
  text
}
# endregion

for (i in integer(0)) {
  # region pick
  place <- model$places[first + floor(u[i] * (end - first))]
  # endregion
}

# region next ngram-2, ngram-3
# The entropy of two words less that of the first of them.
entropy_of_next <- function(x) {
  pairs <- before(x, 1) * (max(x) + 1) + x
  max(0, entropy(tabulate(match(pairs, unique(pairs)))) - entropy(tabulate(x)))
}
# endregion

# ---- Temperature ----

# region reweigh temperature
# include chances
# endregion

# region heat temperature
model <- at_temperature(model, tau) # as the next generation draws from it
# endregion

# region original weights ngram-2, ngram-3
# include weights
# endregion

# region weights temperature
original <- at_temperature(original, 1) # real words come as they are
# endregion

# region chances categorical
# All chances raised to the power 1 / tau.
at_temperature <- function(model, tau) (model / max(model))^(1 / tau)
# endregion

# region chances ngram-2, ngram-3
# All chances raised to the power 1 / tau: a word that stands at so many places as `both` says,
# where the commonest of its context stands at `most`, weighs (both / most)^(1 / tau), in equal
# parts at its places.
at_temperature <- function(model, tau) {
  pair <- model$context * (max(model$x) + 1) + model$x
  pair <- match(pair, unique(pair))
  both <- tabulate(pair)[pair]
  most <- ave(both, model$context, FUN = max)
  weights <- (both / most)^(1 / tau) / both
  # The weights of the places before each of model$places.
  c(model, list(up_to = c(0, cumsum(weights[model$places]))))
}
# endregion

for (i in integer(0)) {
  # region pick temperature
  below <- model$up_to[first] + u[i] * (model$up_to[end] - model$up_to[first])
  while (end - first > 1) { # below lies between up_to[first] and up_to[end]
    middle <- (first + end) %/% 2
    if (model$up_to[middle] <= below) first <- middle else end <- middle
  }
  place <- model$places[first]
  # endregion
}

# ---- What each regime is ----

# Under these there is no program for types yet.
# region regime growing, growing-geometric, truncated
# endregion

# region real model
truth <- original # the real values come from it
# endregion

for (t in seq_len(generations)) {
  # region plain regime replace
  # Regime "replace": each generation sees only what the newest model wrote.
  x <- simulate(model, n)
  # endregion
}

for (t in seq_len(generations)) {
  # region regime fresh-real
  # Regime "fresh-real": the newest model's output, and new real values. In generation 1 all
  # are real.
  x <- if (t == 1) simulate(truth, n) else c(simulate(model, n - real), simulate(truth, real))
  # endregion
}

for (t in seq_len(generations)) {
  # region regime accumulate-fresh
  # Regime "accumulate-fresh": all values there have ever been, the newest model's output, and new
  # real values. In generation 1 all are real.
  x <- if (t == 1) simulate(truth, n) else c(x, simulate(model, n - real), simulate(truth, real))
  # endregion
}

for (t in seq_len(generations)) {
  # region regime accumulate-subsample
  # Regime "accumulate-subsample": all values are kept, n of them are fitted.
  pool <- c(pool, simulate(model, n))
  # include subsample
  # endregion
}

# region subsample categorical
x <- sample(pool, n)
# endregion

# region subsample ngram-2, ngram-3
# Single words would not follow each other, so passages are picked.
x <- pool
if (t > 1) {
  size <- max(1, min(100, n %/% 20))
  passages <- split(pool, (seq_along(pool) - 1) %/% size)
  x <- unlist(passages[sample.int(length(passages))], use.names = FALSE)[seq_len(n)]
}
# endregion
