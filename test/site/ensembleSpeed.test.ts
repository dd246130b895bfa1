import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  FAN,
  measureCancel,
  measureLongestTask,
  measureLongestTaskOfMost,
  measureSeed,
  prepareFan,
} from '../bench/ensemblePage.ts';
import { useBrowser, type Visit } from '../support/page.ts';

/** Milliseconds from a change of seed: 10,000 runs of 500 generations on two processors. */
const FIRST_BAND = 300;
const WHOLE = 1000;
/** The page's own thread, at a stretch. */
const STRETCH = 50;
const CANCEL = 100;

/** Measurements at most, until one is within the budget. */
const ROUNDS = 6;

const open = useBrowser();
let visit: Visit;

beforeAll(async () => {
  visit = await open(FAN);
  await prepareFan(visit.page);
});
afterAll(() => visit.done());

/** The best of some rounds: other programs slow a round down, and a page does not become faster by luck. */
async function best(measure: (page: Page) => Promise<number>, budget: number): Promise<number> {
  let least = Infinity;
  for (let round = 0; round < ROUNDS && least > budget; round++)
    least = Math.min(least, await measure(visit.page));
  return least;
}

it('paints a first band of a new ensemble within 0.3 s and the whole within 1 s', async () => {
  let first = Infinity;
  const whole = await best(async (page) => {
    const cost = await measureSeed(page);
    console.log(
      `10,000 runs of 500 generations: first band after ${cost.first.toFixed(0)} ms, whole after ${cost.whole.toFixed(0)} ms (${cost.work.toFixed(0)} ms of processor time)`,
    );
    first = Math.min(first, cost.first);
    // The clock on the wall also counts what other programs take, the processors' own time does not.
    return first <= FIRST_BAND ? Math.min(cost.whole, cost.work) : Infinity;
  }, WHOLE);
  expect(first, 'ms to the first band').toBeLessThanOrEqual(FIRST_BAND);
  expect(whole, 'ms to the whole').toBeLessThanOrEqual(WHOLE);
});

it.each([
  ['10,000', measureLongestTask],
  ['100,000', measureLongestTaskOfMost],
])(
  'keeps the page from its reader for at most 50 ms at a stretch while %s runs come in',
  async (runs, measure) => {
    const longest = await best(async (page) => {
      const { work, wall } = await measure(page);
      console.log(
        `longest task while ${runs} runs come in: ${wall.toFixed(0)} ms (${work.toFixed(0)} of work)`,
      );
      return Math.min(work, wall);
    }, STRETCH);
    expect(longest, 'ms of the longest task').toBeLessThanOrEqual(STRETCH);
  },
);

it('takes back minutes of work within 100 ms of Cancel', async () => {
  const cancel = await best(async (page) => {
    const ms = await measureCancel(page);
    console.log(`100,000 runs of 5,000 generations: cancelled within ${ms.toFixed(0)} ms`);
    return ms;
  }, CANCEL);
  expect(cancel, 'ms to the former picture').toBeLessThanOrEqual(CANCEL);
});
