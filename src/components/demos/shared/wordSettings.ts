import { entryAt } from '../../../lib/entryAt.ts';
import '../../../lib/withWords.ts';
import '../../../lib/withRegimes.ts';
import { regimes } from '../../../lib/regimes/index.ts';
import { sources } from '../../../lib/sources/index.ts';
import { wordsOf } from '../../../lib/sources/tokens.ts';
import type { RunConfig } from '../../../lib/types.ts';
import type {
  ChoiceField,
  Field,
  NumberField,
  PassageField,
  Settings,
} from '../../../settings/fields.ts';
import { optionFields, regimeField, regimeOf } from './regimeSettings.ts';
import { seedField } from './runSettings.ts';
import { OWN_TEXT, TEXTS, textNamed } from './texts/index.ts';

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
  default: entryAt(TEXTS, 0).id,
};

/** Some 80,000 words of English. */
const ownField: PassageField = {
  kind: 'passage',
  name: 'own',
  label: 'Your own text',
  maxLength: 500_000,
  default: '',
  when: { fields: ['text'], values: [OWN_TEXT] },
};

const orderField: ChoiceField = {
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
const temperatureField: NumberField = {
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
  ownField,
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

/** True of a text that has something to copy. */
const hasWords = (text: string) => [...take(wordsOf(text), 2)].length === 2;

function* take<T>(values: Iterable<T>, most: number): Generator<T> {
  let left = most;
  for (const value of values) {
    if (left-- === 0) return;
    yield value;
  }
}

/** The text that settings name; the first one where the reader’s own has no words yet. */
const textOf = ({ text, own }: Settings): string => {
  if (text !== OWN_TEXT) return textNamed(text).text;
  return hasWords(String(own)) ? String(own) : textNamed(null).text;
};

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

/** What is said as long as the reader’s own text has no words. */
export function notesOnText(settings: Settings): string[] {
  const { text, own } = settings;
  if (text !== OWN_TEXT || hasWords(String(own))) return [];
  const { label } = textNamed(null);
  return own === ''
    ? [`Paste your text, or open a file: it is not in links. Until then “${label}” is shown.`]
    : [`Your text has fewer than two words, made of letters: “${label}” is shown.`];
}

/** Which of the texts this is. */
export const textIdOf = (text: string | undefined): string =>
  TEXTS.find((one) => one.text === text)?.id ?? OWN_TEXT;
