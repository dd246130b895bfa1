import '../../../lib/withModels.ts';
import '../../../lib/withRegimes.ts';
import { regimes } from '../../../lib/regimes/index.ts';
import { sources } from '../../../lib/sources/index.ts';
import type { RunConfig } from '../../../lib/types.ts';
import type { ChoiceField, Field, NumberField, Settings } from '../../../settings/fields.ts';
import { optionFields, regimeField, regimeOf } from './regimeSettings.ts';
import { seedField } from './runSettings.ts';
import { OWN_TEXT, ownText, TEXTS, textNamed } from './texts/index.ts';

/** The families that write words, by how many words the chance of the next depends on. */
export const FAMILY_OF: Readonly<Record<string, string>> = {
  '1': 'categorical',
  '2': 'ngram-2',
  '3': 'ngram-3',
};

export const textField: ChoiceField = {
  kind: 'choice',
  name: 'text',
  label: 'Text',
  options: [
    ...TEXTS.map(({ id, label }) => ({ value: id, label })),
    { value: OWN_TEXT, label: 'Your own text' },
  ],
  default: TEXTS[0]!.id,
};

export const orderField: ChoiceField = {
  kind: 'choice',
  name: 'order',
  label: 'What the next word depends on',
  options: [
    { value: '1', label: 'Nothing' },
    { value: '2', label: 'The word before' },
    { value: '3', label: 'Two words before' },
  ],
  default: '2',
};

/** Words are drawn as likely as the model has them at 1. */
export const temperatureField: NumberField = {
  kind: 'number',
  name: 'tau',
  label: 'Temperature',
  symbol: 'τ',
  min: 0.5,
  max: 1.5,
  integer: false,
  scale: 'linear',
  default: 1,
};

/** Policies whose training sets are words as they come, and do not outgrow a page. */
const OFFERED = ['replace', 'fresh-real', 'fixed-real', 'accumulate', 'accumulate-subsample'].map(
  (id) => regimes.get(id),
);

/** Settings of one run on words, and how long it may be. */
export const wordFields = (defaults: {
  readonly n: number;
  readonly generations: number;
  readonly seed: string;
}): Field[] => [
  textField,
  orderField,
  temperatureField,
  regimeField('regime', 'What a generation is fitted to', 'replace', OFFERED),
  ...optionFields(['regime'], OFFERED),
  {
    ...{ kind: 'number', name: 'n', label: 'Words in each copy', symbol: 'n' },
    ...{ min: 10, max: 20_000, integer: true, scale: 'log', default: defaults.n },
  },
  {
    ...{ kind: 'number', name: 'generations', label: 'Generations' },
    ...{ min: 1, max: 50, integer: true, scale: 'log', default: defaults.generations },
  },
  seedField(defaults.seed),
];

/** The text that settings name. */
export const textOf = ({ text }: Settings): string =>
  text === OWN_TEXT ? (ownText() ?? TEXTS[0]!.text) : textNamed(text).text;

/** The words of that text, the commonest first. */
export const wordsIn = (settings: Settings): readonly string[] =>
  sources.get('text').open({}, { text: textOf(settings) }).names ?? [];

/** The run that the settings ask for. */
export function wordConfig(settings: Settings): RunConfig {
  const tau = Number(settings.tau ?? 1);
  return {
    family: FAMILY_OF[String(settings.order)] ?? 'categorical',
    source: 'text',
    text: textOf(settings),
    truth: {},
    estimator: 'maximum-likelihood',
    ...regimeOf(String(settings.regime ?? 'replace'), settings),
    ...(tau !== 1 && { decoding: 'temperature', decodingOptions: { tau } }),
    n: Number(settings.n),
    generations: Number(settings.generations),
    seed: String(settings.seed),
    stream: 'keyed',
  };
}

/** A link cannot bring a text of its reader's own. */
export function repairText(settings: Settings): { settings: Settings; notes: string[] } {
  if (settings.text !== OWN_TEXT || ownText() !== null) return { settings, notes: [] };
  const [first] = TEXTS;
  return {
    settings: { ...settings, text: first!.id },
    notes: [`Your own text is not here: links do not hold it. “${first!.label}” is used.`],
  };
}

/** Which of the texts this is. */
export const textIdOf = (text: string | undefined): string =>
  TEXTS.find((one) => one.text === text)?.id ?? OWN_TEXT;
