import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { estimators } from '../../src/lib/estimators/index.ts';
import { families } from '../../src/lib/families/index.ts';
import { streams } from '../../src/lib/random/index.ts';
import { recordsOf as runEngine } from '../../src/lib/recursion.ts';
import { regimes } from '../../src/lib/regimes/index.ts';
import { ROOT } from '../support/root.ts';
import { run } from '../support/run.ts';
import { asPrinted } from '../support/models.ts';

const SCRIPT = join(ROOT, 'src/cli/simulate.ts');
const simulate = (...args: string[]) => run(process.execPath, [SCRIPT, ...args]);

describe('the command simulate', () => {
  it('prints the first graph of the source as one JSON object', async () => {
    const args =
      '--family normal --estimator unbiased-variance --regime replace --truth mu=125,sigma=30 ' +
      '--n 200 --generations 500 --seed 12345 --stream source --json';
    const { code, stdout } = await simulate(...args.split(' '));
    expect(code).toBe(0);
    const { config, records } = JSON.parse(stdout);
    expect(config).toEqual({
      family: 'normal',
      truth: { mu: 125, sigma: 30 },
      estimator: 'unbiased-variance',
      regime: 'replace',
      n: 200,
      generations: 500,
      seed: '12345',
      stream: 'source',
    });
    expect(records).toEqual(asPrinted(runEngine(config)));
    expect(records[0].t).toBe(1);
    const { mu, sigma } = records[499].fit.params;
    expect(mu.toFixed(6)).toBe('60.561503');
    expect(sigma.toFixed(6)).toBe('4.037178');
  });

  it('prints CSV with the same digits otherwise, and takes --option=value', async () => {
    const args = [
      '--truth=mu=-5,sigma=2',
      '--n=3',
      '--generations=2',
      '--seed=-7',
      '--estimator=mle',
    ];
    const [csv, json] = await Promise.all([simulate(...args), simulate(...args, '--json')]);
    const { config, records } = JSON.parse(json.stdout);
    expect(config.truth).toEqual({ mu: -5, sigma: 2 });
    expect(config.seed).toBe('-7');
    expect(config.estimator).toBe('maximum-likelihood');
    const rows = records.map(
      ({ t, trainingSize, fit }: { t: number; trainingSize: number; fit: { params: object } }) =>
        [t, trainingSize, ...Object.values(fit.params), true, ''].join(','),
    );
    expect(csv.stdout).toBe(['t,trainingSize,mu,sigma,ok,reason', ...rows, ''].join('\n'));
  });

  it('has a default for everything, with the keyed stream', async () => {
    const { code, stdout } = await simulate('--json');
    expect(code).toBe(0);
    const { config, records } = JSON.parse(stdout);
    expect(config).toMatchObject({ n: 200, generations: 500, stream: 'keyed', seed: '12345' });
    expect(config.truth).toEqual({ mu: 125, sigma: 30 });
    expect(records).toHaveLength(500);
  });

  it('makes another of the seed’s runs with --replicate, which the configuration then names', async () => {
    const args = ['--replicate', '7', '--generations', '30'];
    const [json, csv] = await Promise.all([simulate(...args, '--json'), simulate(...args)]);
    const { config, records } = JSON.parse(json.stdout);
    expect(config.replicate).toBe(7);
    expect(records).toEqual(asPrinted(runEngine({ ...config, replicate: 0 }, 7)));
    expect(records).toEqual(asPrinted(runEngine(config)));
    expect(csv.stdout.split('\n')[30]).toContain(String(records[29].fit.params.mu));
  });

  it('makes the seed’s first run with --replicate 0 and without it', async () => {
    const args = ['--generations', '5'];
    const [zero, none, one] = await Promise.all([
      simulate('--replicate', '0', ...args),
      simulate(...args),
      simulate('--replicate', '1', '--replicates', '1', ...args),
    ]);
    expect(zero).toEqual(none);
    expect(one.code).toBe(0);
    expect(one.stdout).not.toBe(none.stdout);
  });

  it('ends with the reason where a fit fails', async () => {
    const { code, stdout } = await simulate('--n', '2', '--generations', '5000');
    expect(code).toBe(0);
    expect(stdout).toMatch(/\n\d+,2,,,false,all-equal\n$/);
    const json = await simulate('--n', '2', '--generations', '5000', '--json');
    const last = JSON.parse(json.stdout).records.at(-1);
    expect(last.fit).toEqual({ ok: false, reason: 'all-equal' });
  });

  it('lists in its help whatever is registered', async () => {
    const { code, stdout, stderr } = await simulate('--help');
    expect([code, stderr]).toEqual([0, '']);
    const entries = [...families.all, ...estimators.all, ...regimes.all, ...streams.all];
    for (const { id } of entries) expect(stdout).toContain(id);
    for (const { aliases } of estimators.all) {
      for (const alias of aliases ?? []) expect(stdout).toContain(alias);
    }
  });

  it.each([
    [['--colour', 'red'], 'unknown option: --colour (known: --family, '],
    [['--seed', '--json'], 'missing value: --seed'],
    [['more'], 'unexpected argument: more'],
    [['--n', '-3'], 'n must be at least 2, got -3'],
    [['--n', 'many'], 'n must be a whole number, got many'],
    [['--generations', '0'], 'generations must be at least 1, got 0'],
    [['--truth', 'sigma=-3'], 'sigma must be greater than 0, got -3'],
    [['--truth', 'mu'], '--truth must look like mu=125,sigma=30, got mu'],
    [['--truth', 'mu=1,mu=2'], '--truth gives mu twice'],
    [['--truth', 'tau=1'], 'unknown parameter of normal: tau (known: mu, sigma)'],
    [['--estimator', 'median'], 'unknown normal estimator: median (known: unbiased-variance, '],
    [['--regime', 'hoard'], 'unknown regime: hoard (known: replace'],
    [['--stream', 'source', '--seed', 'word'], 'unusable seed: word'],
    [['--replicate', '-1'], 'replicate must be a whole number of at least 0, got -1'],
    [['--replicate', '1.5'], 'replicate must be a whole number of at least 0, got 1.5'],
    [['--replicate', 'seven'], 'replicate must be a whole number, got seven'],
    [
      ['--stream', 'source', '--replicate', '1'],
      'the stream source has one run for each seed: replicate must be 0',
    ],
  ])('refuses %j in one line on stderr, with exit status 2', async (args, expected) => {
    const { code, stdout, stderr } = await simulate(...args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(`simulate: ${expected}`);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('ends quietly and at once when nobody reads on', async () => {
    // A whole run of this size would take minutes.
    const args = [SCRIPT, '--n', '100000', '--generations', '100000'];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (text) => (stderr += text));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, stderr]).toEqual([0, '']);
  });
});
