/* What several SAS programs have in common. */

/* region truth normal */
%let true_mean = 125;  /* mean of the real distribution */
%let true_sd = 30;  /* its standard deviation */
/* endregion */

/* region options fresh-real, fixed-real, accumulate-fresh */
%let share = 0.1;  /* share of real values */
/* endregion */

/* region options weighted */
%let share = 0.5;  /* share of real values */
%let weight = 0.618;  /* weight of the real values */
/* endregion */

/* region options growing */
%let power = 1.5;  /* power with which the sample grows */
/* endregion */

/* region options growing-geometric */
%let ratio = 1.1;  /* ratio by which the sample grows */
/* endregion */

/* region options truncated */
%let cut = 2;  /* kept within so many standard deviations */
/* endregion */

/* region options soft-selection */
%let target = 0;  /* what is liked best, in SD from the original mean */
%let width = 3;  /* how far taste reaches, in SD of the original */
/* endregion */

/* region options sharpened */
%let lambda = 0.95;  /* share of the variance that is sampled */
/* endregion */

/* region settings prior */
%let strength = 10;  /* values that the prior counts for */
%let tau = 30;  /* standard deviation that the prior expects */
/* endregion */

/* region c4 */
c4 = sqrt(2 / (n - 1)) * exp(lgamma(n / 2) - lgamma((n - 1) / 2));
/* endregion */

/* region log bias */
log_bias = (log((n - 1) / 2) - digamma((n - 1) / 2)) / 2;
/* endregion */

/* region real count */
/* How many of the n values are real: one at least, where there is a share at all. */
real = floor(&share * &n + 0.5);
if &share > 0 then real = max(1, real);
/* endregion */
