import { exponentialMaximumLikelihood, exponentialUnbiasedRate } from './exponential/mean.ts';
import { estimators } from './registry.ts';
import { unbiasedCovariance, vectorsMaximumLikelihood } from './vectors/meanAndCovariance.ts';

/** Imported for what it does: the estimators of families/models.ts are in the registry then. */
[
  exponentialMaximumLikelihood,
  exponentialUnbiasedRate,
  unbiasedCovariance,
  vectorsMaximumLikelihood,
].forEach(estimators.add);
