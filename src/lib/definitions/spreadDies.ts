import { normal } from '../families/normal.ts';
import type { EnsembleSoFar } from '../jobs/ensembles.ts';
import type { Definition } from './definition.ts';
import { halfway } from './risk.ts';

/** The median spread, as a share of the original's. */
const left = ({ bands, config }: EnsembleSoFar, row: number) =>
  (bands[row]?.statistics['sigma']?.quantiles['0.5'] ?? NaN) / normal.model(config.truth).sigma;

export const spreadDies: Definition = {
  id: 'variance',
  label: 'The spread dies away',
  short: 'Spread dies',
  rule: 'typical spread less than four fifths of that at about half the time, or than a tenth of the original',
  reads: 'share',
  find({ small }, row) {
    const value = left(small, row);
    const falls = value < 0.8 * left(small, halfway(small, row));
    return { collapsed: falls || value < 0.1, value };
  },
};
