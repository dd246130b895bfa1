// What each regime is in the SAS programs. A new regime is an entry of each table.
// No apostrophe, percent sign or ampersand in its comments: SAS reads them in places where one would not think.
import type { RegimePiece, RegimePieces } from '../pieces.ts';

const realCount = `/* How many of the n values are real: one at least, where there is a share at all. */
real = floor(&share * &n + 0.5);
if &share > 0 then real = max(1, real);`;

/** How a family's DATA step speaks of its models. */
interface Words {
  /** A new value: of the newest model, and of the real distribution. */
  readonly draw: string;
  readonly real: string;
  /** Names of the mean and the standard deviation of values of the newest model. */
  readonly mean: string;
  readonly sd: string;
  /** Statements that work these out, where they are not its numbers. */
  readonly centre?: string;
}

/** A piece of a DATA step; the values are `x`, and `n` of them are fitted. */
export interface StepPiece extends RegimePiece {
  /** The most values that a generation can have, if these are more than n: the program calls it &most. */
  readonly most?: string;
}

type StepPieces = Readonly<Record<string, StepPiece>>;

const tooMany = `if n > &most then do;
  put 'WARNING: more than ten million values, the run ends here. ' t=;
  stop;
end;`;

const growing = (id: string, size: string, most: string, draw: string): StepPiece => ({
  most: `min(1e7, ${most})`,
  step: `/* Regime ${id}: more of the output of the newest model each time. */
n = floor(${size} + 0.5);
${tooMany}
do i = 1 to n;
  x[i] = ${draw};
end;`,
});

/** The regimes of one run that only need values of a model, whatever the family. */
export function anyFamily({ draw, real, mean, sd, centre }: Words): StepPieces {
  return {
    'fresh-real': {
      setup: realCount,
      step: `/* Regime fresh-real: new real values, and output of the newest model. In generation 1
   both are real. */
do i = 1 to n;
  if i <= real then x[i] = ${real};
  else x[i] = ${draw};
end;`,
    },
    'fixed-real': {
      setup: realCount,
      step: `/* Regime fixed-real: the same real values each time, which stay where they are, and
   output of the newest model. */
do i = 1 to n;
  if t = 1 or i > real then x[i] = ${draw};
end;`,
    },
    accumulate: {
      most: 'min(1e7, &n * &generations)',
      step: `/* Regime accumulate: all values there have ever been, and output of the newest model.
   What is not filled yet is missing, and the functions pass over it. */
n = &n * t;
${tooMany}
do i = n - &n + 1 to n;
  x[i] = ${draw};
end;`,
    },
    'accumulate-subsample': {
      setup: 'array pool[%eval(&n * &generations)] _temporary_;',
      step: `/* Regime accumulate-subsample: all values are kept, n of them are fitted. They are
   picked without replacement, by the first steps of a shuffle. */
do i = n * (t - 1) + 1 to n * t;
  pool[i] = ${draw};
end;
do i = 1 to n;
  j = i + floor(rand('Uniform') * (n * t - i + 1));
  x[i] = pool[j];
  pool[j] = pool[i];
  pool[i] = x[i];
end;`,
    },
    growing: growing(
      'growing',
      '&n * t ** &power',
      'floor(&n * &generations ** &power + 0.5)',
      draw,
    ),
    'growing-geometric': growing(
      'growing-geometric',
      '&n * exp(min(40, (t - 1) * log(&ratio)))',
      'floor(&n * exp(min(40, (&generations - 1) * log(&ratio))) + 0.5)',
      draw,
    ),
    truncated: {
      step: `/* Regime truncated: output of the newest model; what lies cut of its standard deviations
   or more from its mean is thrown away. In generation 1 the values are real. */
${centre ? `${centre}\n` : ''}do i = 1 to n;
  do until (t = 1 or abs(x[i] - ${mean}) < &cut * ${sd});
    x[i] = ${draw};
  end;
end;`,
    },
  };
}

/** The regimes of one run that speak of a mean and a standard deviation. */
export const normalOnly: StepPieces = {
  weighted: {
    setup: realCount,
    step: `/* Regime weighted: output of the newest model and new real values, which count as much as
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
    {fit}
    weighted_mean = weighted_mean + w * mean;
    weighted_variance = weighted_variance + w * sd ** 2;
  end;
end;
n = &n;`,
    fit: `mean = weighted_mean;
sd = sqrt(weighted_variance);
if part < 3 then sd = 0;  /* the loop was left early */`,
  },
  'soft-selection': {
    step: `/* Regime soft-selection: output of the newest model, chosen by taste: the further a value is
   from what is liked best, the less likely it is kept. In generation 1 the values are real. */
do i = 1 to n;
  do until (t = 1 or rand('Uniform') < exp(-z ** 2 / 2));
    x[i] = rand('Normal', mean, sd);
    z = (x[i] - (&true_mean + &target * &true_sd)) / (&width * &true_sd);
  end;
end;`,
  },
  sharpened: {
    step: `/* Regime sharpened: output of the newest model, with less variety than the model has. In
   generation 1 the values are real. */
if t > 1 then sd = sqrt(&lambda) * sd;
do i = 1 to n;
  x[i] = rand('Normal', mean, sd);
end;`,
  },
};

const sampling = `/* The fit uses nothing of its values but their mean and their variance. Those of count values
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
finish;`;

