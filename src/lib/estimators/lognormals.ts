import {
  lognormalMaximumLikelihood,
  lognormalUnbiasedScale,
} from './lognormal/maximumLikelihood.ts';
import {
  maximumLikelihood as lognormal3MaximumLikelihood,
  unbiasedScale as lognormal3UnbiasedScale,
} from './lognormal3/maximumLikelihood.ts';
import { modifiedMoments } from './lognormal3/modifiedMoments.ts';
import { byMoments, unbiasedMoments } from './lognormal3/moments.ts';
import { royston } from './lognormal3/royston.ts';
import { zeroSkewness } from './lognormal3/zeroSkewness.ts';
import { estimators } from './registry.ts';

/** Imported for what it does: the estimators of the lognormals are in the registry then. */
[
  lognormalMaximumLikelihood,
  lognormalUnbiasedScale,
  lognormal3MaximumLikelihood,
  lognormal3UnbiasedScale,
  zeroSkewness,
  byMoments,
  unbiasedMoments,
  modifiedMoments,
  royston,
].forEach(estimators.add);
