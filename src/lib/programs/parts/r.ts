import type { FamilyPieces } from '../pieces.ts';

// What the R programs of one run and of many have in common.

export const normalTruth: FamilyPieces['truth'] = ({
  mu,
  sigma,
}) => `true_mean   <- ${mu}  # mean of the real distribution
true_sd     <- ${sigma}  # its standard deviation`;

export const c4 = `# The usual standard deviation is too small on average, by this factor.
c4 <- function(n) {
  sqrt(2 / (n - 1)) * exp(lgamma(n / 2) - lgamma((n - 1) / 2))
}`;

export const logBias = `# The log of the usual standard deviation is too small on average, by this much.
log_bias <- function(n) {
  (log((n - 1) / 2) - digamma((n - 1) / 2)) / 2
}`;
