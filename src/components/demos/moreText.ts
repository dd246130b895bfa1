import { entryAt } from '../../lib/entryAt.ts';
import '../../lib/withWords.ts';
import type { TailsResult } from '../../lib/jobs/tails.ts';
import { estimatorsFor } from '../../lib/estimators/index.ts';
import type { RunConfig } from '../../lib/types.ts';
import type { NumberField, Settings } from '../../settings/fields.ts';
import { count, plain, short } from '../charts/words.ts';
import { floorOf, tails } from '../figures/tails.ts';
import type { Demo } from './shared/demo.ts';

const number = (
  name: string,
  label: string,
  symbol: string,
  own: Pick<NumberField, 'min' | 'max' | 'default'> & Partial<NumberField>,
): NumberField => ({
  ...{ kind: 'number', name, label, symbol },
  ...{ integer: true, scale: 'log', ...own },
});

/** 10, 20, 50 … a million words read. */
const DRAWS = [10, 100, 1_000, 10_000, 100_000]
  .flatMap((power) => [1, 1.5, 2, 3, 5, 7].map((times) => times * power))
  .concat(1_000_000);

/** The number of words read by which the floor is nine tenths of the error. */
function readBy({ input, cut }: TailsResult): number | undefined {
  return input.draws.find((_, i) => 0.9 * (cut[i] ?? NaN) <= floorOf({ cut } as TailsResult));
}

/** A zipf source has so many types at most. */
const MOST_TYPES = 100_000;

/** Models of such words that write the commonest only. */
const modelOf = (settings: Settings): RunConfig => ({
  ...{
    family: 'categorical',
    source: 'zipf',
    estimator: entryAt(estimatorsFor('categorical'), 0).id,
  },
  truth: { size: Math.min(MOST_TYPES, Number(settings.types)), a: Number(settings.beta), b: 0 },
  ...{ decoding: 'top-k', decodingOptions: { k: Number(settings.kept) } },
  ...{ regime: 'replace', n: 10_000, generations: 10, seed: 'tails', stream: 'keyed' },
});

/** More text from a model that has lost its tail stops helping. */
export const moreText: Demo<'tails'> = {
  id: 'more-text',
  title: 'Does more text from a model help the next one?',
  fields: [
    number('kept', 'Words that the model has kept', 'k', { min: 1, max: 100_000, default: 100 }),
    number('beta', 'How fast words get rare', 'β', {
      ...{ min: 1.05, max: 3, default: 1.5 },
      ...{ integer: false, scale: 'linear' },
    }),
    number('types', 'Different words', 'N', { min: 1_000, max: 1_000_000, default: 1_000_000 }),
  ],
  folded: [],
  presets: [],
  job: 'tails',
  speeds: [{ value: 1, label: '1 a second' }],
  repair: (settings) => {
    if (Number(settings.kept) < Number(settings.types)) return { settings, notes: [] };
    const kept = Number(settings.types) - 1;
    return {
      settings: { ...settings, kept },
      notes: [
        `A model that has lost nothing is the real text itself, so k = ${count(kept)} is used.`,
      ],
    };
  },
  input: ({ kept, beta, types }) => ({
    ...{ kept: Number(kept), beta: Number(beta), types: Number(types), draws: DRAWS },
  }),
  still: true,
  frames: () => 1,
  openAt: () => 0,
  frameLabel: () => 'Up to a million words',
  sentence(result) {
    const { kept } = result.input;
    const by = readBy(result) ?? NaN;
    return `On the text of a model that has kept ${count(kept)} words the error stops at ${short(floorOf(result))}: from ${count(by)} words on nine tenths of it are what no such text can mend.`;
  },
  caption: ({ input: { beta, types, kept } }) =>
    `chances proportional to rank to the power −${plain(beta)} · ${count(types)} different words · the commonest ${count(kept)} kept · exact`,
  figures: [tails],
  config: modelOf,
};
