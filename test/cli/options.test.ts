import { describe, expect, it } from 'vitest';
import { describeOptions, listIds, readCommandLine } from '../../src/cli/options.ts';
import { readNumber } from '../../src/lib/readNumber.ts';
import { UsageError } from '../../src/cli/usage.ts';

const options = [
  { name: 'n', value: 'COUNT', help: 'how many' },
  { name: 'seed', value: 'TEXT', help: 'which' },
  { name: 'json', help: 'as JSON' },
];

describe('readCommandLine', () => {
  it('reads values either way, negative ones too, and switches and operands', () => {
    for (const args of [
      ['--n=-5', '--seed', 'a b', '--json', '-'],
      ['-', '--json', '--seed=a b', '--n', '-5'],
    ]) {
      const { values, switches, operands } = readCommandLine(args, options);
      expect(values).toEqual({ n: '-5', seed: 'a b' });
      expect([...switches]).toEqual(['json']);
      expect(operands).toEqual(['-']);
    }
  });

  it('knows help without being told, also as -h', () => {
    expect(readCommandLine(['--help'], options).switches.has('help')).toBe(true);
    expect(readCommandLine(['-h'], options).switches.has('help')).toBe(true);
  });

  it('takes what follows -- for operands', () => {
    expect(readCommandLine(['--', '--n'], options).operands).toEqual(['--n']);
  });

  it('takes the last of repeated values, and keeps them all in their order', () => {
    const { values, all } = readCommandLine(['--n=2', '--seed', 'a', '--n', '1'], options);
    expect(values).toEqual({ n: '1', seed: 'a' });
    expect(all).toEqual({ n: ['2', '1'], seed: ['a'] });
    expect(readCommandLine([], options)).toMatchObject({ values: {}, all: {} });
  });

  it('takes for a value what begins with -- behind an equals sign', () => {
    expect(readCommandLine(['--seed=--x'], options).values).toEqual({ seed: '--x' });
  });

  it.each([
    [['--colour', 'red'], 'unknown option: --colour (known: --n, --seed, --json, --help)'],
    [['-x'], 'unknown option: -x'],
    [['-5'], 'unknown option: -5'],
    [['--constructor=1'], 'unknown option: --constructor'],
    [['--__proto__=1'], 'unknown option: --__proto__'],
    [['--no-json'], 'unknown option: --no-json'],
    [['--n'], 'missing value: --n'],
    [['--n='], 'missing value: --n'],
    [['--n', ''], 'missing value: --n'],
    [['--seed', '--json'], 'missing value: --seed'],
    [['--json=yes'], '--json takes no value, got yes'],
  ])('refuses %j', (args, message) => {
    expect(() => readCommandLine(args, options)).toThrow(UsageError);
    expect(() => readCommandLine(args, options)).toThrow(message);
  });
});

describe('the help', () => {
  it('has one line an option, and its own', () => {
    expect(describeOptions(options).split('\n')).toEqual([
      '  --n COUNT    how many',
      '  --seed TEXT  which',
      '  --json       as JSON',
      '  --help       print this and stop',
    ]);
  });

  it('lists ids with their aliases', () => {
    expect(listIds([{ id: 'a' }, { id: 'b', aliases: ['c', 'd'] }])).toBe('a, b (or c, d)');
  });
});

describe('readNumber', () => {
  it('reads decimals and nothing that only looks like a number', () => {
    expect(['1', '-2.5', '+.5', '3.', '1e-3', ' 4 ', '1E5'].map(readNumber)).toEqual([
      1, -2.5, 0.5, 3, 0.001, 4, 100000,
    ]);
    for (const text of [
      '',
      ' ',
      '.',
      '1,5',
      '0x10',
      '1e',
      '--1',
      '1 2',
      'NA',
      '1_000',
      '٣',
      'one',
    ]) {
      expect(readNumber(text), text).toBeNull();
    }
  });
});
