// The menus below are made while this file loads: what they offer has to be there by then.
import '../../../lib/withLognormals.ts';
import '../../../lib/withRegimes.ts';
import { checkConfig, ConfigError } from '../../../lib/config.ts';
import { estimatorFor, estimatorsFor } from '../../../lib/estimators/index.ts';
import { families } from '../../../lib/families/index.ts';
import { regimes } from '../../../lib/regimes/index.ts';
import type { Family, RunConfig } from '../../../lib/types.ts';
import type { ChoiceField, Field, NumberField, Settings } from '../../../settings/fields.ts';
import { uncapitalised } from '../../charts/words.ts';
import { inName, ownFields } from './ownFields.ts';
import { choice } from './runSettings.ts';

/** Sides are told apart by a letter: before the names of their fields, and as their name. */
export const SIDES = ['a', 'b'] as const;
export type Side = (typeof SIDES)[number];
export const nameOfSide = (side: Side) => side.toUpperCase();

/** What both sides have alike. */
type Common = Pick<RunConfig, 'generations' | 'seed' | 'stream'>;

const offered = families.all.filter(({ id }) => estimatorsFor(id).length > 0);

const own = ownFields(
  {
    family: offered.map(({ id, parameters }) => ({
      id,
      specs: parameters.map((spec) => ({
        ...spec,
        label: `original ${uncapitalised(spec.label)}`,
      })),
    })),
    regime: regimes.all.map(({ id, options }) => ({ id, specs: options })),
  },
  ['family', 'estimator', 'regime', 'n'],
);

const n: NumberField = {
  kind: 'number',
  name: 'n',
  label: 'sample size',
  symbol: 'n',
  min: 2,
  max: 2_000,
  integer: true,
  scale: 'log',
  default: 100,
};

/** A family’s menu of estimators; the first family’s has the plain name. */
const estimatorName = ({ id }: Family) =>
  id === offered[0]!.id ? 'estimator' : `estimator${inName(id)}`;

const estimatorField = (family: Family): ChoiceField => ({
  ...choice(estimatorName(family), 'how it is estimated', estimatorsFor(family.id)),
  when: { fields: ['family'], values: [family.id] },
});

/** Every field of a side, from the registries: family, original, estimator, policy, sample size. */
const every: readonly Field[] = [
  choice('regime', 'what a generation is fitted to', regimes.all),
  ...own.fields.filter(({ when }) => when!.fields.includes('regime')),
  n,
  choice('family', 'family of the model', offered),
  ...offered.map(estimatorField),
  ...own.fields.filter(({ when }) => when!.fields.includes('family')),
];

/** The fields of one side, its letter before their names. */
export function sideFields(side: Side, defaults: Settings = {}): Field[] {
  return every.map((field): Field => {
    const { name, label, when } = field;
    const named = { name: side + name, label: `${nameOfSide(side)}: ${uncapitalised(label)}` };
    return {
      ...field,
      ...named,
      ...(when && { when: { ...when, fields: when.fields.map((menu) => side + menu) } }),
      ...(name in defaults && { default: defaults[name] }),
    } as Field;
  });
}

/** The run of one side. */
export function sideRun(side: Side, settings: Settings, common: Common): RunConfig {
  const its = Object.fromEntries(every.map(({ name }) => [name, settings[side + name]!]));
  const family = families.get(String(its.family));
  const regime = regimes.get(String(its.regime));
  return {
    family: family.id,
    truth: own.valuesOf('family', { id: family.id, specs: family.parameters }, its),
    estimator: String(its[estimatorName(family)]),
    regime: regime.id,
    regimeOptions: own.valuesOf('regime', { id: regime.id, specs: regime.options }, its),
    n: Number(its.n),
    ...common,
  };
}

/** Why a run cannot be made; null if it can. */
function problemOf(config: RunConfig): string | null {
  try {
    checkConfig(config);
    return null;
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}

/** An estimator that cannot serve a policy has the first one that it can serve. */
export function repairSide(side: Side, settings: Settings, common: Common) {
  const problem = problemOf(sideRun(side, settings, common));
  if (!problem) return { settings, notes: [] };
  const { family, estimator, regime } = sideRun(side, settings, common);
  const repaired = regimes.all
    .map(({ id }) => ({ ...settings, [`${side}regime`]: id }))
    .find((other) => !problemOf(sideRun(side, other, common)));
  if (!repaired) throw new Error(problem);
  const [asked, used] = [regime, sideRun(side, repaired, common).regime].map(
    (id) => regimes.get(id).label,
  );
  const fit = estimatorFor(family, estimator).label;
  return {
    settings: repaired,
    notes: [
      `${nameOfSide(side)}: “${asked}” and “${fit}” do not go together (${problem}), so “${used}” is used.`,
    ],
  };
}
