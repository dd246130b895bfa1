import { failureText } from '../../lib/failures.ts';
import { families } from '../../lib/families/index.ts';
import { generations } from '../../lib/recursion.ts';
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
  const names = families.get(config.family).parameters.map(({ name }) => name);
  console.log(['t', 'n', ...names].join());
  for (const { t, trainingSize, fit } of generations(config)) {
    if (fit.ok) console.log([t, trainingSize, ...names.map((name) => fit.params[name])].join());
    else console.error(`generation ${t}: ${failureText(fit.reason)}`);
  }
}

printRun();
