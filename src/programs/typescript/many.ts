import { bands } from '../../lib/ensemble/bands.ts';
import { ensembleSlice } from '../../lib/ensemble/slice.ts';
import type { EnsembleConfig } from '../../lib/ensemble/types.ts';
import { drain } from '../../lib/drain.ts';

/** In a program the reader's settings stand here. */
const config: EnsembleConfig = {
  family: 'normal',
  truth: { mu: 125, sigma: 30 },
  estimator: 'unbiased-variance',
  regime: 'replace',
  n: 200,
  generations: 500,
  seed: '12345',
  stream: 'keyed',
  replicates: 10000,
  at: [1, 500],
};
const levels: readonly number[] = [0.05, 0.5, 0.95];

/**
 * Prints a line for each generation in `at` and each number of a model: t; how many runs still have
 * a fit; of these the average of the number, and its quantiles.
 */
function printBands(): void {
  console.log(
    ['t', 'survivors', 'parameter', 'mean', ...levels.map((level) => `q${level}`)].join(),
  );
  const runs = drain(ensembleSlice(config, 0, config.replicates));
  for (const { t, survivors, statistics } of bands([runs], levels)) {
    for (const [name, { mean, quantiles }] of Object.entries(statistics)) {
      const numbers = [mean, ...levels.map((level) => quantiles[level])];
      if (survivors > 0) console.log([t, survivors, name, ...numbers].join());
    }
  }
}

printBands();
