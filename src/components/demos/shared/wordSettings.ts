// The menus below are made while this file loads: what they offer has to be there by then.
import '../../../lib/withWords.ts';
import '../../../lib/withRegimes.ts';
import { regimes } from '../../../lib/regimes/index.ts';
import { sources } from '../../../lib/sources/index.ts';
import type { RunConfig } from '../../../lib/types.ts';
import type { ChoiceField, Field, NumberField, Settings } from '../../../settings/fields.ts';
import { OWN, passageField } from './given.ts';
import { optionFields, regimeField, regimeOf } from './regimeSettings.ts';
import { choice, seedField } from './runSettings.ts';
import { OWN_TEXT, TEXTS, textNamed } from './texts/index.ts';
import { ORDERS, textRun } from './texts/settings.ts';

const textField = choice('text', 'Text', [...TEXTS, { id: OWN_TEXT, label: OWN.text.label }]);

const ownField = passageField('text', {
  name: 'own',
  when: { fields: ['text'], values: [OWN_TEXT] },
});

const orderField: ChoiceField = {
  ...choice(
    'order',
    'What the next word depends on',
    ORDERS.map(({ id, known }) => ({ id, label: known })),
  ),
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
const hasWords = (text: string) => OWN.text.read(text) !== null;

/** The text that settings name; the first one where the reader’s own has no words yet. */
const chosenText = ({ text, own }: Settings): string => {
  if (text !== OWN_TEXT) return textNamed(text).text;
  return hasWords(String(own)) ? String(own) : textNamed(null).text;
};

/** The words of that text, the commonest first. */
export const wordsIn = (settings: Settings): readonly string[] =>
  sources.get('text').open({}, { text: chosenText(settings) }).names ?? [];

/** The run that the settings ask for. */
export function wordConfig(settings: Settings): RunConfig {
  const tau = Number(settings.tau ?? 1);
  return {
    ...textRun(settings),
    text: chosenText(settings),
    ...regimeOf(String(settings.regime ?? 'replace'), settings),
    ...(tau !== 1 && { decoding: 'temperature', decodingOptions: { tau } }),
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
