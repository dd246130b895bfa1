import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../support/root.ts';

/** A line of code may be as long. */
const LONGEST = 100;

const COMMENT = /^\s*(\/\/|\/?\*)/;

it('no comment is wider than code may be', () => {
  const files = execFileSync(
    'git',
    ['ls-files', '-z', '*.ts', '*.mjs', '*.js', '*.astro', '*.css'],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  )
    .split('\0')
    .filter((file) => file && existsSync(join(ROOT, file)));
  expect(files.length).toBeGreaterThan(300);
  const long = files.flatMap((file) =>
    readFileSync(join(ROOT, file), 'utf8')
      .split('\n')
      .flatMap((line, i) =>
        COMMENT.test(line) && !line.includes('eslint-') && [...line].length > LONGEST
          ? [`${file}:${i + 1}`]
          : [],
      ),
  );
  expect(long).toEqual([]);
});
