import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { refuseTakenByNpm } from '../../src/cli/npmOptions.ts';
import { OPTIONS } from '../../src/cli/simulateHelp.ts';
import { UsageError } from '../../src/cli/usage.ts';
import { ROOT } from '../support/root.ts';
import { run } from '../support/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'npm-'));
const data = join(folder, 'data.txt');
writeFileSync(data, '1\n2\n4\n');
afterAll(() => rmSync(folder, { recursive: true }));

/** As a reader's shell has it: what this test's own npm says of itself is taken away. */
const clean = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)),
);
const npm = (command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  run('npm', ['run', '--silent', command, ...args], { cwd: ROOT, env: { ...clean, ...env } });

// On Windows npm is no program but a script of the shell.
const runsNpm = process.platform !== 'win32';

describe('an option that npm took for itself', () => {
  it.runIf(runsNpm).each([
    ['fit', ['--family=lognormal3', '--estimator=mle', data], '--family'],
    ['fit', ['--json', data], '--json'],
    ['fit', ['--estim=mle', data], '--estim'],
    ['simulate', ['--regime=fresh-real'], '--regime'],
    ['simulate', ['--no-seed'], '--seed'],
    ['simulate', ['--regime-option=share=0.1', '--', '--regime', 'fresh-real'], '--regime-option'],
  ])('stops the command with status 2 and a hint: %s %j', async (name, args, option) => {
    const { code, stdout, stderr } = await npm(name, args);
    expect(code).toBe(2);
    // With --json npm has something to say itself.
    expect(stdout).not.toMatch(/mu|sigma/);
    expect(stderr).toBe(
      `${name}: npm took ${option} for itself: put -- before the options, as in npm run --silent ${name} -- ${option} …\n`,
    );
  });

  it.runIf(runsNpm)('leaves its value behind, which is refused with a hint', async () => {
    const { code, stderr } = await npm('simulate', ['--n', '5']);
    expect([code, stderr]).toEqual([
      2,
      'simulate: unexpected argument: 5 (with npm, options stand behind --)\n',
    ]);
  });

  it.runIf(runsNpm)('is not one that stands behind --, nor one of npm’s own settings', async () => {
    const settings = join(folder, 'npmrc');
    writeFileSync(settings, 'fund = false\njson = true\n');
    const { code, stdout, stderr } = await npm('fit', ['--', '--estimator', 'mle', data], {
      npm_config_userconfig: settings,
    });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^n,mu,sigma/);
  });

  it('is known by every name, and only where npm runs this very command', () => {
    for (const { name } of OPTIONS) {
      const env = {
        npm_lifecycle_event: 'simulate',
        [`npm_config_${name.replaceAll('-', '_')}`]: 'true',
      };
      expect(() => refuseTakenByNpm('simulate', OPTIONS, env), name).toThrow(UsageError);
      expect(() => refuseTakenByNpm('simulate', OPTIONS, env)).toThrow(`npm took --${name} `);
      const other = { ...env, npm_lifecycle_event: 'test' };
      expect(() => refuseTakenByNpm('simulate', OPTIONS, other)).not.toThrow();
    }
  });
});
