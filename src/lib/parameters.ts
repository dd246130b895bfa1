import { ConfigError } from './configError.ts';
import type { Interval, Params, ParameterSpec } from './types.ts';

/** The defaults of some parameters, by name. */
export const defaultsOf = (specs: readonly ParameterSpec[]): Params =>
  Object.fromEntries(specs.map((spec) => [spec.name, spec.default]));

/** True if `value` lies in the interval; NaN and infinities never do. */
export function inInterval(value: number, { min, max, open }: Interval): boolean {
  if (!Number.isFinite(value)) return false;
  const aboveMin = open === 'min' || open === 'both' ? value > min : value >= min;
  const belowMax = open === 'max' || open === 'both' ? value < max : value <= max;
  return aboveMin && belowMax;
}

/**
 * Null if the parameter may have this value, else one line: `sigma must be greater than 0, got -3`.
 */
export function valueProblem(spec: ParameterSpec, value: number): string | null {
  const { name, domain } = spec;
  if (!Number.isFinite(value)) return `${name} must be a finite number, got ${value}`;
  if (spec.integer && !Number.isInteger(value))
    return `${name} must be a whole number, got ${value}`;
  return inInterval(value, domain) ? null : `${name} must be ${inWords(domain)}, got ${value}`;
}

/**
 * Throws a ConfigError unless `values` gives each of `specs` a legal value and names nothing else.
 * `owner` says in the message whose settings they are: `normal`, `replace`.
 */
export function checkValues(owner: string, specs: readonly ParameterSpec[], values: Params): void {
  for (const name of Object.keys(values)) {
    if (specs.some((spec) => spec.name === name)) continue;
    const known = specs.map((spec) => spec.name).join(', ') || 'none';
    throw new ConfigError(`unknown parameter of ${owner}: ${name} (known: ${known})`);
  }
  for (const spec of specs) {
    const value = values[spec.name];
    if (value === undefined) throw new ConfigError(`missing parameter of ${owner}: ${spec.name}`);
    const problem = valueProblem(spec, value);
    if (problem) throw new ConfigError(problem);
  }
}

/**
 * Options, those that are not given at their defaults. Throws a ConfigError unless each is known
 * and legal; `owner` as above.
 */
export function completed(
  owner: string,
  specs: readonly ParameterSpec[],
  given: Params = {},
): Params {
  const options = { ...defaultsOf(specs), ...given };
  checkValues(owner, specs, options);
  return options;
}

/** `greater than 0`, `at least 2 and at most 10`; every finite number is in the whole line. */
function inWords({ min, max, open }: Interval): string {
  const low = open === 'min' || open === 'both' ? `greater than ${min}` : `at least ${min}`;
  const high = open === 'max' || open === 'both' ? `less than ${max}` : `at most ${max}`;
  return [min > -Infinity ? low : '', max < Infinity ? high : ''].filter(Boolean).join(' and ');
}
