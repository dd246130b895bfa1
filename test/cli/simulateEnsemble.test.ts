import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WriteStream } from 'node:tty';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { progressBar } from '../../src/cli/progressBar.ts';
import { bands } from '../../src/lib/ensemble/bands.ts';
import { slicesOf } from '../ensemble/support.ts';
import { ROOT } from '../support/root.ts';
import { run } from '../support/run.ts';

const SCRIPT = join(ROOT, 'src/cli/simulate.ts');
const simulate = (args: string, env?: NodeJS.ProcessEnv) =>
  run(process.execPath, [SCRIPT, ...args.split(' ')], { env: { ...process.env, ...env } });

describe('the command simulate with --replicates', () => {
  it('prints the configuration and the bands as one JSON object, and nothing on stderr', async () => {
    const { code, stdout, stderr } = await simulate(
      '--n 200 --generations 500 --replicates 1000 --at 1,10,100,500 --seed 12345 --json',
    );
    expect([code, stderr]).toEqual([0, '']);
    const { config, ...rest } = JSON.parse(stdout);
    expect(config).toEqual({
      family: 'normal',
      truth: { mu: 125, sigma: 30 },
      estimator: 'unbiased-variance',
      regime: 'replace',
      n: 200,
      generations: 500,
      seed: '12345',
      stream: 'keyed',
      replicates: 1000,
      at: [1, 10, 100, 500],
      how: 'sufficient',
    });
    const expected = bands(slicesOf(config)).map(({ t, survivors, statistics }) => ({
      t,
      survivors,
      parameters: {
        mu: { mean: statistics.mu!.mean, quantiles: statistics.mu!.quantiles },
        sigma: { mean: statistics.sigma!.mean, quantiles: statistics.sigma!.quantiles },
      },
    }));
    expect(rest).toEqual({ bands: expected });
    expect(Object.keys(expected[0]!.parameters.sigma.quantiles)).toEqual([
      '0.05',
      '0.25',
      '0.5',
      '0.75',
      '0.95',
    ]);
  });

  it('prints the same bytes on 1, 2 and 5 processors, by shortcut and literally', async () => {
    for (const args of [
      '--replicates 301 --json',
      '--replicates 41 --n 5 --how literal --generations 300',
    ]) {
      const all = await Promise.all([1, 2, 5].map((w) => simulate(`${args} --workers ${w}`)));
      for (const { code, stdout, stderr } of all) {
        expect([code, stderr]).toEqual([0, '']);
        expect(stdout).toBe(all[0]!.stdout);
      }
    }
  });

  it('prints CSV with the same digits otherwise, empty where nothing survived', async () => {
    // By generation 400 of n = 2, log s has fallen by 250 and more: no double near 125 can show
    // such a spread.
    const args =
      '--n 2 --generations 400 --replicates 30 --at 400,1 --quantiles .9,0.5 --how literal';
    const [csv, json] = await Promise.all([simulate(args), simulate(`${args} --json`)]);
    const found = JSON.parse(json.stdout);
    expect(found.config).toMatchObject({ at: [1, 400], how: 'literal' });
    expect(found.bands[1]).toEqual({
      t: 400,
      survivors: 0,
      parameters: {
        mu: { mean: null, quantiles: { '0.9': null, '0.5': null } },
        sigma: { mean: null, quantiles: { '0.9': null, '0.5': null } },
      },
    });
    const { mu, sigma } = found.bands[0].parameters;
    const row = (name: string, { mean, quantiles }: typeof mu) =>
      ['1,30', name, mean, quantiles['0.9'], quantiles['0.5']].join(',');
    expect(csv.stdout.split('\n')).toEqual([
      't,survivors,parameter,mean,q0.9,q0.5',
      row('mu', mu),
      row('sigma', sigma),
      '400,0,mu,,,',
      '400,0,sigma,,,',
      '',
    ]);
  });

  it('shows a short list of generations if nobody says which', async () => {
    const { stdout } = await simulate('--replicates 2 --generations 60 --json');
    expect(JSON.parse(stdout).config.at).toEqual([1, 2, 5, 10, 20, 50, 60]);
  });

  it('prints the single run as before for one replicate', async () => {
    const [one, none] = await Promise.all([
      simulate('--generations 20 --replicates 1'),
      simulate('--generations 20'),
    ]);
    expect(one).toEqual(none);
    expect(one.stdout).toMatch(/^t,trainingSize,mu,sigma,ok,reason\n/);
  });

  it.concurrent.each([
    ['--replicates 0', 'replicates must be at least 1, got 0'],
    ['--replicates many', 'replicates must be a whole number, got many'],
    ['--replicates 9 --at 1,501', 'at must hold generations from 1 to 500, got 501'],
    ['--replicates 9 --at 1,,2', 'at must be a whole number, got '],
    ['--replicates 9 --quantiles 0.5,1.5', '--quantiles must be numbers from 0 to 1, got 0.5,1.5'],
    ['--replicates 9 --how fast', 'unknown how: fast (known: auto, literal, sufficient)'],
    ['--replicates 9 --workers 0', 'workers must be a whole number from 1 to 256, got 0'],
    [
      '--replicates 9 --stream source',
      'the stream source has one run for each seed: replicates must be 1, got 9',
    ],
    ['--at 1,10', '--at is for --replicates above 1'],
    ['--replicate 7 --replicates 10', '--replicate is for a single run, --replicates for many'],
    ['--replicate 0 --replicates 10', '--replicate is for a single run, --replicates for many'],
  ])('refuses %s in one line on stderr, with exit status 2', async (args, expected) => {
    const { code, stdout, stderr } = await simulate(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`simulate: ${expected}`);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('a worker of the command simulate', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'workers-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['stops', 'process.exit(3)', 'a worker failed: it stopped with exit code 3'],
    ['throws', "throw new Error('no memory\\nleft')", 'a worker failed: no memory'],
  ])('that %s is reported in one line, with exit status 1', async (what, deed, expected) => {
    // Node loads this file first, in the workers too.
    const saboteur = join(folder, `${what}.cjs`);
    writeFileSync(saboteur, `if (!require('node:worker_threads').isMainThread) ${deed};\n`);
    const { code, stdout, stderr } = await simulate('--replicates 50', {
      NODE_OPTIONS: `--require ${saboteur}`,
    });
    expect([code, stdout, stderr]).toEqual([1, '', `simulate: ${expected}\n`]);
  });
});

describe('the workers of the command simulate', () => {
  it('are no more than processors, whatever is asked for', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'counted-'));
    const file = join(folder, 'count.cjs');
    const log = join(folder, 'log');
    // Node loads this file first, in the workers too.
    const note = `require('node:fs').appendFileSync(${JSON.stringify(log)}, '.')`;
    writeFileSync(file, `if (!require('node:worker_threads').isMainThread) ${note};\n`);
    const { code } = await simulate('--replicates 5000 --generations 2 --workers 256', {
      NODE_OPTIONS: `--require ${file}`,
    });
    expect(code).toBe(0);
    expect(readFileSync(log, 'utf8').length).toBeLessThanOrEqual(availableParallelism());
    rmSync(folder, { recursive: true });
  });
});

