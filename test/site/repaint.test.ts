import { expect, it } from 'vitest';
import { ARTICLE, measureRepaint } from '../bench/repaint.ts';
import { useBrowser } from '../support/page.ts';

/** Milliseconds, at the 95th percentile of 60 changes, n = 200 and 500 generations. */
const BUDGET = 50;
/** A change waits at most this long for its frame. */
const FRAME = 1000 / 60;

const open = useBrowser();

it('paints a change of setting within 50 ms, 19 times out of 20', async () => {
  const visit = await open(ARTICLE);
  const [, demo] = await measureRepaint(visit.page);
  // The clock on the wall also counts what other programs take. A change costs no more than the main thread's own
  // work and the wait for the next frame, so the smaller of the two is the page's doing.
  const cost = Math.min(demo!.p95, demo!.work95 + FRAME);
  console.log(
    `a change of setting is painted within ${cost.toFixed(0)} ms (${demo!.p95.toFixed(0)} on the wall, ${demo!.work95.toFixed(0)} of work)`,
  );
  expect(cost, 'ms at the 95th percentile').toBeLessThanOrEqual(BUDGET);
  await visit.done();
});
