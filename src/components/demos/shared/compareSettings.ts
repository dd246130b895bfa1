import { entryAt } from '../../../lib/entryAt.ts';
import { spreadGenerations } from '../../../lib/ensemble/config.ts';
import type { EnsembleConfig } from '../../../lib/ensemble/types.ts';
import { families } from '../../../lib/families/index.ts';
import type { Family, RunConfig } from '../../../lib/types.ts';
import { isInUse, type ChoiceField, type Field, type Settings } from '../../../settings/fields.ts';
import { has, measureNamed, measures, type Measure } from '../../charts/measures.ts';
import { ensembleFields } from './ensembleSettings.ts';
import { seedField } from './runSettings.ts';
import { repairSide, sideFields, sideRun, SIDES, type Side } from './sides.ts';

const show: ChoiceField = {
  kind: 'choice',
  name: 'show',
  view: true,
  label: 'What is drawn',
  options: measures.map(({ id, label }) => ({ value: id, label })),
  default: entryAt(measures, 0).id,
};

const numbers: ChoiceField = {
  kind: 'choice',
  name: 'numbers',
  label: 'Random numbers',
  radio: true,
  options: [
    { value: 'common', label: 'The same for both' },
    { value: 'separate', label: 'Each its own' },
  ],
  default: 'common',
};

const seedOfB: Field = {
  ...seedField('another'),
  ...{ name: 'bseed', label: 'B: seed', when: { fields: ['numbers'], values: ['separate'] } },
};

const common = ensembleFields({
  n: 100,
  generations: 500,
  replicates: 100,
  seed: 'compare',
  maxGenerations: 500,
  maxReplicates: 1_000,
}).filter(({ name }) => ['generations', 'replicates', 'seed'].includes(name));

/** Every setting: what is drawn, side A, side B, what both have. */
export const compareFields: readonly Field[] = [
  show,
  ...sideFields('a'),
  ...sideFields('b', { regime: 'fresh-real' }),
  ...common.flatMap((field): Field[] => {
    if (field.name === 'seed') return [field, numbers, seedOfB];
    return [field.name === 'replicates' ? { ...field, label: 'Runs behind each band' } : field];
  }),
];

/** The run of a side. */
export const runOf = (which: Side, settings: Settings): RunConfig =>
  sideRun(which, settings, commonOf(which, settings));

const commonOf = (which: Side, settings: Settings) => ({
  generations: Number(settings.generations),
  seed: String(which === 'b' && isInUse(seedOfB, settings) ? settings.bseed : settings.seed),
  stream: 'keyed',
});

/** The same with all the runs behind its band. */
export const manyOf = (run: RunConfig, settings: Settings): EnsembleConfig => ({
  ...run,
  replicates: Number(settings.replicates),
  at: spreadGenerations(run.generations),
  statistics: families.get(run.family).statistics.map(({ name }) => name),
});

/**
 * A number that the models of a side do not have gives way to the first that all have, or, where
 * there is none, to one of that side: the other is left empty then.
 */
function repairShow(settings: Settings) {
  const asked = measureNamed(String(settings.show));
  const both = SIDES.map((which) => families.get(runOf(which, settings).family));
  const without = both.find((family) => !has(family, asked));
  if (!without) return { settings, notes: [] };
  const common = measures.find((measure) => both.every((family) => has(family, measure)));
  const other = both.find((family) => has(family, asked));
  // With one of the two it can be drawn.
  if (!common && other) return { settings, notes: [`${noNumber(without, asked)}.`] };
  const usual = common ?? measures.find((measure) => has(without, measure)) ?? asked;
  return {
    settings: { ...settings, show: usual.id },
    notes: [`${noNumber(without, asked)}, so the ${usual.label.toLowerCase()} is drawn.`],
  };
}

const noNumber = ({ label }: Family, asked: Measure) =>
  `“${label}” has no number called “${asked.label}”`;

/** Mends each side, then what is drawn of both. */
export function repairCompare(asked: Settings) {
  const notes: string[] = [];
  let settings = asked;
  const steps = [
    ...SIDES.map((which) => () => repairSide(which, settings, commonOf(which, settings))),
    () => repairShow(settings),
  ];
  for (const step of steps) {
    const mended = step();
    settings = mended.settings;
    notes.push(...mended.notes);
  }
  return { settings, notes };
}