describe('the progress bar', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'bar-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const drawnOn = (isTTY: boolean) => {
    let text = '';
    const stream = { isTTY, write: (part: string) => (text += part) };
    const bar = progressBar(stream as unknown as WriteStream, '20 replicates');
    bar.show(0.5);
    // Too soon after the first to be drawn.
    bar.show(0.6);
    bar.clear();
    return text;
  };

  it('is drawn on a terminal and wiped away', () => {
    const half = `${'#'.repeat(15)}${'.'.repeat(15)}`;
    expect(drawnOn(true)).toBe(`\r[${half}]  50 % of 20 replicates\r\u001b[K`);
  });

  it('is wiped away, too, when a signal ends the command', async () => {
    const file = join(folder, 'bar.ts');
    writeFileSync(
      file,
      `import { progressBar } from ${JSON.stringify(join(ROOT, 'src/cli/progressBar.ts'))};
      const stream = { isTTY: true, write: (text: string) => process.stdout.write(text) };
      progressBar(stream as never, 'runs').show(0.5);
      process.kill(process.pid, 'SIGINT');
      setTimeout(() => undefined, 60_000);`,
    );
    const { stdout, stderr } = await run(process.execPath, [file]);
    expect(stdout.endsWith(' 50 % of runs\r\u001b[K')).toBe(true);
    expect(stderr).toBe('stopped by SIGINT');
  });

  it('is silent elsewhere', () => {
    expect(drawnOn(false)).toBe('');
  });
});
