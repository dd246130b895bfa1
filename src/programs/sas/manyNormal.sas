/* The normal in the SAS program of many runs. */

/* region stream keyed */
call randseed(&seed);
/* endregion */

/* region sized stream keyed */
call randseed(&seed);
/* endregion */

/* region estimator unbiased-variance */
/* The usual standard deviation (divisor n - 1) as it is. Its square is right on
   average; its logarithm is a little too small, and that adds up. */
correction = 1;
/* endregion */

/* region estimator maximum-likelihood */
/* From divisor n - 1 to divisor n: what makes the data most likely. */
correction = sqrt((n - 1) / n);
/* endregion */

/* region estimator unbiased-standard-deviation */
/* This makes the standard deviation right on average: the usual one is too small on
   average, by the factor c4. */
/* include c4 */
correction = 1 / c4;
/* endregion */

/* region estimator unbiased-log */
/* This makes the logarithm of the standard deviation right on average: that of the
   usual one is too small on average, by log_bias. */
/* include log bias */
correction = exp(log_bias);
/* endregion */

/* region estimator prior */
/* Of the variance (divisor n - 1) and a guess, the square of tau, that counts for so many
   values more as strength says, an average is taken: this is the share of what was seen ... */
correction = sqrt((n - 1) / (n - 1 + &strength));
/* ... and this is what the guess adds to the variance. */
start pull(n);
  return(&strength # &tau ## 2 / (n - 1 + &strength));
finish;
/* endregion */

/* region sized estimator unbiased-variance */
/* The usual standard deviation (divisor n - 1) as it is. Its square is right on
   average; its logarithm is a little too small, and that adds up. */
start correction(n);
  return(1);
finish;
/* endregion */

/* region sized estimator maximum-likelihood */
/* From divisor n - 1 to divisor n: what makes the data most likely. */
start correction(n);
  return(sqrt((n - 1) / n));
finish;
/* endregion */

/* region sized estimator unbiased-standard-deviation */
/* This makes the standard deviation right on average: the usual one is too small on
   average, by the factor c4. */
start correction(n);
  if n > 1e5 then return(1 - 1 / (4 # n) - 7 / (32 # n ## 2));  /* its series */
  /* include c4 */
  return(1 / c4);
finish;
/* endregion */

/* region sized estimator unbiased-log */
/* This makes the logarithm of the standard deviation right on average: that of the
   usual one is too small on average, by log_bias. */
start correction(n);
  /* include log bias */
  return(exp(log_bias));
finish;
/* endregion */

/* region sized estimator prior */
/* Of the variance (divisor n - 1) and a guess, the square of tau, that counts for so many
   values more as strength says, an average is taken: this is the share of what was seen ... */
start correction(n);
  return(sqrt((n - 1) / (n - 1 + &strength)));
finish;
/* ... and this is what the guess adds to the variance. */
start pull(n);
  return(&strength # &tau ## 2 / (n - 1 + &strength));
finish;
/* endregion */

/* ---- prior, under each regime ---- */

/* region pull prior */
/* include pulled */
/* endregion */

/* region pulled */
s = sqrt(s ## 2 + pull(n));
/* endregion */

/* region pulled accumulate, accumulate-fresh */
s = sqrt(s ## 2 + pull((n # t)));
/* endregion */

/* region pulled growing, growing-geometric */
s = sqrt(s ## 2 + pull(count));
/* endregion */

/* region pulled weighted */
if w < 1 then s = sqrt(s ## 2 + (1 - w) # pull(n - fresh));
if w > 0 then s = sqrt(s ## 2 + w # pull(fresh));
/* endregion */

/* ---- replace ---- */

/* region plain regime replace */
/* Regime replace: each generation sees only what the newest model of its run wrote. */
z = j(survivors, 1);
chi_square = j(survivors, 1);
call randgen(z, 'Normal');
call randgen(chi_square, 'ChiSquare', n - 1);
m = m + s # z / sqrt(n);
s = correction # s # sqrt(chi_square / (n - 1));
/* endregion */

/* ---- fresh-real ---- */

/* region setup fresh-real */
/* include real count */

/* include pooling */
/* endregion */

/* region regime fresh-real */
/* Regime fresh-real: output of the newest model, and new real values. In generation 1 both
   are real. */
both = pool(batch(survivors, n - real, m, s), batch(survivors, real, &true_mean, &true_sd));
m = both[, 2];
s = correction(n) # sqrt(both[, 3] / (n - 1));
/* endregion */

/* ---- fixed-real ---- */

/* region setup fixed-real */
/* include real count */

/* include pooling */
/* endregion */

/* region start fixed-real */
kept = batch(survivors, real, &true_mean, &true_sd);
/* endregion */

/* region kept fixed-real */
if survivors < nrow(kept) then kept = kept[alive, ];
/* endregion */

/* region regime fixed-real */
/* Regime fixed-real: output of the newest model, and the same real values each time. */
both = pool(kept, batch(survivors, n - real, m, s));
m = both[, 2];
s = correction(n) # sqrt(both[, 3] / (n - 1));
/* endregion */

/* ---- accumulate ---- */

/* region setup accumulate */
/* include pooling */
/* endregion */

/* region start accumulate, accumulate-fresh */
kept = batch(survivors, 0, &true_mean, &true_sd);  /* nothing yet */
/* endregion */

/* region kept accumulate, accumulate-fresh */
if survivors < nrow(kept) then kept = kept[alive, ];
/* endregion */

/* region regime accumulate */
/* Regime accumulate: all values there have ever been, and output of the newest model. */
both = pool(kept, batch(survivors, n, m, s));
kept = both;
m = both[, 2];
s = correction((n # t)) # sqrt(both[, 3] / ((n # t) - 1));
/* endregion */

/* ---- accumulate-fresh ---- */

/* region setup accumulate-fresh */
/* include real count */

/* include pooling */
/* endregion */

/* region regime accumulate-fresh */
/* Regime accumulate-fresh: all values there have ever been, output of the newest model, and
   new real values. In generation 1 all are real. */
new = pool(batch(survivors, n - real, m, s), batch(survivors, real, &true_mean, &true_sd));
both = pool(kept, new);
kept = both;
m = both[, 2];
s = correction((n # t)) # sqrt(both[, 3] / ((n # t) - 1));
/* endregion */

/* ---- accumulate-subsample ---- */

/* region start accumulate-subsample */
/* Room for all values of all runs, a row a run: 8 bytes for each. */
kept = j(survivors, n # &generations);
/* endregion */

/* region kept accumulate-subsample */
if survivors < nrow(kept) then kept = kept[alive, ];
/* endregion */

/* region regime accumulate-subsample */
/* Regime accumulate-subsample: all values are kept, n of them are fitted. */
z = j(survivors, n);
call randgen(z, 'Normal');
kept[, (n # (t - 1) + 1):(n # t)] = m + s # z;
x = j(survivors, n);
do i = 1 to survivors;
  x[i, ] = kept[i, sample(1:(n # t), n, 'WOR')];
end;
m = x[, :];
s = correction(n) # sqrt((x - m)[, ##] / (n - 1));
/* endregion */

/* ---- weighted ---- */

/* region setup weighted */
/* include real count */

/* include batches */
/* What a batch adds to the variance. One of weight 0 is not looked at; one value has no
   variance. */
start share_of_variance(part, weight);
  count = part[1, 1];
  if weight = 0 then return(0);
  if count < 2 then return(. # part[, 3]);
  return(weight # correction(count) ## 2 # part[, 3] / (count - 1));
finish;
/* endregion */

/* region regime weighted */
/* Regime weighted: output of the newest model and new real values, which count as much as
   their weight says, whatever their number. In generation 1 all are real. */
if t = 1 then fresh = n;
else fresh = real;
w = &weight;
if fresh = n then w = 1;
if fresh = 0 then w = 0;
old = batch(survivors, n - fresh, m, s);
new = batch(survivors, fresh, &true_mean, &true_sd);
m = (1 - w) # old[, 2] + w # new[, 2];
s = sqrt(share_of_variance(old, 1 - w) + share_of_variance(new, w));
/* endregion */

/* ---- growing ---- */

/* region setup growing */
/* include refit */
/* endregion */

/* region regime growing */
/* Regime growing: more of the output of the newest model each time. */
count = min(2 ## 53 - 1, floor(n # t ## &power + 0.5));
m = sample_mean(count, m, s);
s = correction(count) # sample_sd(count, s);
/* endregion */

/* ---- growing-geometric ---- */

/* region setup growing-geometric */
/* include refit */
/* endregion */

/* region regime growing-geometric */
/* Regime growing-geometric: more of the output of the newest model each time. */
count = min(2 ## 53 - 1, floor(n # exp(min(40, (t - 1) # log(&ratio))) + 0.5));
m = sample_mean(count, m, s);
s = correction(count) # sample_sd(count, s);
/* endregion */

/* ---- truncated ---- */

/* region regime truncated */
/* Regime truncated: output of the newest model; what lies cut of its standard deviations or
   more from its mean is thrown away, and drawn again. In generation 1 the values are real. */
z = j(survivors, n);
call randgen(z, 'Normal');
if t > 1 then do;
  far = loc(abs(z) >= &cut);
  do while (ncol(far) > 0);
    again = j(ncol(far), 1);
    call randgen(again, 'Normal');
    z[far] = again;
    far = loc(abs(z) >= &cut);
  end;
end;
center = z[, :];
m = m + s # center;
s = correction(n) # s # sqrt((z - center)[, ##] / (n - 1));
/* endregion */

/* ---- soft-selection ---- */

/* region setup soft-selection */
/* include refit */

taste_mean = &true_mean + &target * &true_sd;
taste_sd = &width * &true_sd;
/* endregion */

/* region regime soft-selection */
/* Regime soft-selection: output of the newest model, chosen by taste. What is kept of a normal
   is a normal: with a = taste_sd^2 / (taste_sd^2 + s^2) its mean is a m + (1 - a) taste_mean,
   its variance a s^2. In generation 1 the values are real. */
if t = 1 then a = 1;
else a = 1 / (1 + (s / taste_sd) ## 2);
m = sample_mean(n, taste_mean + a # (m - taste_mean), sqrt(a) # s);
s = correction(n) # sample_sd(n, sqrt(a) # s);
/* endregion */

/* ---- sharpened ---- */

/* region setup sharpened */
/* include refit */
/* endregion */

/* region regime sharpened */
/* Regime sharpened: output of the newest model, with less variety than the model has. In
   generation 1 the values are real. */
if t = 1 then sampled_sd = s;
else sampled_sd = sqrt(&lambda) # s;
m = sample_mean(n, m, sampled_sd);
s = correction(n) # sample_sd(n, sampled_sd);
/* endregion */

/* region refit */
/* The fit uses nothing of its values but their mean and their variance. Those of count values
   of a normal are independent (Cochran 1934): one random number a run stands for each. */
start sample_mean(count, mean, sd);
  z = j(nrow(sd), 1);
  call randgen(z, 'Normal');
  return(mean + sd # z / sqrt(count));
finish;
start sample_sd(count, sd);  /* divisor count - 1 */
  chi_square = j(nrow(sd), 1);
  call randgen(chi_square, 'ChiSquare', count - 1);
  return(sd # sqrt(chi_square / (count - 1)));
finish;
/* endregion */

/* region batches */
/* The fit uses nothing of its values but their mean and the sum of squares about it. Those of
   count values of a normal are independent (Cochran 1934): one random number a run stands for
   each. The columns are count, mean and squares, with a row for each run. */
start batch(runs, count, mean, sd);
  z = j(runs, 1);
  chi_square = j(runs, 1, 0);
  call randgen(z, 'Normal');
  if count > 1 then call randgen(chi_square, 'ChiSquare', count - 1);
  return(j(runs, 1, count) || (mean + sd # z / sqrt(max(count, 1))) || (sd ## 2 # chi_square));
finish;
/* endregion */

/* region pooling */
/* include batches */
/* Two batches taken together (Chan, Golub and LeVeque 1983). */
start pool(a, b);
  count = a[, 1] + b[, 1];
  gap = b[, 2] - a[, 2];
  mean = a[, 2] + gap # b[, 1] / count;
  return(count || mean || (a[, 3] + b[, 3] + gap ## 2 # a[, 1] # b[, 1] / count));
finish;
/* endregion */
