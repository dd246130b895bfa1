/* The normal in the SAS program of one run. */

/* word %columns: mean sd */
/* word %heads: mean,sd */
/* word %formats: mean :e24. sd :e24. */
/* word %draw: rand('Normal', mean, sd) */
/* word %real_draw: rand('Normal', &true_mean, &true_sd) */
/* word %model_mean: mean */
/* word %model_sd: sd */

/* region start */
mean = &true_mean;  /* generation 0 is the truth */
sd = &true_sd;
/* endregion */

/* region start source */
mean = &true_mean;
sd = &true_sd;
/* endregion */

/* region step */
/* include fit */
if range(of x[*]) = 0 or sd <= 0 then do;
  put 'WARNING: no spread is left to fit, the run ends here. ' t=;
  /* include stop */
end;
/* endregion */

/* region estimator unbiased-variance */
/* Fit: the sample mean, and the usual standard deviation (divisor n - 1). Its square
   is right on average; its logarithm is a little too small, and that adds up. */
mean = mean(of x[*]);
sd = std(of x[*]);
/* endregion */

/* region estimator maximum-likelihood */
/* Fit: the mean and the standard deviation that make the data most likely (divisor n). */
mean = mean(of x[*]);
sd = sqrt(css(of x[*]) / n);
/* endregion */

/* region estimator unbiased-standard-deviation */
/* Fit: the sample mean, and a standard deviation that is right on average: the usual
   one is too small on average, by the factor c4. */
/* include c4 */
mean = mean(of x[*]);
sd = std(of x[*]) / c4;
/* endregion */

/* region estimator unbiased-log */
/* Fit: the sample mean, and a standard deviation whose logarithm is right on average:
   that of the usual one is too small on average, by log_bias. */
/* include log bias */
mean = mean(of x[*]);
sd = std(of x[*]) * exp(log_bias);
/* endregion */

/* region estimator prior */
/* Fit: the sample mean, and the variance (divisor n - 1) averaged with a guess, the square
   of tau, that counts for so many values more as strength says. */
mean = mean(of x[*]);
sd = sqrt((css(of x[*]) + &strength * &tau ** 2) / (n - 1 + &strength));
/* endregion */

/* region prints
Base SAS is enough. It writes one line a generation: t, n, and the mean and standard deviation
of the fit; the data set is WORK.RUNS. The site that wrote this program has no SAS: it checks
endregion */

/* region graph */
/* ---- A graph: a dot at each mean, a bar of one standard deviation each way ---- */

data bars;
  set runs;
  low = mean - sd;
  high = mean + sd;
run;

proc sgplot data = bars noautolegend;
  highlow x = t low = low high = high / lineattrs = (color = cxa02020);
  scatter x = t y = mean / markerattrs = (color = cx203080 symbol = circlefilled size = 4);
  refline &true_mean / axis = y;
  xaxis label = 'Generation';
  yaxis label = 'Mean, and one standard deviation each way';
run;
/* endregion */

/* ---- weighted ---- */

/* region setup weighted */
/* include real count */
/* endregion */

/* region regime weighted */
/* Regime weighted: output of the newest model and new real values, which count as much as
   their weight says, whatever their number. In generation 1 all are real. */
if t = 1 then fresh = &n;
else fresh = real;
weight = &weight;
if fresh = &n then weight = 1;
if fresh = 0 then weight = 0;
model_mean = mean;
model_sd = sd;
weighted_mean = 0;
weighted_variance = 0;
/* Each sample is fitted by itself, the means and the variances are averaged. A sample of
   weight 0 is not looked at; one without spread has no fit. */
do part = 1 to 2;
  if part = 1 then n = &n - fresh;
  else n = fresh;
  if part = 1 then w = 1 - weight;
  else w = weight;
  if w > 0 then do;
    call missing(of x[*]);
    do i = 1 to n;
      if part = 1 then x[i] = rand('Normal', model_mean, model_sd);
      else x[i] = rand('Normal', &true_mean, &true_sd);
    end;
    if n < 2 then leave;
    if range(of x[*]) = 0 then leave;
    /* include estimator */
    weighted_mean = weighted_mean + w * mean;
    weighted_variance = weighted_variance + w * sd ** 2;
  end;
end;
n = &n;
/* endregion */

/* region fit weighted */
mean = weighted_mean;
sd = sqrt(weighted_variance);
if part < 3 then sd = 0;  /* the loop was left early */
/* endregion */

/* ---- soft-selection ---- */

/* region regime soft-selection */
/* Regime soft-selection: output of the newest model, chosen by taste: the further a value is
   from what is liked best, the less likely it is kept. In generation 1 the values are real. */
do i = 1 to n;
  do until (t = 1 or rand('Uniform') < exp(-z ** 2 / 2));
    x[i] = rand('Normal', mean, sd);
    z = (x[i] - (&true_mean + &target * &true_sd)) / (&width * &true_sd);
  end;
end;
/* endregion */

/* ---- sharpened ---- */

/* region regime sharpened */
/* Regime sharpened: output of the newest model, with less variety than the model has. In
   generation 1 the values are real. */
if t > 1 then sd = sqrt(&lambda) * sd;
do i = 1 to n;
  x[i] = rand('Normal', mean, sd);
end;
/* endregion */
