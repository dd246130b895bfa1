import type { FamilyPieces, Pieces, RegimePiece } from '../pieces.ts';
import type { Constant } from '../settings.ts';

// What the SAS programs of one run and of many, and of all families, have in common.

export const normalTruth: FamilyPieces['truth'] = ({
  mu,
  sigma,
}) => `%let true_mean = ${mu};  /* mean of the real distribution */
%let true_sd = ${sigma};  /* its standard deviation */`;

export const c4 = `c4 = sqrt(2 / (n - 1)) * exp(lgamma(n / 2) - lgamma((n - 1) / 2));`;

export const logBias = `log_bias = (log((n - 1) / 2) - digamma((n - 1) / 2)) / 2;`;

/** `text` with each `{name}` replaced by its piece, at the indentation of the place. */
export function fill(text: string, pieces: Readonly<Record<string, string>>): string {
  return text.replace(/( *)(.*)\{(\w+)\}/g, (_, indent: string, before: string, name: string) => {
    return indent + before + pieces[name]!.replace(/\n(?!\n)/g, `\n${indent}`);
  });
}

export const replace: RegimePiece = {
  plain: true,
  step: `Regime replace: each generation sees only what the newest model wrote.`,
};

export const constant: Constant = (name, value, says) => `%let ${name} = ${value};  /* ${says} */`;

const oneStep = `/* ---- The recursion, in one DATA step: simulate, fit, simulate, fit ... ---- */

data runs(keep = t n {columns});
  length t n {columns} 8;
  array x[&n] _temporary_;
  call streaminit(&seed);
  n = &n;
  {start}
  do t = 1 to &generations;
    /* {regime} */
    do i = 1 to n;
      x[i] = {draw};
    end;
    {step}
    output;
  end;
run;`;

const sizedStep = `/* ---- The recursion, in one DATA step: simulate, fit, simulate, fit ... ---- */

data runs(keep = t n {columns});
  length t n {columns} 8;
  array x[{most}] _temporary_;
  call streaminit(&seed);
  n = &n;
  {start}
  do t = 1 to &generations;
    {regime}
    {step}
    output;
  end;
run;`;

const oneStepEach = `/* ---- The recursion: simulate, fit, simulate, fit ... ---- */

/* The results so far: none. */
data runs;
  length t n {columns} 8;
  stop;
run;

/* The newest model; generation 0 is the truth. */
data model;
  length t n {columns} 8;
  t = 0;
  n = &n;
  {start}
run;

%let ended = 0;

/* A DATA step reads the newest model, simulates from it, and puts the new fit in its place.
   It is a step of its own since that is how SAS can start a stream afresh. */
%macro recursion;
  %do t = 1 %to &generations;
    data model(keep = t n {columns});
      array x[&n] _temporary_;
      call streaminit(%eval(&seed + &t));
      set model;
      t = &t;
      /* {regime}
         Its values are kept to five decimals. */
      do i = 1 to n;
        x[i] = round({draw}, 1e-5);
      end;
      {step}
    run;
    %if &ended %then %return;
    proc append base = runs data = model;
    run;
  %end;
%mend recursion;

options nonotes;  /* or the log gets several lines a generation */
%recursion
options notes;`;

/** What the loop of a family's recursion is made from. */
interface Loop {
  readonly columns: readonly string[];
  /** Statements that make the model the truth. */
  readonly start: string;
  /** A new value from the model. */
  readonly draw: string;
  /** From the values x to the model. It has places for `{fit}` and, where there is none, for `{stop}`. */
  readonly step: string;
}

const loop = ({ columns, draw, step }: Loop, text: string, first: string, stop: string) =>
  fill(text, {
    columns: columns.join(' '),
    start: first,
    draw,
    step: fill(step, { stop, fit: '{fit}' }),
    regime: '{regime}',
    setup: '{setup}',
    most: '{most}',
  });

const fromTruth = (start: string) => start.replace(';', ';  /* generation 0 is the truth */');

/**
 * The loop of the recursion, which each stream brings with it: SAS starts a stream once in a DATA step, so that one
 * stream for all generations is one step, and a stream for each generation is one step a generation. Places for
 * `{fit}` and `{regime}` are left.
 */
export const loops = (family: Loop): Pieces => ({
  keyed: loop(family, oneStep, fromTruth(family.start), 'stop;'),
  source: loop(family, oneStepEach, family.start, `call symputx('ended', 1);\nstop;`),
});

/** The same where a regime makes the values: places for `{setup}` and for the size `{most}` of an array are left too. */
export const sizedLoops = (family: Loop): Pieces => ({
  keyed: loop(family, sizedStep, `${fromTruth(family.start)}{setup}`, 'stop;'),
});