const batches = `/* The fit uses nothing of its values but their mean and the sum of squares about it. Those of
   count values of a normal are independent (Cochran 1934): one random number a run stands for
   each. The columns are count, mean and squares, with a row for each run. */
start batch(runs, count, mean, sd);
  z = j(runs, 1);
  chi_square = j(runs, 1, 0);
  call randgen(z, 'Normal');
  if count > 1 then call randgen(chi_square, 'ChiSquare', count - 1);
  return(j(runs, 1, count) || (mean + sd # z / sqrt(max(count, 1))) || (sd ## 2 # chi_square));
finish;`;

const pooling = `${batches}
/* Two batches taken together (Chan, Golub and LeVeque 1983). */
start pool(a, b);
  count = a[, 1] + b[, 1];
  gap = b[, 2] - a[, 2];
  mean = a[, 2] + gap # b[, 1] / count;
  return(count || mean || (a[, 3] + b[, 3] + gap ## 2 # a[, 1] # b[, 1] / count));
finish;`;

const refitAll = (count: string) => `m = both[, 2];
s = correction(${count}) # sqrt(both[, 3] / (${count} - 1));`;

const grown = (id: string, size: string): RegimePiece => ({
  setup: sampling,
  step: `/* Regime ${id}: more of the output of the newest model each time. */
count = min(2 ## 53 - 1, floor(${size} + 0.5));
m = sample_mean(count, m, s);
s = correction(count) # sample_sd(count, s);`,
});

/** The regimes of many runs of a normal model, in PROC IML. */
export const manyRuns: RegimePieces = {
  'fresh-real': {
    setup: `${realCount}

${pooling}`,
    step: `/* Regime fresh-real: output of the newest model, and new real values. In generation 1 both
   are real. */
both = pool(batch(survivors, n - real, m, s), batch(survivors, real, &true_mean, &true_sd));
${refitAll('n')}`,
  },
  'fixed-real': {
    setup: `${realCount}

${pooling}`,
    start: 'kept = batch(survivors, real, &true_mean, &true_sd);',
    keeps: true,
    step: `/* Regime fixed-real: output of the newest model, and the same real values each time. */
both = pool(kept, batch(survivors, n - real, m, s));
${refitAll('n')}`,
  },
  accumulate: {
    setup: pooling,
    start: 'kept = batch(survivors, 0, &true_mean, &true_sd);  /* nothing yet */',
    keeps: true,
    step: `/* Regime accumulate: all values there have ever been, and output of the newest model. */
both = pool(kept, batch(survivors, n, m, s));
kept = both;
${refitAll('(n # t)')}`,
  },
  'accumulate-subsample': {
    start: `/* Room for all values of all runs, a row a run: 8 bytes for each. */
kept = j(survivors, n # &generations);`,
    keeps: true,
    step: `/* Regime accumulate-subsample: all values are kept, n of them are fitted. */
z = j(survivors, n);
call randgen(z, 'Normal');
kept[, (n # (t - 1) + 1):(n # t)] = m + s # z;
x = j(survivors, n);
do i = 1 to survivors;
  x[i, ] = kept[i, sample(1:(n # t), n, 'WOR')];
end;
m = x[, :];
s = correction(n) # sqrt((x - m)[, ##] / (n - 1));`,
  },
  weighted: {
    setup: `${realCount}

${batches}
/* What a batch adds to the variance. One of weight 0 is not looked at; one value has no
   variance. */
start share_of_variance(part, weight);
  count = part[1, 1];
  if weight = 0 then return(0);
  if count < 2 then return(. # part[, 3]);
  return(weight # correction(count) ## 2 # part[, 3] / (count - 1));
finish;`,
    step: `/* Regime weighted: output of the newest model and new real values, which count as much as
   their weight says, whatever their number. In generation 1 all are real. */
if t = 1 then fresh = n;
else fresh = real;
w = &weight;
if fresh = n then w = 1;
if fresh = 0 then w = 0;
old = batch(survivors, n - fresh, m, s);
new = batch(survivors, fresh, &true_mean, &true_sd);
m = (1 - w) # old[, 2] + w # new[, 2];
s = sqrt(share_of_variance(old, 1 - w) + share_of_variance(new, w));`,
  },
  growing: grown('growing', 'n # t ## &power'),
  'growing-geometric': grown('growing-geometric', 'n # exp(min(40, (t - 1) # log(&ratio)))'),
  truncated: {
    step: `/* Regime truncated: output of the newest model; what lies cut of its standard deviations or
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
s = correction(n) # s # sqrt((z - center)[, ##] / (n - 1));`,
  },
  'soft-selection': {
    setup: `${sampling}

taste_mean = &true_mean + &target * &true_sd;
taste_sd = &width * &true_sd;`,
    step: `/* Regime soft-selection: output of the newest model, chosen by taste. What is kept of a normal
   is a normal: with a = taste_sd^2 / (taste_sd^2 + s^2) its mean is a m + (1 - a) taste_mean,
   its variance a s^2. In generation 1 the values are real. */
if t = 1 then a = 1;
else a = 1 / (1 + (s / taste_sd) ## 2);
m = sample_mean(n, taste_mean + a # (m - taste_mean), sqrt(a) # s);
s = correction(n) # sample_sd(n, sqrt(a) # s);`,
  },
  sharpened: {
    setup: sampling,
    step: `/* Regime sharpened: output of the newest model, with less variety than the model has. In
   generation 1 the values are real. */
if t = 1 then sampled_sd = s;
else sampled_sd = sqrt(&lambda) # s;
m = sample_mean(n, m, sampled_sd);
s = correction(n) # sample_sd(n, sampled_sd);`,
  },
};
