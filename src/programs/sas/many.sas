/* The SAS program of many runs, and where its pieces go. */

/* region program */
/*
   include about

   Run it:  submit program.sas in SAS; it writes ensemble.csv.
   It needs SAS/IML. It writes one line for each generation in print_at: t; how many runs still
   have a fit; the averages of m, s and s^2 over these; and the quantiles of s. The data set is
   WORK.ENSEMBLE. The site that wrote this program has no SAS: it checks the form of this
   program, and runs its twins in R, Python and TypeScript.
*/

/* ---- Settings: change them and run it again ---- */

%let n = 200;  /* values in each generation */
%let generations = 500;  /* how many times a model is fitted */
%let replicates = 10000;  /* runs, each on its own */
/* include truth */
/* include options */
/* include settings */
%let seed = 12345;  /* a whole number */
%let print_at = 1 500;  /* generations */
%let levels = 0.05 0.5 0.95;  /* of the quantiles */
%let csv = ensemble.csv;  /* the file to write: put a folder before it where yours need one */

proc iml;

  n = &n;
  print_at = {&print_at};
  levels = {&levels};

  /* ---- What the estimator does to the standard deviation ---- */

  /* include estimator */

  /* include setup */

  /* ---- The recursion, all runs at once ---- */

  /* include stream */
  survivors = &replicates;
  m = j(survivors, 1, &true_mean);  /* one number a run: the mean of its newest model, */
  s = j(survivors, 1, &true_sd);  /* and the standard deviation; generation 0 is the truth */
  /* include start */
  q = j(1, ncol(levels), .);
  results = j(ncol(print_at), 5 + ncol(levels), 0);  /* a row for each generation printed */

  do t = 1 to &generations while (survivors > 0);
    /* include regime */
    /* include pull */

    /* A run ends once it has no spread left to fit: below this number a double loses digits. */
    alive = loc(s >= constant('small'));
    survivors = ncol(alive);
    if survivors = 0 then print 'No run has any spread left to fit: all have ended in generation' t;
    else do;
      m = m[alive, ];
      s = s[alive, ];
      /* include kept */
      row = loc(print_at = t);
      if ncol(row) > 0 then do;
        /* Quantiles of type 7: between the two nearest values on a straight line. */
        sorted = s;
        call sort(sorted, 1);
        do i = 1 to ncol(levels);
          place = 1 + (survivors - 1) # levels[i];
          low = sorted[floor(place)];
          high = sorted[ceil(place)];
          q[i] = low + (place - floor(place)) # (high - low);
        end;
        means = (sum(m) || sum(s) || ssq(s)) / survivors;
        results[row, ] = t || survivors || means || q;
      end;
    end;
  end;

  names = {'t' 'survivors' 'mean_m' 'mean_s' 'mean_s2'} || concat('q', putn(100 # levels, 'z2.'));
  create ensemble from results[colname = names];
  append from results;
  close ensemble;
quit;

/* ---- The file: generations in which there was still a run ---- */

proc export data = ensemble(where = (survivors > 0)) outfile = "&csv" dbms = csv replace;
run;

/* endregion */
