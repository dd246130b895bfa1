import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/root.ts';
import { run } from '../support/run.ts';

const SCRIPT = join(ROOT, 'src/cli/fit.ts');
const folder = mkdtempSync(join(tmpdir(), 'fit-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fitText = (input: string, ...args: string[]) =>
  run(process.execPath, [SCRIPT, ...args, '-'], { input });

describe('the command fit', () => {
  it('prints the fit of a column of numbers in a file', async () => {
    const file = join(folder, 'data.csv');
    writeFileSync(file, '2\n4\n4\n4\n5\n5\n7\n9\n');
    const args = ['--family', 'normal', '--estimator', 'mle', '--json', file];
    const { code, stdout, stderr } = await run(process.execPath, [SCRIPT, ...args]);
    expect([code, stderr]).toEqual([0, '']);
    const { params, logLikelihood, standardErrors, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({ ok: true, family: 'normal', estimator: 'maximum-likelihood', n: 8 });
    expect(params.mu).toBe(5);
    expect(params.sigma).toBeCloseTo(2, 14);
    // At the maximum: -n (log(2 pi sigma^2) + 1) / 2.
    expect(logLikelihood).toBeCloseTo(-4 * (Math.log(8 * Math.PI) + 1), 12);
    expect(standardErrors.mu).toBeCloseTo(2 / Math.sqrt(8), 14);
    expect(standardErrors.sigma).toBeCloseTo(0.5, 14);
  });

  it('sets the options of an estimator that has some, and refuses those that it has not', async () => {
    const set = (...args: string[]) => fitText('2\n4\n4\n4\n5\n5\n7\n9\n', '--json', ...args);
    const prior = ['--estimator', 'prior', '--estimator-option'];
    const { stdout } = await set(...prior, 'strength=3,tau=2');
    const { params, ...rest } = JSON.parse(stdout);
    expect(rest).toMatchObject({ estimator: 'prior', estimatorOptions: { strength: 3, tau: 2 } });
    // (32 + 3 · 4) / (7 + 3).
    expect(params.sigma).toBeCloseTo(Math.sqrt(4.4), 14);
    const usual = JSON.parse((await set('--estimator', 'prior')).stdout);
    expect(usual.estimatorOptions).toEqual({ strength: 10, tau: 30 });
    for (const [args, message] of [
      [[...prior, 'tau=0'], 'fit: tau must be greater than 0, got 0\n'],
      [[...prior, 'nu=1'], 'fit: unknown parameter of prior: nu (known: strength, tau)\n'],
      [
        ['--estimator-option', 'tau=1'],
        'fit: unknown parameter of unbiased-variance: tau (known: none)\n',
      ],
    ] as const)
      expect(await set(...args)).toMatchObject({ code: 2, stdout: '', stderr: message });
  });

  it('prints CSV without --json, and reads - as standard input', async () => {
    expect(await fitText('1\n2\n3\n')).toEqual({
      code: 0,
      stdout: 'n,mu,sigma,ok,reason\n3,2,1,true,\n',
      stderr: '',
    });
    const failed = await fitText('1\n');
    expect(failed).toMatchObject({
      code: 0,
      stdout: 'n,mu,sigma,ok,reason\n1,,,false,too-few-values\n',
    });
  });

  it('says on stderr what it decided: a heading, decimal commas, a column', async () => {
    const input = 'id;price (EUR)\n1;1,5\n2;2,5\n3;3\n';
    const { code, stdout, stderr } = await fitText(input, '--column', '2', '--json');
    expect(code).toBe(0);
    expect(stderr.split('\n')).toEqual([
      'fit: The first line, “id;price (EUR)”, is taken as a heading.',
      'fit: Of 2 columns only column 2, “price (EUR)”, is read. The first only counts the lines.',
      'fit: Commas are read as decimal commas: 1,5 is 1.5.',
      '',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, n: 3, params: { mu: 7 / 3 } });
  });

  it('reads UTF-16 with its mark, as PowerShell writes it, and refuses what is no text', async () => {
    const file = join(folder, 'data.txt');
    writeFileSync(file, Buffer.from('\uFEFFgröße\r\n1\r\n2\r\n3\r\n', 'utf16le'));
    const { code, stdout } = await run(process.execPath, [SCRIPT, file]);
    expect([code, stdout]).toEqual([0, 'n,mu,sigma,ok,reason\n3,2,1,true,\n']);
    writeFileSync(file, Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 10));
    const refused = await run(process.execPath, [SCRIPT, file]);
    expect(refused).toEqual({
      code: 2,
      stdout: '',
      stderr: `fit: cannot read ${file}: not a text file\n`,
    });
  });

  it('hands on nothing that steers a terminal', async () => {
    const { code, stderr } = await fitText('1\n2\nx\u001b[31m\u202e\u009b\n');
    expect([code, stderr]).toEqual([2, 'fit: line 3: not a number: x�[31m��\n']);
  });

  it('says why there is no log-likelihood where a value lies below the fitted threshold', async () => {
    const args = ['--family', 'lognormal3', '--estimator', 'moments', '--json'];
    const { code, stdout } = await fitText(`1\n${'10\n11\n12\n'.repeat(13)}60\n`, ...args);
    expect(code).toBe(0);
    const answer = JSON.parse(stdout);
    expect(answer.params.threshold).toBeGreaterThan(1);
    expect(answer).not.toHaveProperty('logLikelihood');
    expect(answer.noLogLikelihood).toMatch(/^A value lies .*\.$/);
  });

  it.each([
    ['', 'too-few-values'],
    ['7\n7\n7\n', 'all-equal'],
    ['1\nNaN\n3\n', 'not-finite'],
  ])('gives a reason in words, and exit status 0, for %j', async (input, reason) => {
    const { code, stdout, stderr } = await fitText(input, '--json');
    expect([code, stderr]).toEqual([0, '']);
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({ ok: false, reason, family: 'normal' });
    expect(answer.message).toMatch(/^[A-Z].*\.$/);
  });

  it('names the line and the cell that it cannot read, with exit status 2', async () => {
    const { code, stdout, stderr } = await fitText('1\n2\nthree\n4\n', '--json');
    expect([code, stdout, stderr]).toEqual([2, '', 'fit: line 3: not a number: three\n']);
  });

  it.each([
    [[], 'missing file: name one, or - for standard input'],
    [['no-such-file.csv'], 'cannot read no-such-file.csv: no such file'],
    [['.'], 'cannot read .: a directory'],
    [['-', 'more'], 'unexpected argument: more'],
    [['--estimator', 'median', '-'], 'unknown normal estimator: median (known: '],
  ])('refuses %j in one line on stderr, with exit status 2', async (args, expected) => {
    const { code, stdout, stderr } = await run(process.execPath, [SCRIPT, ...args], {
      cwd: folder,
    });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`fit: ${expected}`);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('lists in its help the families and their estimators', async () => {
    const { code, stdout } = await run(process.execPath, [SCRIPT, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('normal: unbiased-variance, maximum-likelihood (or mle), ');
  });

  it('keeps a tiny spread beside a large mean', async () => {
    const { stdout } = await fitText('10000000.2\n10000000.1\n10000000.3\n', '--json');
    const { mu, sigma } = JSON.parse(stdout).params;
    expect(mu).toBe(10000000.2);
    // The decimals are rounded to doubles 1.9e-9 apart when they are read.
    expect(Math.abs(sigma - 0.1)).toBeLessThan(2e-9);
  });
});
