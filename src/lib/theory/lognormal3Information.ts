import exp from '@stdlib/math-base-special-exp';
import { lognormal3, type Lognormal } from '../families/lognormal3.ts';
import { expm1 } from '../special/log1pExpm1.ts';
import type { Params, RunConfig } from '../types.ts';

/*
 * Fisher's information of one value about (threshold, meanlog, sdlog), with b = exp(meanlog), w =
 * exp(sdlog^2) and s = sdlog: w^2 (1 + 1/s^2) / b^2 and sqrt(w) / (s^2 b), -2 sqrt(w) / (s b)
 * beside it, 1/s^2, 2/s^2, 0. Its inverse has, with H = 1 / (w (1 + s^2) - 2 s^2 - 1),
 *
 *     n Var threshold = s^2 b^2 H / w,   n Var meanlog = s^2 (1 + H),   n Var sdlog = s^2 (1 + 2
 *     s^2 H) / 2.
 *
 * Source: Cohen 1951; H from inverting the matrix. For small s, H is about 2 / (3 s^4), so that the
 * threshold is known to 0.816 SD(X) / (s^2 sqrt(n)) only.
 */

/** H above, without cancellation: w (1 + s^2) - 2 s^2 - 1 is of the order s^4. */
export function inflation(sdlog: number): number {
  const y = sdlog * sdlog;
  // e^y (1 + y) - 1 - 2y = (e^y - 1 - y) (1 + y) + y^2.
  return 1 / (exponentialRest(y) * (1 + y) + y * y);
}

/** e^y - 1 - y for y >= 0. */
function exponentialRest(y: number): number {
  if (y > 0.5) return expm1(y) - y;
  let term = (y * y) / 2;
  let sum = 0;
  for (let j = 3; term > 1e-18 * sum; j++) {
    sum += term;
    term *= y / j;
  }
  return sum;
}

/** Standard errors of the three estimates for n values, by the information at these parameters. */
export function lognormal3StandardErrors(
  { meanlog, sdlog }: Lognormal,
  n: number,
): { threshold: number; meanlog: number; sdlog: number } {
  const square = sdlog * sdlog;
  const H = inflation(sdlog);
  const unit = sdlog / Math.sqrt(n);
  return {
    threshold: unit * exp(meanlog - square / 2) * Math.sqrt(H),
    meanlog: unit * Math.sqrt(1 + H),
    sdlog: unit * Math.sqrt((1 + 2 * square * H) / 2),
  };
}

/**
 * The same for one parameter where the other two are known: one over the root of n times the
 * diagonal of the information. A change of the parameter by so much, alone, is as visible in n
 * values as the same number of these of any other.
 */
export function lognormal3LoneErrors(
  { meanlog, sdlog }: Lognormal,
  n: number,
): { threshold: number; meanlog: number; sdlog: number } {
  const square = sdlog * sdlog;
  const unit = sdlog / Math.sqrt(n);
  return {
    threshold: (unit * exp(meanlog - square)) / Math.sqrt(1 + square),
    meanlog: unit,
    sdlog: unit / Math.SQRT2,
  };
}

/** That of one parameter for the original of a run. Throws a RangeError for another name. */
export function loneErrorOf(name: string, { truth, n }: Pick<RunConfig, 'truth' | 'n'>): number {
  const errors: Params = lognormal3LoneErrors(lognormal3.model(truth), n);
  const error = errors[name];
  if (error === undefined) throw new RangeError(`no lone standard error of ${name}`);
  return error;
}
