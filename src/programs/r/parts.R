# What several R programs have in common.

# region truth normal
true_mean   <- 125  # mean of the real distribution
true_sd     <- 30  # its standard deviation
# endregion

# region options fresh-real, fixed-real, accumulate-fresh
share       <- 0.1  # share of real values
# endregion

# region options weighted
share       <- 0.5  # share of real values
weight      <- 0.618  # weight of the real values
# endregion

# region options growing
power       <- 1.5  # power with which the sample grows
# endregion

# region options growing-geometric
ratio       <- 1.1  # ratio by which the sample grows
# endregion

# region options truncated
cut         <- 2  # kept within so many standard deviations
# endregion

# region options soft-selection
target      <- 0  # what is liked best, in SD from the original mean
width       <- 3  # how far taste reaches, in SD of the original
# endregion

# region options sharpened
lambda      <- 0.95  # share of the variance that is sampled
# endregion

# region settings prior
strength    <- 10  # values that the prior counts for
tau         <- 30  # standard deviation that the prior expects
# endregion

# region c4
# The usual standard deviation is too small on average, by this factor.
c4 <- function(n) {
  sqrt(2 / (n - 1)) * exp(lgamma(n / 2) - lgamma((n - 1) / 2))
}
# endregion

# region log bias
# The log of the usual standard deviation is too small on average, by this much.
log_bias <- function(n) {
  (log((n - 1) / 2) - digamma((n - 1) / 2)) / 2
}
# endregion

# region twister
# R has the same generator, but seeds it in another way: so we fill its 624 words
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
# endregion

# region real count
# How many of the n values are real: one at least, where there is a share at all.
real <- if (share > 0) max(1, floor(share * n + 0.5)) else 0
# endregion
