// The menus below are made while this file loads: what they offer has to be there by then.
import '../../../lib/withLognormals.ts';
import '../../../lib/withModels.ts';
import '../../../lib/withWords.ts';
import '../../../lib/withRegimes.ts';
import { checkConfig, ConfigError } from '../../../lib/config.ts';
import { decodings } from '../../../lib/decodings/index.ts';
import { entryAt } from '../../../lib/entryAt.ts';
import { estimatorFor, estimatorsFor } from '../../../lib/estimators/index.ts';
import { families } from '../../../lib/families/index.ts';
import { regimes } from '../../../lib/regimes/index.ts';
import { sources } from '../../../lib/sources/index.ts';
import { sameData } from '../../../lib/sameData.ts';
import type { Family, Given, RunConfig, Source } from '../../../lib/types.ts';
import {
  settingOf,
  type ChoiceField,
  type Field,
  type NumberField,
  type Settings,
  type When,
} from '../../../settings/fields.ts';
import { uncapitalised } from '../../charts/words.ts';
import { missing, OWN, passageField } from './given.ts';
import { inName, ownFields } from './ownFields.ts';
import { choice } from './runSettings.ts';

/** Sides are told apart by a letter: before the names of their fields, and as their name. */
export const SIDES = ['a', 'b'] as const;
export type Side = (typeof SIDES)[number];
export const nameOfSide = (side: Side) => side.toUpperCase();

/** What both sides have alike. */
type Common = Pick<RunConfig, 'generations' | 'seed' | 'stream'>;

const offered = families.all.filter(({ id }) => estimatorsFor(id).length > 0);

const offeredSources = sources.all;

/** The family itself as where real data come from. */
const ITSELF = 'family';

/** A family’s menu of estimators; the first family’s has the plain name. */
const estimatorName = ({ id }: Family) =>
  id === entryAt(offered, 0).id ? 'estimator' : `estimator${inName(id)}`;

const estimatorOwners = (family: Family) =>
  estimatorsFor(family.id).map(({ id, options = [] }) => ({ id, specs: options }));

const own = ownFields(
  {
    family: offered.map(({ id, parameters }) => ({
      id,
      specs: parameters.map((spec) => ({
        ...spec,
        label: `original ${uncapitalised(spec.label)}`,
      })),
    })),
    source: offeredSources.map(({ id, options }) => ({ id, specs: options })),
    regime: regimes.all.map(({ id, options }) => ({ id, specs: options })),
    decoding: decodings.all.map(({ id, options }) => ({ id, specs: options })),
    ...Object.fromEntries(
      offered.map((family) => [estimatorName(family), estimatorOwners(family)]),
    ),
  },
  ['family', 'source', 'regime', 'decoding', 'n', ...offered.map(estimatorName)],
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

const ofFamily = ({ id }: Family): When => ({ fields: ['family'], values: [id] });

const estimatorField = (family: Family): ChoiceField => ({
  ...choice(estimatorName(family), 'how it is estimated', estimatorsFor(family.id)),
  when: ofFamily(family),
});

/** A family’s own parameters mean something where real data come from it. */
const OF_ITSELF: When = { fields: ['source'], values: [ITSELF] };

/** The families that can be fitted to what some sources give. */
function besideSources({ values }: When): When {
  const kinds = offeredSources.filter(({ id }) => values.includes(id)).map(({ kind }) => kind);
  return {
    fields: ['family'],
    values: offered.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id),
  };
}

const sourceField: ChoiceField = {
  kind: 'choice',
  name: 'source',
  label: 'where real data come from',
  options: [
    { value: ITSELF, label: 'The family itself' },
    ...offeredSources.map(({ id, label }) => ({ value: id, label })),
  ],
  default: ITSELF,
};

/** A type is drawn as likely as the model has it. */
const AS_IT_IS = 'plain';

/** Families of types pick the next one in more ways than one. */
const OF_TYPES: When = {
  fields: ['family'],
  values: offered.filter(({ kind }) => kind === 'categories').map(({ id }) => id),
};

const decodingField: ChoiceField = {
  kind: 'choice',
  name: 'decoding',
  label: 'how the next type is picked',
  options: [
    { value: AS_IT_IS, label: 'As the model has it' },
    ...decodings.all.map(({ id, label }) => ({ value: id, label })),
  ],
  default: AS_IT_IS,
  when: OF_TYPES,
};

const KINDS_OF_OWN = [...new Set(offeredSources.flatMap(({ takes }) => takes ?? []))];

/** Where the reader brings what sources take. */
function givenField(takes: keyof Given): Field {
  const when = {
    fields: ['source'],
    values: offeredSources.filter((source) => source.takes === takes).map(({ id }) => id),
  };
  return passageField(takes, { name: takes, when: { ...when, and: besideSources(when) } });
}

/** The numbers that entries of a menu ask for; `and` says when else they mean something. */
const ownOf = (menu: string, and?: (when: When) => When): Field[] =>
  own.fields
    .filter(({ when }) => when.fields.includes(menu))
    .map((field) => (and ? { ...field, when: { ...field.when, and: and(field.when) } } : field));

/**
 * Every field of a side, from the registries: family, original, source, estimator, policy, sample
 * size, decoding.
 */
