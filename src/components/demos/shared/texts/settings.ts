// The menus below are made while this file loads: what they offer has to be there by then.
import '../../../../lib/withWords.ts';
import '../../../../lib/withRegimes.ts';
import { spreadGenerations } from '../../../../lib/ensemble/config.ts';
import type { EnsembleConfig } from '../../../../lib/ensemble/types.ts';
import { entryAt } from '../../../../lib/entryAt.ts';
import { estimatorsFor } from '../../../../lib/estimators/index.ts';
import type { RunConfig } from '../../../../lib/types.ts';
import type { ChoiceField, Field, NumberField, Settings } from '../../../../settings/fields.ts';
import { OWN } from '../given.ts';
import { choice, seedField } from '../runSettings.ts';
import { TEXTS, textNamed } from './index.ts';

/** How many words a model looks at, the next one included, and the family that does so. */
export const ORDERS = [
  { id: '1', family: 'categorical', label: '1: single words', known: 'Nothing' },
  { id: '2', family: 'ngram-2', label: '2: word pairs', known: 'The word before' },
  { id: '3', family: 'ngram-3', label: '3: word triples', known: 'Two words before' },
] as const;

/** A menu of orders. */
export const orderField = (first: (typeof ORDERS)[number]['id']): ChoiceField => ({
  ...choice('order', 'Order of the model', ORDERS),
  default: first,
});

/** The order of a run's model. */
export const orderOf = ({ family }: Pick<RunConfig, 'family'>): string =>
  ORDERS.find((order) => order.family === family)?.id ?? '1';

/** What that is called: "order 1: single words". */
export const orderName = (config: Pick<RunConfig, 'family'>): string =>
  `order ${ORDERS.find(({ id }) => id === orderOf(config))?.label ?? ''}`;

const familyOf = (order: unknown) =>
  ORDERS.find(({ id }) => id === String(order))?.family ?? 'categorical';

interface Defaults {
  readonly n: number;
  readonly generations: number;
  readonly seed: string;
  /** Without it there is one run, and no such setting. */
  readonly replicates?: number;
}

/** The settings of runs of a text: which text, how much of it is written, how often. */
export function textFields({ n, generations, seed, replicates }: Defaults): Field[] {
  const number = (name: string, label: string, own: Partial<NumberField>): NumberField => ({
    ...{ kind: 'number', name, label, integer: true, scale: 'log' },
    ...{ min: 1, max: 50, default: 1, ...own },
  });
  return [
    choice('text', 'Text', TEXTS),
    number('n', 'Words in each generation', { symbol: 'n', min: 100, max: 20_000, default: n }),
    number('generations', 'Generations', { default: generations }),
    ...(replicates === undefined
      ? []
      : [number('replicates', 'Runs', { min: 10, max: 100, default: replicates })]),
    seedField(seed),
  ];
}

/** A run of a model of this order; of the order that is set if none is named. */
export function textRun(settings: Settings, order: unknown = settings.order): RunConfig {
  const family = familyOf(order);
  return {
    ...{ family, source: 'text', truth: {}, text: textNamed(settings.text).text },
    estimator: entryAt(estimatorsFor(family), 0).id,
    regime: 'replace',
    n: Number(settings.n),
    generations: Number(settings.generations),
    seed: String(settings.seed),
    stream: 'keyed',
  };
}

/** Many such runs. */
export const textRuns = (settings: Settings, order?: unknown): EnsembleConfig => ({
  ...textRun(settings, order),
  replicates: Number(settings.replicates),
  at: spreadGenerations(Number(settings.generations)),
});

/** What the text of a run is called. */
export const textOf = ({ text }: Pick<RunConfig, 'text'>): string =>
  TEXTS.find((one) => one.text === text)?.label ?? OWN.text.label;
