/* The lognormal with a threshold in the SAS program of one run. */

/* region truth lognormal3 */
%let true_threshold = 10;  /* the real distribution: */
%let true_meanlog = 2;  /* log(x - threshold) is normal with this mean */
%let true_sdlog = 0.5;  /* and this standard deviation */
/* endregion */

/* word %columns: threshold meanlog sdlog */
/* word %heads: threshold,meanlog,sdlog */
/* word %formats: threshold :e24. meanlog :e24. sdlog :e24. */
/* word %draw: threshold + exp(rand('Normal', meanlog, sdlog)) */
/* word %real_draw: &true_threshold + exp(rand('Normal', &true_meanlog, &true_sdlog)) */
/* word %model_mean: model_mean */
/* word %model_sd: model_sd */

/* region start */
threshold = &true_threshold;  /* generation 0 is the truth */
meanlog = &true_meanlog;
sdlog = &true_sdlog;
/* endregion */

/* region start source */
threshold = &true_threshold;
meanlog = &true_meanlog;
sdlog = &true_sdlog;
/* endregion */

/* region step */
if n < 3 or range(of x[*]) = 0 then do;
  put 'WARNING: too few values or no spread to fit, the run ends here. ' t=;
  /* include stop */
end;
mean = mean(of x[*]);
s = sqrt(css(of x[*]) / n);  /* the standard deviation with divisor n */
threshold = .;  /* until one is found */
/* include fit */
if threshold = . or sdlog <= 0 then do;
  if skewness(of x[*]) > 0 then put 'WARNING: the method has no answer, the run ends here. ' t= mean= s=;
  else put 'WARNING: the best lognormal is its limit, a normal, the run ends here. ' t= mean= s=;
  /* include stop */
end;
/* endregion */

/* region estimator mle */
/* Fit: the highest point of the likelihood inside its range (Cohen 1951); at the end of the
   range, with the threshold at the smallest value, it is infinite. With the best meanlog and
   sdlog for each e, the log-likelihood per value is log(e) less the mean of the logs and half
   the log of their variance, up to a constant. Here f is e times its derivative: a maximum is
   where it falls through 0.
   A threshold is sought as e = s / (mean - threshold): with z = (x - mean) / s, the
   logarithm of x - threshold is that of 1 + e z, and a constant. At e = 0 the lognormal is a
   normal, which is its limit; at the largest e the threshold meets the smallest value.
   PROC UNIVARIATE with HISTOGRAM / LOGNORMAL(THETA = EST) looks for this maximum too; the sigma
   that it prints has divisor n - 1. */
array logs[%most] _temporary_;
array v[%most] _temporary_;
/* include first fall */
/* endregion */

/* region estimator mle-unbiased-scale */
/* Fit: the equations of maximum likelihood (Cohen 1951), but with divisor n - 1 for sdlog^2,
   in the equation for the threshold too. That equation is f = 0; at a maximum f falls through 0.
   A threshold is sought as e = s / (mean - threshold): with z = (x - mean) / s, the
   logarithm of x - threshold is that of 1 + e z, and a constant. At e = 0 the lognormal is a
   normal, which is its limit; at the largest e the threshold meets the smallest value.
   PROC UNIVARIATE with HISTOGRAM / LOGNORMAL(THETA = EST) looks for this maximum too; the sigma
   that it prints has divisor n - 1. */
array logs[%most] _temporary_;
array v[%most] _temporary_;
/* include first fall */
/* endregion */

/* region estimator zero-skewness */
/* Fit: the threshold above which the logarithms are not skewed (Griffiths 1980).
   A threshold is sought as e = s / (mean - threshold): with z = (x - mean) / s, the
   logarithm of x - threshold is that of 1 + e z, and a constant. At e = 0 the lognormal is a
   normal, which is its limit; at the largest e the threshold meets the smallest value. */
array logs[%most] _temporary_;
if skewness(of x[*]) > 0 then do;
  /* include first fall */
end;
/* endregion */

/* region estimator moments */
/* Fit: mean, standard deviation and skewness are those of the values, all with divisor n.
   The SKEWNESS function has divisors n - 1 and n - 2, hence the factor. A lognormal has skewness
   e^3 + 3 e with e = sd / (mean - threshold) = sqrt(exp(sdlog^2) - 1). */
skewness = skewness(of x[*]) * (n - 2) / sqrt(n * (n - 1));
if skewness > 0 then do;
  e = 2 * sinh(arsinh(skewness / 2) / 3);  /* this solves the cubic equation */
  above = s / e;  /* mean - threshold */
  threshold = mean - above;
  sdlog = sqrt(log1px(e ** 2));
  meanlog = log(above) - sdlog ** 2 / 2;
end;
/* endregion */

/* region estimator unbiased-moments */
/* Fit: mean, standard deviation (divisor n - 1) and skewness (divisors n) are those of the values.
   The SKEWNESS function has divisors n - 1 and n - 2, hence the factor. A lognormal has skewness
   e^3 + 3 e with e = sd / (mean - threshold) = sqrt(exp(sdlog^2) - 1). */
