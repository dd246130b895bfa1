import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, ROOT } from './root.ts';
import { run } from './run.ts';

/** A name that no checkout has: what the tests see proves that a fork needs no edit. */
const FORK = 'example/collapse-fork';

const SOURCES = ['src', 'public', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json'];

function newestSource(): number {
  const times = SOURCES.map((source) => join(ROOT, source))
    .filter((path) => existsSync(path))
    .flatMap((path) =>
      statSync(path).isDirectory()
        ? readdirSync(path, { recursive: true, encoding: 'utf8' }).map((file) => join(path, file))
        : [path],
    )
    .map((path) => statSync(path).mtimeMs);
  return Math.max(...times);
}

/** The environment of a shell: Vitest's own variables would make it a test build. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const env = { ...process.env };
  for (const name of Object.keys(env)) {
    if (name === 'NODE_ENV' || name.startsWith('VITEST') || name.startsWith('VITE_'))
      delete env[name];
  }
  for (const name of ['TEST', 'MODE', 'DEV', 'PROD', 'SSR', 'BASE_URL', 'SITE', 'BASE'])
    delete env[name];
  return env;
}

/** Builds the site into `folder` as the GitHub repository `repository` would. */
async function build(folder: string, repository: string): Promise<void> {
  const astro = join(ROOT, 'node_modules', 'astro', 'bin', 'astro.mjs');
  const { code, stdout, stderr } = await run(
    process.execPath,
    [astro, 'build', '--outDir', folder],
    {
      cwd: ROOT,
      // A slow machine takes its time.
      timeout: 900_000,
      env: {
        ...plainEnvironment(),
        GITHUB_REPOSITORY: repository,
        GITHUB_REPOSITORY_OWNER: repository.split('/')[0],
        ASTRO_TELEMETRY_DISABLED: '1',
      },
    },
  );
  if (code !== 0) throw new Error(`the site does not build:\n${stdout}\n${stderr}`);
}

/**
 * Builds the site for the tests and returns where, in a folder of this process, so that two runs do
 * not disturb each other. With COLLAPSE_REUSE_BUILD=1 one folder is kept, and built anew only when
 * a source is newer.
 */
export async function buildForTests(): Promise<string> {
  if (process.env['COLLAPSE_REUSE_BUILD'] === '1') {
    const folder = join(CACHE, 'site');
    const stamp = join(folder, '.built');
    const started = Date.now();
    if (!existsSync(stamp) || statSync(stamp).mtimeMs < newestSource()) {
      rmSync(folder, { recursive: true, force: true });
      await build(folder, FORK);
      writeFileSync(stamp, `${started}\n`);
    }
    return folder;
  }
  const folder = join(CACHE, `site-${process.pid}`);
  // Several Vitest projects of one run ask for it: the first builds, all share, the process's end
  // removes.
  const shared = globalThis as { collapseBuild?: Promise<void> };
  shared.collapseBuild ??= (async () => {
    rmSync(folder, { recursive: true, force: true });
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    await build(folder, FORK);
  })();
  await shared.collapseBuild;
  return folder;
}
