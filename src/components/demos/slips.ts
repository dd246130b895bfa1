import { entryAt } from '../../lib/entryAt.ts';
import '../../lib/withWords.ts';
import type { TextsResult } from '../../lib/jobs/texts.ts';
import { wordsOf } from '../../lib/sources/tokens.ts';
import type { RunConfig } from '../../lib/types.ts';
import type { Settings, TextField } from '../../settings/fields.ts';
import { captionOf } from '../charts/captions.ts';
import { count, plural } from '../charts/words.ts';
import { hatOf, lostIn, namesLost, SLIP_STEPS, slipsFigure, stepOf } from '../figures/slips.ts';
import type { Demo } from './shared/demo.ts';
import { seedField } from './shared/runSettings.ts';

/** Slips that a picture has room for. */
const MOST = 12;

const sentence: TextField = {
  kind: 'text',
  name: 'sentence',
  label: 'Sentence',
  maxLength: 90,
  default: 'what is not drawn once is gone and it never comes back',
};

const configOf = ({ sentence: text, generations, seed }: Settings): RunConfig => ({
  ...{ family: 'categorical', source: 'text', text: String(text), truth: {} },
  ...{ estimator: 'maximum-likelihood', regime: 'replace' },
  n: [...wordsOf(String(text))].length,
  generations: Number(generations),
  seed: String(seed),
  stream: 'keyed',
});

/** A sentence that is too short or too long for a hat. */
function repairSentence(settings: Settings) {
  const words = [...wordsOf(String(settings.sentence))];
  if (words.length < 2) {
    const notes = ['A sentence needs at least two words: the usual one is used.'];
    return { settings: { ...settings, sentence: sentence.default }, notes };
  }
  if (words.length <= MOST) return { settings, notes: [] };
  const kept = words.slice(0, MOST).join(' ');
  return {
    settings: { ...settings, sentence: kept },
    notes: [`Only the first ${count(MOST)} words are written on slips: there is room for no more.`],
  };
}

/** One copy of a sentence, word by word, in four steps; Play goes on to the next copies. */
export const slips: Demo<'texts'> = {
  id: 'slips',
  title: 'What happens to a sentence when it is copied by chance?',
  job: 'texts',
  // A text at the beginning would take in what follows it in a link whose signs were changed.
  fields: [
    {
      ...{ kind: 'number', name: 'generations', label: 'Generations' },
      ...{ min: 1, max: 50, integer: true, scale: 'log', default: 12 },
    },
    sentence,
    seedField('slips'),
  ],
  folded: ['generations'],
  presets: [],
  speeds: [
    { value: 1, label: '1 a second' },
    { value: 0.5, label: '1 step in 2 seconds' },
    { value: 4, label: '4 a second' },
  ],
  repair: repairSentence,
  input: (settings) => ({ config: configOf(settings), statistics: ['types'], page: 0 }),
  frames: ({ text }: TextsResult) => text.reached * SLIP_STEPS.length,
  openAt: () => SLIP_STEPS.length - 1,
  frameLabel({ text }: TextsResult, frame) {
    const { t, step } = stepOf(frame);
    return `Copy ${count(t)} of ${count(text.asked)}, step ${count(step + 1)} of 4: ${entryAt(SLIP_STEPS, step).toLowerCase()}`;
  },
  sentence(result, frame) {
    const { t, step } = stepOf(frame);
    const slipsInHat = plural(hatOf(result, 0).length, 'slip');
    if (step === 0)
      return `${slipsInHat} lie in the hat. They are all that the next copy can know.`;
    if (step === 1)
      return `${slipsInHat} are drawn, each put back before the next: some words twice, some not at all.`;
    const lost = lostIn(result, t);
    if (lost.length === 0)
      return 'No word was lost this time: each of them was drawn at least once.';
    if (step === 2)
      return `${namesLost(result, t)} ${lost.length === 1 ? 'was' : 'were'} not drawn. Nothing can bring ${lost.length === 1 ? 'it' : 'them'} back.`;
    return 'What was drawn goes into the next hat. The model is this hat: it has no other words.';
  },
  caption: ({ text }: TextsResult) =>
    captionOf(text.config, {
      n: plural(text.config.n, 'slip'),
      ran: [plural(text.asked, 'generation')],
      estimator: false,
      original: false,
    }),
  figures: [slipsFigure],
  config: configOf,
};
