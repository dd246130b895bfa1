import { demos } from '../../src/components/demos/index.ts';
import { regimes } from '../../src/lib/regimes/index.ts';
import { defaultSettings, type Settings } from '../../src/settings/fields.ts';
import { writeQuery } from '../../src/settings/links.ts';
import { costOf } from '../support/beginning.ts';

/**
 * A link that somebody may have shared: a demo, all its settings, and perhaps a place in the run.
 */
export interface SharedLink {
  readonly id: string;
  readonly settings: Settings;
  readonly at?: number;
}

/** Draws that a link may cost: what takes longer is made of fewer runs. */
const CHEAP = 2_000_000;

/**
 * The settings with the fewest halvings of the runs, and then of the generations, that make them
 * cheap.
 */
function cheap(id: string, asked: Settings): Settings {
  const demo = demos.get(id);
  let cheaper = asked;
  for (const name of ['replicates', 'generations']) {
    for (let most = Number(asked[name]); costOf(demo, cheaper) > CHEAP && most > 30;) {
      most = Math.max(30, Math.round(most / 2));
      cheaper = { ...cheaper, [name]: most };
    }
  }
  return cheaper;
}

function link(id: string, changes: Settings = {}, at?: number): SharedLink {
  const { fields, repair } = demos.get(id);
  const { settings } = repair(cheap(id, { ...defaultSettings(fields), ...changes }));
  return { id, settings, at };
}

const WORDS = '模型 👍 été';

/** Every demo as it opens, but for the number of runs where they would take long. */
const opening = demos.all.map(({ id }) => link(id));

/**
 * Both streams, every estimator and every regime, seeds in many scripts, ends of the sliders, other
 * places in the run.
 */
const others: readonly SharedLink[] = [
  link('run', { n: 50, generations: 120, stream: 'keyed', seed: WORDS }, 76),
  link('run', { n: 2, generations: 40, stream: 'source', seed: '4294962295' }),
  link('run', { n: 10_000, generations: 20, mu: -1000, sigma: 0.01, estimator: 'unbiased-log' }, 0),
  link('by-hand', { n: 60, generations: 3, seed: 'Ω≈ç√', estimator: 'maximum-likelihood' }, 7),
  link('by-hand', { n: 2, stream: 'source', seed: '1' }),
  link('rare-events', { n: 30, generations: 900, seed: '8192', estimator: 'unbiased-log' }, 333),
  link('copies', { n: 7, stream: 'keyed', seed: 'שלום עולם', sigma: 1000 }, 100),
  link('fan', { guess: 'third', pick: 'run-7', n: 12, replicates: 60, seed: WORDS }, 33),
  link('fan', { guess: 'none', pick: 'second-graph', generations: 5000, replicates: 10, n: 40 }),
  link('picked-run', { stream: 'keyed', run: 100_000, n: 33, seed: 'ไทย' }),
  link('average-of-runs', { show: 'typical', n: 3, replicates: 500, seed: 'İstanbul' }, 12),
  link('final-mean', { n: 10, replicates: 700, estimator: 'maximum-likelihood', seed: WORDS }),
  link('half-life', { n: 25, fraction: 0.9, estimator: 'unbiased-standard-deviation' }),
  link('estimators', { n: 6, generations: 77, replicates: 150, seed: '🎲🎲' }, 20),
  ...['zero-skewness', 'moments', 'modified-moments', 'royston'].map((estimator, i) =>
    link('edge', { estimator, n: 40 + 20 * i, generations: 25, replicates: 20, seed: WORDS }),
  ),
  link('edge-pair', {
    ...{ estimator: 'unbiased-moments', against: 'mle', n: 60, generations: 20, replicates: 20 },
    ...{ threshold: -100, meanlog: -2, sdlog: 0.1 },
  }),
  link('fading', { n: 12, fraction: 0.05, replicates: 300, estimator: 'maximum-likelihood' }),
  link('threshold', { left: 'smallest', n: 37, sdlog: 1.1, seed: 'edge ✂' }),
  link('threshold', { left: 'largest', n: 500, threshold: 99.5, meanlog: 4 }),
  link('bias', { statistic: 'kurtosis', family: 'normal', replicates: 200, seed: WORDS }),
  link('policies', { first: 'weighted', second: 'fixed-real', third: 'growing', replicates: 40 }),
  link('real-share', { kind: 'fixed-real', share: 0.5, n: 20, replicates: 100, seed: WORDS }, 50),
  link('price', { share: 0.5, n: 20, replicates: 40, generations: 60, estimator: 'unbiased-log' }),
  link('growth', { power: 3, n: 4, generations: 30, replicates: 50, seed: 'рост' }),
  link('selection', { rule: 'soft-selection', target: -2, width: 0.5, n: 60, generations: 30 }, 5),
  link('selection', { rule: 'sharpened', lambda: 0.5, n: 25, replicates: 100, seed: WORDS }),
  link('fate-map', { generations: 20, replicates: 10, mu: 0, sigma: 1, seed: '地図' }),
  link('definitions', { n: 10, generations: 30, replicates: 20, share: 0.01, seed: 'définir' }),
  ...regimes.all.map(({ id: regime }) =>
    link('policy', { regime, n: 30, generations: 40, replicates: 60, seed: regime }),
  ),
];

export const sharedLinks: readonly SharedLink[] = [...opening, ...others];

/** The link's address, relative to the site. */
export function addressOf({ id, settings, at }: SharedLink): string {
  return `embed/${id}/?${writeQuery('', id, demos.get(id).fields, settings, at)}`;
}
