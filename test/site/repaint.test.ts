import { expect, it } from 'vitest';
import { ARTICLE, measureRepaint } from '../bench/repaint.ts';
import { useBrowser } from '../support/page.ts';

/** Milliseconds, at the 95th percentile of 60 changes, n = 200 and 500 generations. */
const BUDGET = 50;

const open = useBrowser();

it('paints a change of setting within 50 ms, 19 times out of 20', async () => {
  const visit = await open(ARTICLE);
  // Somebody else's load on the machine can only slow a round down: the best of three counts.
  let best = Infinity;
  for (let round = 0; round < 3 && best > BUDGET; round++) {
    const [, demo] = await measureRepaint(visit.page);
    best = Math.min(best, demo!.p95);
  }
  expect(best, 'ms at the 95th percentile').toBeLessThanOrEqual(BUDGET);
  await visit.done();
});
