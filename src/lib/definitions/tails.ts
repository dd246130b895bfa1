import { valuesAt } from '../ensemble/pick.ts';
import { normal } from '../families/normal.ts';
import type { EnsembleSoFar } from '../jobs/ensembles.ts';
import { standardCdf } from '../special/standardNormal.ts';

/**
 * The chance that each run's model gives to values at least `far` original SD from the original
 * mean; runs that have ended have none.
 */
export function chancesBeyond({ slices, config }: EnsembleSoFar, row: number, far: number) {
  const t = config.at[row] ?? NaN;
  const { mu, sigma } = normal.model(config.truth);
  const spreads = valuesAt(slices, t, 'sigma');
  return valuesAt(slices, t, 'mu')
    .map((m, i) => {
      const s = spreads[i] ?? NaN;
      const up = (mu + far * sigma - m) / s;
      const down = (mu - far * sigma - m) / s;
      return standardCdf(-up) + standardCdf(down);
    })
    .filter((chance) => chance === chance);
}

/** What a normal gives to values beyond three of its own standard deviations. */
export const BEYOND_THREE = 2 * standardCdf(-3);