skewness = skewness(of x[*]) * (n - 2) / sqrt(n * (n - 1));
if skewness > 0 then do;
  e = 2 * sinh(arsinh(skewness / 2) / 3);  /* this solves the cubic equation */
  above = std(of x[*]) / e;  /* mean - threshold */
  threshold = mean - above;
  sdlog = sqrt(log1px(e ** 2));
  meanlog = log(above) - sdlog ** 2 / 2;
end;
/* endregion */

/* region estimator modified-moments */
/* Fit: mean and standard deviation (divisor n - 1) are those of the values, and the smallest
   value lies where that of n is expected on the scale of logarithms (Cohen and Whitten 1980). */
lowest = 0;  /* the mean of the smallest of n standard normal values: an integral as a sum */
do z = -9 to 9 by 0.03 while ((n - 1) * logsdf('Normal', z) > -700);  /* beyond, it is 0 */
  lowest = lowest + 0.03 * z * n * pdf('Normal', z) * sdf('Normal', z) ** (n - 1);
end;
wanted = std(of x[*]) / (mean - min(of x[*]));
low = 0.0001;  /* closer to a normal, the differences below would lose their digits */
high = 9;
do step = 0 to 60;
  if step = 0 then sdlog = low;
  else sdlog = (low + high) / 2;
  /* The same of the lognormal, in units of exp(meanlog): it rises with sdlog. */
  spread = sqrt(exp(sdlog ** 2) - 1) * exp(sdlog ** 2 / 2);
  ratio = spread / (exp(sdlog ** 2 / 2) - exp(sdlog * lowest));
  if ratio < wanted then low = sdlog;
  else if step = 0 then leave;  /* the smallest value lies lower than that of a normal */
  else high = sdlog;
end;
if step > 0 then do;
  above = std(of x[*]) / sqrt(exp(sdlog ** 2) - 1);  /* mean - threshold */
  threshold = mean - above;
  meanlog = log(above) - sdlog ** 2 / 2;
end;
/* endregion */

/* region estimator royston */
/* Fit: the logarithms of the smallest and of the largest value lie evenly about that of the
   middle one (Royston 1992). The place of the threshold is on the scale of z = (x - mean) / s. */
array logs[%most] _temporary_;
low = (min(of x[*]) - mean) / s;
middle = (median(of x[*]) - mean) / s;
high = (max(of x[*]) - mean) / s;
place = .;
if low + high > 2 * middle then place = (low * high - middle ** 2) / (low + high - 2 * middle);
if . < place < low then do;
  e = -1 / place;
  do i = 1 to n;
    logs[i] = log1px(e * (x[i] - mean) / s);
  end;
  /* include model at */
end;
/* endregion */

/* word %divisor: (n - 1) */
/* word %divisor mle: n */

/* region first fall */
/* The first e at which f falls from above 0 to below. The thresholds looked at are below the
   smallest value by 10^6, 10^5.9, 10^5.8 ... 10^-12 times its distance from the mean. After the
   fall is found, the interval is halved. */
largest = s / (mean - min(of x[*]));
low = .;
high = .;
do step = 0 to 240 until (step = 180 and high = .);
  if high = . then e = largest / (1 + 10 ** (6 - step / 10));
  else e = (low + high) / 2;
  /* include f */
  if f > 0 then low = e;
  else if low > . then high = e;
end;
if high > . then do;
  /* include model at */
end;
/* endregion */

/* region f mle, mle-unbiased-scale */
do i = 1 to n;
  v[i] = e * (x[i] - mean) / s;
  logs[i] = log1px(v[i]);
  v[i] = v[i] / (1 + v[i]);
end;
center = mean(of logs[*]);
covariance = 0;
do i = 1 to n;
  covariance = covariance + (logs[i] - center) * v[i] / n;
end;
f = 1 - mean(of v[*]) - covariance / (css(of logs[*]) / %divisor);
/* endregion */

/* region f zero-skewness */
do i = 1 to n;
  logs[i] = log1px(e * (x[i] - mean) / s);
end;
f = skewness(of logs[*]);
/* endregion */

/* region model at */
threshold = mean - s / e;
meanlog = log(s / e) + mean(of logs[*]);
sdlog = sqrt(css(of logs[*]) / %divisor);
/* endregion */

/* region prints
Base SAS is enough. It writes one line a generation: t, n, and the threshold, meanlog and sdlog
of the fit; the data set is WORK.RUNS. The site that wrote this program has no SAS: it checks
endregion */

/* region graph */
/* ---- A graph: the three numbers over the generations ---- */

data long;
  set runs;
  length name $ 9;
  name = 'threshold';
  value = threshold;
  output;
  name = 'meanlog';
  value = meanlog;
  output;
  name = 'sdlog';
  value = sdlog;
  output;
run;

proc sgpanel data = long noautolegend;
  panelby name / layout = rowlattice uniscale = column novarname;
  series x = t y = value / lineattrs = (color = cx203080);
  colaxis label = 'Generation';
  rowaxis label = 'Value';
run;
/* endregion */

/* region centre */
model_mean = threshold + exp(meanlog + sdlog ** 2 / 2);
model_sd = (model_mean - threshold) * sqrt(exp(sdlog ** 2) - 1);
/* endregion */
