import type { FamilyPieces } from '../pieces.ts';

// What the SAS programs of one run and of many have in common.

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
    return indent + before + pieces[name]!.replaceAll('\n', `\n${indent}`);
  });
}