const every: readonly Field[] = [
  choice('regime', 'what a generation is fitted to', regimes.all),
  ...ownOf('regime'),
  n,
  choice('family', 'family of the model', offered),
  ...offered
    .filter(({ id }) => estimatorsFor(id).length > 1)
    .flatMap((family) => [
      estimatorField(family),
      ...ownOf(estimatorName(family), () => ofFamily(family)),
    ]),
  ...ownOf('family', () => OF_ITSELF),
  sourceField,
  ...ownOf('source', besideSources),
  ...KINDS_OF_OWN.map(givenField),
  decodingField,
  ...ownOf('decoding', () => OF_TYPES),
];

/** The fields of one side, its letter before their names. */
export function sideFields(side: Side, defaults: Settings = {}): Field[] {
  return every.map((field): Field => {
    const { name, label, when } = field;
    const named = { name: side + name, label: `${nameOfSide(side)}: ${uncapitalised(label)}` };
    return {
      ...field,
      ...named,
      ...(when && { when: ofSide(side, when) }),
      ...(name in defaults && { default: defaults[name] }),
    } as Field;
  });
}

const ofSide = (side: Side, { fields, values, and }: When): When => ({
  fields: fields.map((menu) => side + menu),
  values,
  ...(and && { and: ofSide(side, and) }),
});

/** The run of one side. */
export function sideRun(side: Side, settings: Settings, common: Common): RunConfig {
  const its = Object.fromEntries(every.map(({ name }) => [name, settingOf(settings, side + name)]));
  const family = families.get(String(its.family));
  const regime = regimes.get(String(its.regime));
  const chosen = offeredSources.find(({ id }) => id === its.source);
  const given = chosen && givenFor(chosen, its);
  // As long as there is too little of it, real data come from the family itself.
  const source = given ? chosen : undefined;
  const decoding =
    family.kind === 'categories' ? decodings.all.find(({ id }) => id === its.decoding) : undefined;
  const menu = estimatorName(family);
  const estimator = String(its[menu] ?? entryAt(estimatorsFor(family.id), 0).id);
  const { options: specs } = estimatorFor(family.id, estimator);
  return {
    family: family.id,
    ...(source && { source: source.id, ...given }),
    truth: source
      ? own.valuesOf('source', { id: source.id, specs: source.options }, its)
      : own.valuesOf('family', { id: family.id, specs: family.parameters }, its),
    estimator,
    ...(specs && { estimatorOptions: own.valuesOf(menu, { id: estimator, specs }, its) }),
    regime: regime.id,
    regimeOptions: own.valuesOf('regime', { id: regime.id, specs: regime.options }, its),
    ...(decoding && {
      decoding: decoding.id,
      decodingOptions: own.valuesOf('decoding', { id: decoding.id, specs: decoding.options }, its),
    }),
    n: Number(its.n),
    ...common,
  };
}

/** What a source takes, out of the settings; null where there is too little. */
const givenFor = ({ takes }: Source, its: Settings): Given | null =>
  takes ? OWN[takes].read(String(its[takes])) : {};

/** Why settings cannot be had; null if they can. */
function problemIn(open: () => unknown): string | null {
  try {
    open();
    return null;
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}

/** True where the options of a run’s source, each of them legal, are no distribution together. */
const refusesItself = ({ source, truth, column, text }: RunConfig) =>
  source !== undefined &&
  problemIn(() => sources.get(source).open(truth, { column, text })) !== null;

/** What gives way where a run cannot be had, and beside what: first the source, then the policy. */
const WAYS: readonly Way[] = [
  {
    field: 'source',
    values: [ITSELF],
    beside: ({ family }) => families.get(family).label,
  },
  {
    field: 'regime',
    values: regimes.all.map(({ id }) => id),
    beside: ({ family, estimator }) => estimatorFor(family, estimator).label,
  },
];

interface Way {
  readonly field: string;
  readonly values: readonly string[];
  readonly beside: (run: RunConfig) => string;
}

/** What cannot be run together gives way to what can, with a note that says why. */
export function repairSide(side: Side, settings: Settings, common: Common) {
  const notes: string[] = [];
  let mended = settings;
  const takes = offeredSources.find(({ id }) => id === settings[`${side}source`])?.takes;
  if (takes) {
    const text = String(settings[side + takes]);
    if (!OWN[takes].read(text))
      notes.push(`${nameOfSide(side)}: ${uncapitalised(missing(OWN[takes], text))}`);
  }
  const problemWith = (tried: Settings) =>
    problemIn(() => checkConfig(sideRun(side, tried, common)));
  for (const { field, values, beside } of WAYS) {
    const problem = problemWith(mended);
    if (!problem) break;
    const name = side + field;
    const tried = values.map((value) => ({ ...mended, [name]: value }));
    const better = tried.find((one) => problemWith(one) !== problem && !sameData(one, mended));
    if (!better) continue;
    const run = sideRun(side, mended, common);
    const asked = labelOf(field, mended[name]);
    const why =
      field === 'source' && refusesItself(run)
        ? `“${asked}” cannot be had as it is set`
        : `“${asked}” and “${beside(run)}” do not go together`;
    notes.push(
      `${nameOfSide(side)}: ${why} (${problem}), so “${labelOf(field, better[name])}” is used.`,
    );
    mended = better;
  }
  const left = problemWith(mended);
  if (left) throw new Error(left);
  return { settings: mended, notes };
}

/** How a menu says a value. */
function labelOf(field: string, value: unknown): string {
  const menu = every.find(({ name }) => name === field) as ChoiceField;
  return menu.options.find((option) => option.value === value)?.label ?? String(value);
}
