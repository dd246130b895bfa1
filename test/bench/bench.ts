/**
 * `npm run bench`: what draws, chains, ensembles and repaints cost here. Only the ratios, to a plain baseline of the same run,
 * carry over to another machine.
 */
import { table } from '../support/table.ts';
import { benchChains } from './chains.ts';
import { benchDraws } from './draws.ts';
import { benchEnsemble } from './ensemble.ts';
import { benchRepaint } from './repaint.ts';

const fixed = (value: number, digits: number): string => value.toFixed(digits);

console.log(
  table(
    ['a draw', 'ns', 'ratio'],
    benchDraws().map(({ name, nsPerDraw, ratio }) => [name, fixed(nsPerDraw, 1), fixed(ratio, 2)]),
  ),
);
console.log();
console.log(
  table(
    ['a chain: n = 200, 500 generations', 'µs', 'ratio'],
    benchChains().map(({ name, microseconds, ratio }) => [
      name,
      fixed(microseconds, 0),
      fixed(ratio, 2),
    ]),
  ),
);
console.log();
console.log(
  table(
    ['a generation of an ensemble: n = 200', 'ns', 'ratio'],
    benchEnsemble().map(({ name, nsPerStep, ratio }) => [
      name,
      fixed(nsPerStep, 1),
      fixed(ratio, 2),
    ]),
  ),
);
console.log();
console.log(
  table(
    ['a repaint: n = 200, 500 generations', 'median, ms', '95 %, ms', 'work 95 %, ms', 'ratio'],
    (await benchRepaint()).map(({ name, median, p95, work95, ratio }) => [
      name,
      fixed(median, 1),
      fixed(p95, 1),
      fixed(work95, 1),
      fixed(ratio, 2),
    ]),
  ),
);
