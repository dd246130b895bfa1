import type { TextsResult } from '../../lib/jobs/texts.ts';
import type { ChoiceField, Settings, TextField } from '../../settings/fields.ts';
import { captionOf } from '../charts/captions.ts';
import { policyName } from '../charts/policy.ts';
import { aliveIn, nameOf } from '../charts/wordCounts.ts';
import { count, percent, plural, short } from '../charts/words.ts';
import { bookVariety, bookWord } from '../figures/bookLines.ts';
import { bookPage, type Book, type BookView } from '../figures/bookPage.ts';
import type { Demo } from './shared/demo.ts';
import { textOf } from './shared/texts/settings.ts';
import { notesOnText, wordConfig, wordFields, wordsIn } from './shared/wordSettings.ts';

/** Words that a page shows at most. */
const PAGE = 320;

const show: ChoiceField = {
  kind: 'choice',
  name: 'show',
  view: true,
  label: 'Beside the page',
  options: [
    { value: 'types', label: 'Words alive' },
    { value: 'next', label: 'Entropy of the next word' },
  ],
  default: 'types',
};

const word: TextField = {
  kind: 'text',
  name: 'word',
  label: 'Word',
  maxLength: 40,
  default: 'whale',
};

const runs = {
  kind: 'number',
  name: 'replicates',
  label: 'Runs behind each band',
  min: 10,
  max: 200,
  integer: true,
  scale: 'log',
  default: 20,
} as const;

const numberOf = (settings: Settings) => wordsIn(settings).indexOf(String(settings.word));

/** A word that the text does not have gives way to one that it has a few times. */
function repairWord(settings: Settings) {
  const asked = String(settings.word);
  const words = wordsIn(settings);
  const known = asked.trim().toLowerCase().replaceAll('’', "'");
  if (words.includes(known)) return { settings: { ...settings, word: known }, notes: [] };
  const instead = words[Math.min(words.length - 1, FAIRLY_RARE)] ?? '';
  return {
    settings: { ...settings, word: instead },
    notes: [`“${asked}” is not a word of this text: “${instead}” is followed.`],
  };
}

/** Rank of a word that is neither common nor seen once. */
const FAIRLY_RARE = 300;

const ofSentence = ({ text, view }: Book, frame: number) => {
  const bits = text.fitted.next?.[frame - 1];
  const alive = percent(aliveIn(text, frame) / aliveIn(text, 0));
  const followed = nameOf(text, view.word);
  const times = text.fitted[`count${view.word}`]?.[frame - 1] ?? NaN;
  const stands =
    times > 0
      ? `“${followed}” stands ${short(times)} times in it`
      : `“${followed}” is gone for good`;
  return `Of the text’s words ${alive} are alive in generation ${count(frame)}; once a word is known the next holds ${short(bits ?? NaN)} bits; ${stands}.`;
};

/** A text copied from copies: what each generation writes, and what is lost. */
export const book: Demo<'texts', BookView> = {
  id: 'book',
  title: 'What does a book forget when it is copied from copies?',
  job: 'texts',
  grows: true,
  fields: [...wordFields({ n: 19_931, generations: 20, seed: 'ishmael' }), word, show, runs],
  folded: ['generations', 'replicates', 'n', 'word'],
  presets: [
    {
      id: 'moby-dick',
      label: 'Moby Dick',
      settings: { text: 'moby-dick', n: 19_931, tau: 1, regime: 'replace', word: 'whale' },
    },
    {
      id: 'site',
      label: 'This site',
      settings: { text: 'site', n: 7_308, tau: 1, regime: 'replace', word: 'collapse' },
    },
    { id: 'cold', label: 'A little colder', settings: { tau: 0.8, regime: 'replace' } },
    {
      id: 'real',
      label: 'A tenth of real text',
      settings: { tau: 1, regime: 'fresh-real', share: 0.1 },
    },
  ],
  speeds: [
    { value: 1, label: '1 a second' },
    { value: 0.5, label: '1 in 2 seconds' },
    { value: 4, label: '4 a second' },
  ],
  repair(settings) {
    const found = repairWord(settings);
    return { settings: found.settings, notes: [...notesOnText(settings), ...found.notes] };
  },
  input(settings) {
    const config = wordConfig(settings);
    const number = numberOf(settings);
    const statistics = ['types', 'next', `count${number}`];
    const at = Array.from({ length: config.generations }, (_, i) => i + 1);
    return {
      config,
      statistics,
      page: PAGE,
      many: {
        ensembles: [
          {
            ...config,
            ...{ replicates: Number(settings.replicates), at, how: 'literal' },
            statistics: [...statistics, `alive${number}`],
          },
        ],
        levels: [0.05, 0.5, 0.95],
      },
    };
  },
  view: (settings) => ({ show: String(settings.show), word: numberOf(settings) }),
  frames: ({ text }: TextsResult) => text.reached + 1,
  openAt: ({ text }: TextsResult) => Math.min(5, text.reached),
  frameLabel: ({ text }: TextsResult, frame) =>
    frame === 0
      ? `Generation 0 of ${count(text.asked)}: the text itself`
      : `Generation ${count(frame)} of ${count(text.asked)}`,
  sentence: (result, frame) =>
    frame === 0
      ? `The text has ${plural(aliveIn(result.text, 0), 'different word')}. Generation 1 is fitted to the first copy of it.`
      : ofSentence(result, frame),
  caption({ text, many, input }: TextsResult) {
    const { config } = text;
    const made = many?.ensembles[0]?.made ?? 0;
    const asked = input.many?.ensembles[0]?.replicates ?? 0;
    return captionOf(config, {
      policy: `${textOf(config)}, ${policyName({ config })}`,
      ran: [
        plural(text.asked, 'generation'),
        made < asked ? `${count(made)} of ${plural(asked, 'run')} so far` : plural(asked, 'run'),
      ],
      estimator: false,
      original: false,
    });
  },
  figures: [bookPage, bookVariety, bookWord],
  config: wordConfig,
  pick: ({ text }, index) => ({ word: nameOf(text, index) }),
};
