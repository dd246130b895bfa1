import { pathOf } from '../../lib/ensemble/pick.ts';
import type { EnsembleSoFar } from '../../lib/jobs/ensembles.ts';
import type { Frame, View } from './figure.ts';
import { element, linePath } from './chart.ts';
import { drawnRows } from './ensemble.ts';

/**
 * Replicate 0 of an ensemble as a line over the kept generations, `y` giving the pixel of a value; null as long as it has not been
 * made. Ensembles of the same seed draw it with the same random numbers.
 */
export function firstRun(
  view: View,
  f: Frame,
  ensemble: EnsembleSoFar,
  name: 'mu' | 'sigma',
  y: (value: number) => number,
): SVGElement | null {
  const path = pathOf(ensemble.slices, 0, name);
  if (!path) return null;
  return element(view, 'path', {
    d: linePath(
      drawnRows(ensemble, view.still ? 2 : 1).map((row) => [
        f.x(ensemble.config.at[row]!),
        Number.isNaN(path[row]) ? NaN : y(path[row]!),
      ]),
    ),
    fill: 'none',
    stroke: name === 'mu' ? 'var(--mean)' : 'var(--spread)',
    'stroke-width': 2,
    'stroke-linejoin': 'round',
  });
}
