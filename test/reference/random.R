# Reference quantiles for the samplers, from R's own implementations. Writes test/reference/random.json.
# Call:  Rscript test/reference/random.R && npx prettier --write test/reference/random.json
p <- c(1e-4, 1e-3, (1:199) / 200, 1 - 1e-3, 1 - 1e-4)
number <- function(x) sprintf("%.17g", x)
list_of <- function(x) paste0("[", paste(number(x), collapse = ", "), "]")
cases <- list()
add <- function(name, call) {
  cases[[length(cases) + 1]] <<- sprintf(
    '    "%s": { "call": "%s", "quantiles": %s }', name, call, list_of(eval(parse(text = call)))
  )
}

add("normal", "qnorm(p)")
# The size of a normal beyond r = 3.6541528853610088, where the ziggurat's tail begins.
add("normal tail", "qnorm(pnorm(-3.6541528853610088) * (1 - p), lower.tail = FALSE)")
for (shape in c(0.05, 0.3, 0.5, 0.95, 1, 1.5, 3, 20, 999.5)) {
  add(paste("gamma", shape), sprintf("qgamma(p, shape = %s)", shape))
}
for (df in c(1, 2, 9, 199, 9999)) add(paste("chi-square", df), sprintf("qchisq(p, df = %s)", df))

# R's own Mersenne twister, put into the state that the initialisation of 1998 makes of seed 12346.
start <- Reduce(function(word, i) (69069 * word) %% 2^32, 2:624, 12346, accumulate = TRUE)
RNGkind("Mersenne-Twister")
set.seed(1)
state <- .Random.seed
state[2] <- 624L
state[3:626] <- as.integer(ifelse(start >= 2^31, start - 2^32, start))
assign(".Random.seed", state, envir = globalenv())
words <- runif(2000) * 2^32
stopifnot(words == floor(words))

beyond <- c(1, 2, 3, 3.6541528853610088, 4, 5)
writeLines(c(
  "{",
  sprintf('  "tool": "%s",', R.version.string),
  '  "call": "Rscript test/reference/random.R",',
  sprintf('  "p": %s,', list_of(p)),
  sprintf('  "beyond": { "call": "2 * pnorm(-x)", "x": %s, "share": %s },',
          list_of(beyond), list_of(2 * pnorm(-beyond))),
  sprintf('  "twister": { "call": "runif(2000) * 2^32", "seed1998": 12346, "words": %s },',
          list_of(words)),
  '  "distributions": {',
  paste(cases, collapse = ",\n"),
  "  }",
  "}"
), "test/reference/random.json")
