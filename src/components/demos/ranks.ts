import type { TextsResult } from '../../lib/jobs/texts.ts';
import { captionOf } from '../charts/captions.ts';
import { count, percent, plural } from '../charts/words.ts';
import { inText, leftIn } from '../charts/wordCounts.ts';
import { generationName, ranks as byRank } from '../figures/ranks.ts';
import type { Demo } from './shared/demo.ts';
import { orderField, orderName, textFields, textOf, textRun } from './shared/texts/settings.ts';

/** What is gone in a generation, in words. */
function whatIsGone({ text }: TextsResult, t: number): string {
  const { words, alive, once, onceAlive, firstGone } = leftIn(text, t);
  const gone = words - alive;
  if (gone === 0) return `all ${count(words)} different words are there.`;
  const rare = percent((once - onceAlive) / gone);
  const name = text.names?.[firstGone] ?? '';
  const first = `the commonest that is gone is “${name}”, which stood there ${plural(inText(text, firstGone), 'time')}`;
  return `${count(alive)} of ${count(words)} different words are alive; of those that are gone ${rare} stood once in the text, and ${first}.`;
}

/** Rare words go first. */
export const ranks: Demo<'texts'> = {
  id: 'ranks',
  title: 'Which words go first?',
  fields: [orderField('1'), ...textFields({ n: 19_931, generations: 20, seed: 'ranks' })],
  folded: ['seed'],
  presets: [],
  job: 'texts',
  speeds: [
    { value: 4, label: '4 a second' },
    { value: 1, label: '1 a second' },
    { value: 10, label: '10 a second' },
  ],
  repair: (settings) => ({ settings, notes: [] }),
  input: (settings) => ({ config: textRun(settings), statistics: ['types'], page: 1 }),
  frames: ({ text }) => text.reached + 1,
  openAt: ({ text }) => text.reached,
  frameLabel: ({ text }, frame) =>
    `${generationName(frame)}${frame === 0 ? '' : ` of ${count(text.asked)}`}`,
  sentence: (result, frame) => `${generationName(frame)}: ${whatIsGone(result, frame)}`,
  caption({ text }) {
    const { config, asked } = text;
    return captionOf(config, {
      policy: `${textOf(config)} · ${orderName(config)}`,
      ran: [plural(asked, 'generation')],
      estimator: false,
      original: false,
    });
  },
  figures: [byRank],
  config: (settings) => textRun(settings),
};
