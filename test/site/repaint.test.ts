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
  const [plain, demo] = await measureRepaint(visit.page);
  // Where even the plain baseline misses frames, the machine is busy with something else and the clock on the wall
  // measures that. Then the processor time of the page's main thread counts, and the wait for the frame.
  const busy = plain!.p95 > 2 * FRAME;
  const cost = busy ? demo!.work95 + FRAME : demo!.p95;
  console.log(
    `a change of setting is painted within ${cost.toFixed(1)} ms${busy ? ', on a busy machine' : ''}`,
  );
  expect(cost, 'ms at the 95th percentile').toBeLessThanOrEqual(BUDGET);
  await visit.done();
});
