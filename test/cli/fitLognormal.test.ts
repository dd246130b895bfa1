import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lognormal3StandardErrors } from '../../src/lib/theory/lognormal3Information.ts';
import { lognormalReference, samples } from '../reference/lognormalValues.ts';
import { ROOT } from '../support/root.ts';
import { run } from '../support/run.ts';

const SCRIPT = join(ROOT, 'src/cli/fit.ts');
const fitText = (values: readonly number[], ...args: string[]) =>
  run(process.execPath, [SCRIPT, ...args, '-'], { input: values.join('\n') });
const LOGNORMAL3 = ['--family', 'lognormal3', '--estimator', 'mle'];

describe('the command fit, for the lognormal families', () => {
  it('prints the parameters, the log-likelihood of R and the standard errors', async () => {
    const { code, stdout, stderr } = await fitText(samples.envstats, ...LOGNORMAL3, '--json');
    expect([code, stderr]).toEqual([0, '']);
    const { params, logLikelihood, standardErrors, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({ ok: true, family: 'lognormal3', estimator: 'mle', n: 20 });
    const { logLikelihood: wanted, ...fitted } = lognormalReference('fits')[0]!;
    expect(Object.keys(params)).toEqual(['threshold', 'meanlog', 'sdlog']);
    for (const [name, value] of Object.entries(fitted)) {
      expect(params[name]).toBeCloseTo(value, 9);
    }
    expect(logLikelihood).toBeCloseTo(wanted!, 11);
    expect(standardErrors).toEqual(lognormal3StandardErrors(params, 20));
  });

  it('leaves out standard errors where the estimator’s law is not known', async () => {
    const args = ['--family', 'lognormal3', '--estimator', 'royston', '--json'];
    const { code, stdout } = await fitText(samples.envstats, ...args);
    expect(code).toBe(0);
    const answer = JSON.parse(stdout);
    expect(answer.logLikelihood).toBeLessThan(-45.8);
    expect(answer).not.toHaveProperty('standardErrors');
  });

  it('says in words why there is no fit, with the normal limit, and exit status 0', async () => {
    const { code, stdout, stderr } = await fitText([1, 6, 7, 7, 4], ...LOGNORMAL3, '--json');
    expect([code, stderr]).toEqual([0, '']);
    const { message, normalLimit, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({
      ok: false,
      reason: 'not-right-skewed',
      family: 'lognormal3',
      estimator: 'mle',
      n: 5,
    });
    expect(message).toMatch(/^The values are not skewed to the right, .*\.$/);
    expect(normalLimit.mu).toBe(5);
    expect(normalLimit.sigma).toBeCloseTo(Math.sqrt(26 / 5), 14);
  });

  it('has no normal limit where there is no spread to speak of', async () => {
    const { code, stdout } = await fitText([1, 2], ...LOGNORMAL3, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      reason: 'too-few-values',
      message: 'There are too few values for this fit.',
      family: 'lognormal3',
      estimator: 'mle',
      n: 2,
    });
  });

  it('prints CSV with a column a parameter, empty where there is no fit', async () => {
    const head = 'n,threshold,meanlog,sdlog,ok,reason\n';
    const failed = await fitText([1, 6, 7, 7, 4], ...LOGNORMAL3);
    expect(failed).toEqual({ code: 0, stdout: `${head}5,,,,false,not-right-skewed\n`, stderr: '' });
    const { stdout } = await fitText(samples.auto, ...LOGNORMAL3);
    expect(stdout).toMatch(
      /^n,threshold.*\n74,5\.80464115\d*,2\.67447072\d*,0\.36411329\d*,true,\n$/,
    );
  });

  it('fits the lognormal without a threshold, and refuses a value that is not positive', async () => {
    const args = ['--family', 'lognormal', '--estimator', 'mle', '--json'];
    const fitted = JSON.parse((await fitText([1, 4, 16], ...args)).stdout);
    expect(fitted.params.meanlog).toBeCloseTo(2 * Math.LN2, 14);
    expect(fitted.params.sdlog).toBeCloseTo(2 * Math.LN2 * Math.sqrt(2 / 3), 14);
    const { code, stdout } = await fitText([1, 0, 16], ...args);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, reason: 'not-positive', n: 3 });
  });

  it('lists both families with their estimators in its help', async () => {
    const { stdout } = await run(process.execPath, [SCRIPT, '--help']);
    expect(stdout).toContain('lognormal: ');
    expect(stdout).toMatch(/lognormal3: mle \(or .*zero-skewness, .*royston/);
  });
});
