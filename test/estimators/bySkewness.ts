/**
 * The estimators that need skewness to the right. The one with divisor n - 1 and the rough ones
 * have other needs.
 */
export const BY_SKEWNESS = ['mle', 'zero-skewness', 'moments', 'unbiased-moments'];
