/**
 * `npm run bench`: what draws, chains, ensembles, repaints, an ensemble's page and fits cost here.
 * Only the ratios, to a plain baseline of the same run, carry over to another machine.
 */
import { table } from '../support/table.ts';
import { benchChains } from './chains.ts';
import { benchDraws } from './draws.ts';
import { benchEnsemble, benchRegimes } from './ensemble.ts';
import { benchEnsemblePage } from './ensemblePage.ts';
import { benchLognormal } from './lognormal.ts';
import { benchRepaint } from './repaint.ts';
import { wordsTable } from './words.ts';

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
    ['a generation under a regime: n = 200, 500 generations', 'ns', 'ratio'],
    benchRegimes().map(({ name, nsPerStep, ratio }) => [
      name,
      fixed(nsPerStep, 0),
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
console.log();
console.log(
  table(
    ['a page of 10,000 runs: n = 200, 500 generations', 'median, ms'],
    (await benchEnsemblePage()).map(({ name, ms }) => [name, fixed(ms, 0)]),
  ),
);
console.log();
console.log(wordsTable());
for (const n of [100, 1000]) {
  console.log();
  console.log(
    table(
      [`a lognormal with a threshold: sdlog = 0.5, n = ${n}`, 'fits a second', 'ratio'],
      (await benchLognormal(n)).map(({ name, fitsPerSecond, ratio }) => [
        name,
        fixed(fitsPerSecond, 0),
        fixed(ratio, 3),
      ]),
    ),
  );
}
