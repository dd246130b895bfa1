/* The SAS program of one run, and where its pieces go. SAS starts a stream once in a DATA step: so one stream for all
   generations is one step, and a stream for each generation is one step a generation. */

/* word %most: &n */

/* region program */
/*
   include about

   Run it:  submit program.sas in SAS; it writes run.csv.
   include prints
   the form of this program, and runs its twins in R, Python and TypeScript.
*/

/* ---- Settings: change them and run it again ---- */

%let n = 200;  /* values in each generation */
%let generations = 500;  /* how many times a model is fitted */
/* include truth */
/* include options */
/* include settings */
%let seed = 12345;  /* a whole number */
%let csv = run.csv;  /* the file to write: put a folder before it where yours need one */

/* include largest */

/* include stream */

/* ---- The file, in full precision ---- */

data _null_;
  file "&csv" dlm = ',';
  if _n_ = 1 then put 't,n,%heads';
  set runs;
  put t n %formats;
run;

/* include graph */

/* endregion */

/* region stop */
stop;
/* endregion */

/* region stop source */
call symputx('ended', 1);
stop;
/* endregion */

/* region fit */
/* include estimator */
/* endregion */

/* region stream keyed */
/* ---- The recursion, in one DATA step: simulate, fit, simulate, fit ... ---- */

data runs(keep = t n %columns);
  length t n %columns 8;
  array x[%most] _temporary_;
  call streaminit(&seed);
  n = &n;
  /* include start */
  do t = 1 to &generations;
    /* include regime */
    do i = 1 to n;
      x[i] = %draw;
    end;
    /* include step */
    output;
  end;
run;
/* endregion */

/* region sized stream keyed */
/* ---- The recursion, in one DATA step: simulate, fit, simulate, fit ... ---- */

data runs(keep = t n %columns);
  length t n %columns 8;
  array x[%most] _temporary_;
  call streaminit(&seed);
  n = &n;
  /* include start */
  /* include setup */
  do t = 1 to &generations;
    /* include regime */
    /* include step */
    output;
  end;
run;
/* endregion */

/* region stream source */
/* ---- The recursion: simulate, fit, simulate, fit ... ---- */

/* The results so far: none. */
data runs;
  length t n %columns 8;
  stop;
run;

/* The newest model; generation 0 is the truth. */
data model;
  length t n %columns 8;
  t = 0;
  n = &n;
  /* include start */
run;

%let ended = 0;

/* A DATA step reads the newest model, simulates from it, and puts the new fit in its place.
   It is a step of its own since that is how SAS can start a stream afresh. */
%macro recursion;
  %do t = 1 %to &generations;
    data model(keep = t n %columns);
      array x[%most] _temporary_;
      call streaminit(%eval(&seed + &t));
      set model;
      t = &t;
      /* Regime replace: each generation sees only what the newest model wrote.
         Its values are kept to five decimals. */
      do i = 1 to n;
        x[i] = round(%draw, 1e-5);
      end;
      /* include step */
    run;
    %if &ended %then %return;
    proc append base = runs data = model;
    run;
  %end;
%mend recursion;

options nonotes;  /* or the log gets several lines a generation */
%recursion
options notes;
/* endregion */
