import { readFileSync } from 'node:fs';

/** One line of a table of reference values, by the names of its columns. */
export type Row = Readonly<Record<string, number>>;

/**
 * What SciPy found for one sample; `found` is null where none of its starts ended inside the range.
 */
export interface SciPySample {
  readonly sdlog: number;
  readonly values: readonly number[];
  readonly found: { readonly threshold: number; readonly logLikelihood: number } | null;
}

const read = (name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const entries = read('lognormal.json') as Readonly<Record<string, Record<string, number[]>>>;

/** The rows of one entry of lognormal.json, which R made. */
export function lognormalReference(name: string): readonly Row[] {
  const columns = Object.entries(entries[name] ?? {}).filter(([key]) => key !== 'call');
  if (columns.length === 0) throw new Error(`no reference values: ${name}`);
  return columns[0]![1].map((_value, i) =>
    Object.fromEntries(columns.map(([key, column]) => [key, column[i]!])),
  );
}

/** The published samples that are tested on: EnvStats' example, and Stata's miles to the gallon. */
export const samples = {
  envstats: lognormalReference('envstats').map(({ x }) => x!),
  auto: lognormalReference('auto').map(({ x }) => x!),
};

export const scipySamples = (read('lognormal3.json') as { samples: readonly SciPySample[] })
  .samples;
