import { normal } from '../families/normal.ts';
import { defaultsOf } from '../parameters.ts';
import { regimes } from '../regimes/index.ts';
import type { RunConfig } from '../types.ts';
import type { Replacing } from './growingLaw.ts';

/** What decides how many values each generation has. */
export type Sizing = Pick<RunConfig, 'regime' | 'regimeOptions' | 'n' | 'generations'>;

/**
 * How many values each generation is fitted to, entry t - 1 belonging to generation t, where these
 * are fresh values of the newest model and nothing else; null under any other regime. Options that
 * are absent have their defaults. Throws if the regime is unknown.
 */
export function replacingSizes(asked: Sizing): readonly number[] | null {
  const { n, generations, regimeOptions } = asked;
  const regime = regimes.get(asked.regime);
  const options = { ...defaultsOf(regime.options), ...regimeOptions };
  const sizes: number[] = [];
  if (regime.fitted) return null;
  for (let t = 1; t <= generations; t++) {
    const batches = regime.batches({ t, n, options }).filter(({ count }) => count > 0);
    const [only] = batches;
    if (batches.length !== 1 || !only || only.keep || only.curation) return null;
    if (t > 1 && only.from === 'real') return null;
    sizes.push(only.count);
  }
  return sizes;
}

/** What the law of growing samples is asked with, for a normal run; null under any other regime. */
export function replacingOf(config: Sizing & Pick<RunConfig, 'truth' | 'estimator'>) {
  const sizes = replacingSizes(config);
  if (!sizes) return null;
  const { sigma } = normal.model(config.truth);
  return { sizes, sigma, estimator: config.estimator } satisfies Replacing;
}
