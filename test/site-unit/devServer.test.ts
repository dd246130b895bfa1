import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plainEnvironment } from '../support/build.ts';
import { CACHE, ROOT } from '../support/root.ts';

/** A copy, so that no source is newer afterwards. It finds the packages in the folder above. */
const COPY = join(CACHE, `dev-${process.pid}`);

/** The server takes seconds, on a busy machine minutes. */
const PATIENCE = 600_000;

/** A file of each registry that pages know of. */
const FILES = [
  'sources/twoHumps',
  'families/exponential',
  'estimators/exponential/mean',
  'estimators/unbiasedLog',
  'regimes/accumulate',
  'laws/exponentialMean',
  'definitions/spreadDies',
  'decodings/topK',
  'shortcuts/normalReplace',
].map((name) => join(COPY, 'src', 'lib', `${name}.ts`));

let server: ChildProcess | undefined;
/** The lab, whose menus have every entry. */
let lab = '';

const page = async () => {
  const answer = await fetch(lab);
  return { status: answer.status, text: await answer.text() };
};

const save = (file: string, change: (text: string) => string) =>
  writeFileSync(file, change(readFileSync(file, 'utf8')));

beforeAll(async () => {
  rmSync(COPY, { recursive: true, force: true });
  for (const name of ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
    cpSync(join(ROOT, name), join(COPY, name), { recursive: true });
  const astro = join(ROOT, 'node_modules', 'astro', 'bin', 'astro.mjs');
  const started = spawn(process.execPath, [astro, 'dev'], {
    cwd: COPY,
    env: { ...plainEnvironment(), ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  server = started;
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    started.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const found = /http:\/\/localhost\S+/.exec(said);
      if (found) resolve(found[0]);
    });
    started.on('close', () => reject(new Error(`the server did not start:\n${said}`)));
  });
  lab = new URL('embed/compare/', url).href;
}, PATIENCE);

afterAll(() => {
  server?.kill();
  rmSync(COPY, { recursive: true, force: true });
});

it(
  'answers after a file of each registry was saved, and has what is new in one',
  async () => {
    const before = await page();
    expect(before.status, before.text).toBe(200);
    expect(before.text).not.toContain('A camel');
    for (const file of FILES) save(file, (text) => `${text}\n`);
    save(FILES[0]!, (text) => text.replaceAll('Two humps', 'A camel'));
    const after = async () => {
      const { status, text } = await page();
      return { status, isNew: text.includes('A camel') };
    };
    await expect
      .poll(after, { timeout: 60_000, interval: 1_000 })
      .toEqual({ status: 200, isNew: true });
  },
  PATIENCE,
);
