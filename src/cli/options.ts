import { entryAt, lastOf } from '../lib/entryAt.ts';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { UsageError } from './usage.ts';

/** One option of a command: what it is called, what it takes, and what it does. */
export interface Option {
  readonly name: string;
  /** What stands for the value in the help, for example `NUMBER`; absent for a switch. */
  readonly value?: string;
  readonly help: string;
}

/** What a command line says, before its values are looked at. */
export interface CommandLine {
  /** Values by option name; the last one counts where an option is repeated. */
  readonly values: Readonly<Record<string, string>>;
  /** The same with every value of a repeated option, in the order given. */
  readonly all: Readonly<Record<string, readonly string[]>>;
  readonly switches: ReadonlySet<string>;
  readonly operands: readonly string[];
}

/**
 * Reads `--name=value`, `--name value` and `--switch`; everything else is an operand. A value may
 * start with one dash, as negative numbers do. Throws a UsageError of one line on what `options` do
 * not know.
 */
export function readCommandLine(args: readonly string[], options: readonly Option[]): CommandLine {
  const config: ParseArgsOptionsConfig = {};
  for (const { name, value } of options) config[name] = { type: value ? 'string' : 'boolean' };
  config.help = { type: 'boolean', short: 'h' };
  // Node's strict mode would explain at length, in several lines, and refuse negative values.
  const { tokens } = parseArgs({
    args: [...args],
    options: config,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const all: Record<string, string[]> = {};
  const switches = new Set<string>();
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    const type = (Object.hasOwn(config, name) && config[name]?.type) || null;
    if (type === null) {
      const known = Object.keys(config).map((option) => `--${option}`);
      throw new UsageError(`unknown option: ${rawName} (known: ${known.join(', ')})`);
    }
    if (type === 'boolean') {
      if (value !== undefined) throw new UsageError(`${rawName} takes no value, got ${value}`);
      switches.add(name);
    } else {
      const swallowed = !token.inlineValue && value?.startsWith('--');
      if (!value || swallowed) throw new UsageError(`missing value: ${rawName}`);
      (all[name] ??= []).push(value);
    }
  }
  const last = Object.entries(all).map(([name, given]) => [name, lastOf(given)]);
  return { values: Object.fromEntries(last), all, switches, operands };
}

/**
 * Why an operand is refused. Where npm takes an option for itself, it may leave its value behind.
 */
export function unexpected(operand: string): string {
  const hint = process.env['npm_lifecycle_event'] ? ' (with npm, options stand behind --)' : '';
  return `unexpected argument: ${operand}${hint}`;
}

/** The option list of a `--help`, one a line. */
export function describeOptions(options: readonly Option[]): string {
  const all = [...options, { name: 'help', help: 'print this and stop' } satisfies Option];
  const left = all.map(({ name, value }: Option) => `  --${name}${value ? ` ${value}` : ''}`);
  const width = Math.max(...left.map((text) => text.length)) + 2;
  return all.map(({ help }, i) => entryAt(left, i).padEnd(width) + help).join('\n');
}

/** The entries of a registry with their aliases, for a `--help`. */
export function listIds(
  entries: readonly { readonly id: string; readonly aliases?: readonly string[] }[],
): string {
  return entries
    .map(({ id, aliases }) => (aliases?.length ? `${id} (or ${aliases.join(', ')})` : id))
    .join(', ');
}
