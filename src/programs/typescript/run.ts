import { failureText } from '../../lib/failures.ts';
import { checkConfig } from '../../lib/config.ts';
import { generations } from '../../lib/recursion.ts';
import { statisticsOf } from '../../lib/statistics.ts';
import type { RunConfig } from '../../lib/types.ts';

/** In a program the reader's settings stand here. */
const config: RunConfig = {
  family: 'normal',
  truth: { mu: 125, sigma: 30 },
  estimator: 'unbiased-variance',
  regime: 'replace',
  n: 200,
  generations: 500,
  seed: '12345',
  stream: 'keyed',
};

/** Prints one line a generation: t, how many values were fitted, and the fit, in all its digits. */
function printRun(): void {
  const { family, original } = checkConfig(config);
  const statistics = statisticsOf(family);
  console.log(['t', 'n', ...statistics.map(({ name }) => name)].join());
  for (const { t, trainingSize, fit } of generations(config)) {
    if (fit.ok) {
      const numbers = statistics.map(({ of }) => of(fit.model, original));
      console.log([t, trainingSize, ...numbers].join());
    } else console.error(`generation ${t}: ${failureText(fit.reason)}`);
  }
}

printRun();
