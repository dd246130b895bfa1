import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkConfig } from '../../src/lib/config.ts';
import { ConfigError } from '../../src/lib/configError.ts';
import { readCommandLine } from '../../src/cli/options.ts';
import { printable } from '../../src/cli/output.ts';
import { readConfig } from '../../src/cli/runConfig.ts';
import { OPTIONS } from '../../src/cli/simulateHelp.ts';
import { UsageError } from '../../src/cli/usage.ts';
import { cases } from '../support/cases.ts';

const name = fc.constantFrom(...OPTIONS.map((option) => option.name), 'help', 'no-json', 'colour');
const value = fc.oneof(
  fc.constantFrom('normal', 'lognormal3', 'mle', 'accumulate', 'fresh-real', 'source', 'keyed'),
  fc.constantFrom('mu=1,sigma=2', 'sigma=-3', 'share=0.5', '__proto__=1', 'mu=1,mu=2', ',', '='),
  fc.integer().map(String),
  fc.double().map(String),
  fc.string({ unit: 'binary' }),
);
const argument = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(name, value).map(([key, text]) => [`--${key}=${text}`]) },
  { weight: 3, arbitrary: fc.tuple(name, value).map(([key, text]) => [`--${key}`, text]) },
  { weight: 1, arbitrary: value.map((text) => [text]) },
  { weight: 1, arbitrary: fc.constantFrom(['--'], ['-'], ['-h'], ['-5'], ['--'], ['']) },
);
const argv = fc.array(argument, { maxLength: 6 }).map((all) => all.flat());

describe('any command line', () => {
  it('is a legal configuration, or is refused in one line', () => {
    fc.assert(
      fc.property(argv, (args) => {
        try {
          const { config } = checkConfig(readConfig(readCommandLine(args, OPTIONS)));
          expect(config.n).toBeGreaterThanOrEqual(2);
          expect(Number.isInteger(config.generations) && config.generations >= 1).toBe(true);
        } catch (error) {
          if (!(error instanceof UsageError || error instanceof ConfigError)) throw error;
          expect(error.message).not.toBe('');
          expect(printable(error.message)).toMatch(/^[^\p{Cc}\u2028\u2029]+$/u);
        }
      }),
      cases(0.15),
    );
  });

  it('gives each value as it was written', () => {
    const options = OPTIONS.filter((option) => option.value !== undefined);
    const given = fc.array(
      fc.tuple(
        fc.constantFrom(...options.map((option) => option.name)),
        fc.string({ minLength: 1 }),
      ),
    );
    fc.assert(
      fc.property(given, (pairs) => {
        const { values, all } = readCommandLine(
          pairs.map(([key, text]) => `--${key}=${text}`),
          OPTIONS,
        );
        expect(values).toEqual(Object.fromEntries(pairs));
        expect(Object.values(all).flat()).toHaveLength(pairs.length);
      }),
      cases(0.05),
    );
  });
});
