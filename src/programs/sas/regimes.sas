/* What each regime is in the SAS program of one run, whatever the family. */

/* region plain regime replace */
/* Regime replace: each generation sees only what the newest model wrote. */
/* endregion */

/* ---- fresh-real ---- */

/* region setup fresh-real */
/* include real count */
/* endregion */

/* region regime fresh-real */
/* Regime fresh-real: new real values, and output of the newest model. In generation 1
   both are real. */
do i = 1 to n;
  if i <= real then x[i] = %real_draw;
  else x[i] = %draw;
end;
/* endregion */

/* ---- fixed-real ---- */

/* region setup fixed-real */
/* include real count */
/* endregion */

/* region regime fixed-real */
/* Regime fixed-real: the same real values each time, which stay where they are, and
   output of the newest model. */
do i = 1 to n;
  if t = 1 or i > real then x[i] = %draw;
end;
/* endregion */

/* ---- accumulate ---- */

/* word %most accumulate, accumulate-fresh: &most */

/* region largest accumulate, accumulate-fresh */
/* The most values that a generation can have. */
data _null_;
  call symputx('most', min(1e7, &n * &generations));
run;
/* endregion */

/* region regime accumulate */
/* Regime accumulate: all values there have ever been, and output of the newest model.
   What is not filled yet is missing, and the functions pass over it. */
n = &n * t;
/* include too many */
do i = n - &n + 1 to n;
  x[i] = %draw;
end;
/* endregion */

/* ---- accumulate-fresh ---- */

/* region setup accumulate-fresh */
/* include real count */
/* endregion */

/* region regime accumulate-fresh */
/* Regime accumulate-fresh: all values there have ever been, output of the newest model,
   and new real values. In generation 1 all are real. What is not filled yet is missing,
   and the functions pass over it. */
n = &n * t;
/* include too many */
do i = n - &n + 1 to n;
  if i <= n - real then x[i] = %draw;
  else x[i] = %real_draw;
end;
/* endregion */

/* ---- accumulate-subsample ---- */

/* region setup accumulate-subsample */
array pool[%eval(&n * &generations)] _temporary_;
/* endregion */

/* region regime accumulate-subsample */
/* Regime accumulate-subsample: all values are kept, n of them are fitted. They are
   picked without replacement, by the first steps of a shuffle. */
do i = n * (t - 1) + 1 to n * t;
  pool[i] = %draw;
end;
do i = 1 to n;
  j = i + floor(rand('Uniform') * (n * t - i + 1));
  x[i] = pool[j];
  pool[j] = pool[i];
  pool[i] = x[i];
end;
/* endregion */

/* ---- growing ---- */

/* word %most growing: &most */

/* region largest growing */
/* The most values that a generation can have. */
data _null_;
  call symputx('most', min(1e7, floor(&n * &generations ** &power + 0.5)));
run;
/* endregion */

/* region regime growing */
/* Regime growing: more of the output of the newest model each time. */
n = floor(&n * t ** &power + 0.5);
/* include too many */
do i = 1 to n;
  x[i] = %draw;
end;
/* endregion */

/* ---- growing-geometric ---- */

/* word %most growing-geometric: &most */

/* region largest growing-geometric */
/* The most values that a generation can have. */
data _null_;
  call symputx('most', min(1e7, floor(&n * exp(min(40, (&generations - 1) * log(&ratio))) + 0.5)));
run;
/* endregion */

/* region regime growing-geometric */
/* Regime growing-geometric: more of the output of the newest model each time. */
n = floor(&n * exp(min(40, (t - 1) * log(&ratio))) + 0.5);
/* include too many */
do i = 1 to n;
  x[i] = %draw;
end;
/* endregion */

/* ---- truncated ---- */

/* region regime truncated */
/* Regime truncated: output of the newest model; what lies cut of its standard deviations
   or more from its mean is thrown away. In generation 1 the values are real. */
/* include centre */
do i = 1 to n;
  do until (t = 1 or abs(x[i] - %model_mean) < &cut * %model_sd);
    x[i] = %draw;
  end;
end;
/* endregion */

/* region too many */
if n > &most then do;
  put 'WARNING: more than ten million values, the run ends here. ' t=;
  stop;
end;
/* endregion */
