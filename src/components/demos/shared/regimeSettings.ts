import '../../../lib/withRegimes.ts';
import type { EnsembleConfig } from '../../../lib/ensemble/types.ts';
import { regimes } from '../../../lib/regimes/index.ts';
import {
  parameterField,
  type ChoiceField,
  type Field,
  type NumberField,
  type Settings,
} from '../../../settings/fields.ts';
import type { Params, ParameterSpec, Regime } from '../../../lib/types.ts';
import { ensembleConfig, ensembleFields } from './ensembleSettings.ts';
import type { EnsembleDefaults } from './ensembleSettings.ts';
import { choice } from './runSettings.ts';

/** A menu of policies, made from the registry. */
export function regimeField(
  name: string,
  label: string,
  first: string,
  offered: readonly Regime[] = regimes.all,
): ChoiceField {
  return { ...choice(name, label, offered), default: first };
}

/**
 * The options of all regimes that the menus `menus` offer, each in use while a menu has a regime
 * that has it.
 */
export function optionFields(
  menus: readonly string[],
  offered: readonly Regime[] = regimes.all,
): Field[] {
  const specs = new Map<string, ParameterSpec>();
  // Where two regimes share an option, the first one's default is the one to open with.
  for (const spec of offered.flatMap(({ options }) => options)) {
    if (!specs.has(spec.name)) specs.set(spec.name, spec);
  }
  return [...specs.values()].map((spec) => ({
    ...parameterField(spec),
    when: {
      fields: menus,
      values: offered
        .filter(({ options }) => options.some(({ name }) => name === spec.name))
        .map(({ id }) => id),
    },
  }));
}

/** One option of a regime, always in use. */
export function optionField(
  { id, options }: Regime,
  name: string,
  overrides: Partial<NumberField> = {},
): NumberField {
  const spec = options.find((option) => option.name === name);
  if (!spec) throw new Error(`the regime ${id} has no option ${name}`);
  return parameterField(spec, overrides);
}

/** A regime and its options, as settings have them. */
export function regimeOf(
  id: string,
  settings: Settings,
): { regime: string; regimeOptions: Params } {
  const { options } = regimes.get(id);
  return {
    regime: id,
    regimeOptions: Object.fromEntries(
      options.map(({ name, default: usual }) => [name, Number(settings[name] ?? usual)]),
    ),
  };
}

/** The fields of many runs with policies: menus first, then their options, then the rest. */
export function policyFields(
  menus: readonly ChoiceField[],
  defaults: EnsembleDefaults,
  offered: readonly Regime[] = regimes.all,
): Field[] {
  const names = menus.map(({ name }) => name);
  return [...menus, ...optionFields(names, offered), ...ensembleFields(defaults)];
}

/** The ensemble under a policy. */
export const ensembleUnder = (id: string, settings: Settings): EnsembleConfig => ({
  ...ensembleConfig(settings),
  ...regimeOf(id, settings),
});
