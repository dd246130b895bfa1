import type { Family, ParameterSpec } from '../../types.ts';
import { typeStatistic } from '../categorical/typeStatistic.ts';
import { circleOf } from './circle.ts';
import { sequenceOf, type Sequence } from './model.ts';
import { sequenceStatistics } from './statistics.ts';
import { write } from './write.ts';

const types: ParameterSpec = {
  name: 'few',
  symbol: 'K',
  label: 'Types, each as likely after any',
  domain: { min: 2, max: 30 },
  typical: { min: 2, max: 10 },
  default: 10,
  integer: true,
};

/** Runs on one text are checked again and again: its models are made once. */
const known = new WeakMap<Int32Array, Map<number, Sequence>>();

function modelOfText(order: number, text: Int32Array): Sequence {
  const ofText = known.get(text) ?? new Map<number, Sequence>();
  known.set(text, ofText);
  const model = ofText.get(order) ?? sequenceOf(order, text);
  ofText.set(order, model);
  return model;
}

/**
 * Texts in which the next token depends on the last `order` - 1: an n-gram model by counts, without
 * smoothing, as in Shannon 1948, section 3. What has never followed a context never will.
 */
const sequences = (order: number, label: string): Family<Sequence> => ({
  id: `ngram-${order}`,
  label,
  kind: 'categories',
  isSequence: true,
  needs: { values: 1, different: false },
  parameters: [types],
  model: ({ few = NaN }) => sequenceOf(order, circleOf(few, order)),
  statistics: sequenceStatistics,
  statisticNamed: typeStatistic,
  nearest: ({ sequence }) => (sequence ? modelOfText(order, sequence) : null),
  shares: ({ counts, total }) => counts.map((count) => count / total),
  sample: write,
});

export const wordPairs = sequences(2, 'Word pairs (order 2)');
export const wordTriples = sequences(3, 'Word triples (order 3)');
