import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, closeSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/root.ts';

const script = (name: string) => join(ROOT, `src/cli/${name}.ts`);

describe.runIf(existsSync('/dev/full'))('output that cannot be written', () => {
  it.each([
    ['simulate', ['--generations', '500']],
    ['simulate', ['--generations', '5', '--json']],
    ['simulate', ['--replicates', '9', '--generations', '5']],
    ['simulate', ['--help']],
    ['fit', ['-']],
    ['fit', ['--json', '-']],
    ['fit', ['--help']],
  ])('is one line on stderr and exit status 1: %s %j', (name, args) => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [script(name), ...args], {
      input: '1\n2\n3\n',
      stdio: ['pipe', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    expect([status, stderr]).toEqual([1, `${name}: cannot write the output: ENOSPC\n`]);
  });

  it('is no success on stderr either', () => {
    const full = openSync('/dev/full', 'w');
    const { status } = spawnSync(process.execPath, [script('fit'), '-'], {
      input: 'heading\n1\n2\n3\n',
      stdio: ['pipe', 'ignore', full],
    });
    closeSync(full);
    expect(status).toBe(1);
  });

  it('is told of a file that took a part of it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'limit-'));
    const file = join(folder, 'runs.csv');
    // ulimit counts in blocks of 512 or 1,024 bytes.
    // All is written at once, so that no later write can fail for this one.
    const command = `ulimit -f 1; "${process.execPath}" "${script('simulate')}" --generations 60 > "${file}"`;
    const { status, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([1, 'simulate: cannot write the output: EFBIG\n']);
    expect(statSync(file).size).toBeLessThanOrEqual(1024);
    rmSync(folder, { recursive: true });
  });
});
