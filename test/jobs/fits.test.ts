import { expect, it } from 'vitest';
import { fitAll } from '../../src/lib/fitAll.ts';
import { fits } from '../../src/lib/jobs/fits.ts';
import { joined, madeByWorkers } from './support.ts';

const input = { family: 'lognormal3', values: Float64Array.of(1.2, 1.4, 1.5, 1.9, 2, 4.8, 9.1) };

it('makes a piece of each estimator, and joins them in the readers’ order, whatever came first', () => {
  const made = madeByWorkers(fits, input, 2);
  expect(joined(fits, input, made.toReversed())).toMatchObject(fitAll(input.family, input.values));
  expect(joined(fits, input, made.slice(1))).toBeNull();
});
