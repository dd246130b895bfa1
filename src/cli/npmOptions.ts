import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Option } from './options.ts';
import { UsageError } from './usage.ts';

/** Where that shell is, a bare -- does not reach npm. */
const IN_POWERSHELL = process.platform === 'win32' ? " (in PowerShell: '--')" : '';

type Environment = Readonly<Record<string, string | undefined>>;

/** What npm leaves in the environment of an option that it took, cut short ones too. */
const TAKEN = /^npm_config_(\w+)$/i;

/**
 * Throws a UsageError if npm took options of the command `name` for its own, which it does with all
 * that do not stand behind `--`. Without them the command would do something else than was asked
 * for. What a file of npm's own settings says, such as `json = true`, is not meant for the command.
 */
export function refuseTakenByNpm(
  name: string,
  options: readonly Option[],
  env: Environment = process.env,
): void {
  if (env['npm_lifecycle_event'] !== name) return;
  for (const key of Object.keys(env)) {
    const taken = TAKEN.exec(key)?.[1]?.replaceAll('_', '-').toLowerCase();
    if (!taken || !options.some((option) => option.name.startsWith(taken))) continue;
    if (settingsOf(env).some((text) => new RegExp(`^\\s*${taken}\\s*(=|$)`, 'm').test(text)))
      continue;
    throw new UsageError(
      `npm took --${taken} for itself: put -- before the options, as in npm run --silent ${name} -- --${taken} …${IN_POWERSHELL}`,
    );
  }
}

/** The texts of npm's settings: the user's, the machine's, the project's. */
function settingsOf(env: Environment): string[] {
  const prefix = env['npm_config_local_prefix'];
  return [
    env['npm_config_userconfig'],
    env['npm_config_globalconfig'],
    prefix && join(prefix, '.npmrc'),
  ].flatMap((file) => {
    try {
      return file ? [readFileSync(file, 'utf8')] : [];
    } catch {
      return [];
    }
  });
}
