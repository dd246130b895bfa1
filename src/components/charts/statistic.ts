import { checkConfig, type CheckedConfig } from '../../lib/config.ts';
import { columnOf } from '../../lib/ensemble/pick.ts';
import { families } from '../../lib/families/index.ts';
import type { RunResult } from '../../lib/jobs/run.ts';
import { originalStatistic } from '../../lib/original.ts';
import { statisticsOf } from '../../lib/statistics.ts';
import type { Role, RunConfig, Statistic } from '../../lib/types.ts';

/** Anything that was run: one run, an ensemble. */
export interface Ran {
  readonly config: Omit<RunConfig, 'replicate'>;
}

/** The same, as far as its family goes. */
interface OfFamily {
  readonly config: Pick<RunConfig, 'family'>;
}

const checkedConfigs = new WeakMap<Ran['config'], CheckedConfig>();

/** What the settings name: checked once, as pictures ask at every drawing. */
export function checkedOf(config: Ran['config']): CheckedConfig {
  const checked = checkedConfigs.get(config) ?? checkConfig(config);
  checkedConfigs.set(config, checked);
  return checked;
}

/**
 * The first statistic of the family with a role: of a normal its mean, or its standard deviation.
 * Throws an Error where there is none.
 */
export function statisticFor({ config }: OfFamily, role: Role): Statistic {
  const { id, statistics } = families.get(config.family);
  const found = statistics.find((one) => one.role === role);
  if (!found) throw new Error(`no statistic of ${id} is its ${role}`);
  return found;
}

/** The statistic of the family with a name. Throws an Error where there is none. */
export function statisticNamed({ config }: OfFamily, name: string): Statistic {
  const [found] = statisticsOf(families.get(config.family), [name]);
  if (!found) throw new Error(`no statistic of ${config.family} is called ${name}`);
  return found;
}

/** A statistic of the original. */
export const ofOriginal = ({ config }: Ran, { name }: Pick<Statistic, 'name'>): number =>
  originalStatistic(checkedOf(config), name);

/** What the original has for a role. */
export const originally = (ran: Ran, role: Role): number =>
  ofOriginal(ran, statisticFor(ran, role));

/** What the models of one run have for a role, by generation. */
export const fittedOf = (run: Pick<RunResult, 'config' | 'fitted'>, role: Role): Float64Array =>
  columnOf(run.fitted, statisticFor(run, role).name);
