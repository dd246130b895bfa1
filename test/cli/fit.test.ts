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

  it('takes a name in the first line for a heading, and says so', async () => {
    for (const heading of ['sales price (EUR)']) {
      const { code, stdout, stderr } = await fitText(`${heading}\n1\n2\n3\n`, '--json');
      expect(code).toBe(0);
      expect(stderr).toBe(`fit: line 1 is taken for a heading: ${heading.replaceAll('"', '')}\n`);
      expect(JSON.parse(stdout)).toMatchObject({ ok: true, n: 3 });
    }
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
