/**
 * What a change of setting costs the reader: from the change to the frame that shows it, in a real
 * browser, and as a ratio to a plain baseline of the same run: as many marks, made by plain DOM
 * code. Alone: `node test/bench/repaint.ts`.
 */
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { onBuiltSite } from './machine.ts';

export interface RepaintCost {
  readonly name: string;
  /** Milliseconds from the change until the frame that shows it is painted. */
  readonly median: number;
  readonly p95: number;
  /**
   * Milliseconds of processor time that the page's main thread spent on it, 95 %: free of other
   * programs' load.
   */
  readonly work95: number;
  /** Of the medians, to the baseline, which is the first row. */
  readonly ratio: number;
}

/** The page and demo that are measured: the source's first graph, n = 200 and 500 generations. */
export const ARTICLE = 'a-model-of-a-model/';
const DEMO = 'collapse-demo[data-demo=run]';

interface Sample {
  readonly wall: number;
  readonly work: number;
}

/**
 * Puts `collapseBench(kind, round)` into the page: makes a change, resolves to the time until it is
 * painted.
 */
function prepare(element: Element): void {
  const svgSpace = 'http://www.w3.org/2000/svg';
  const marks = [...element.querySelectorAll('figure svg')]
    .filter((svg) => svg.getClientRects().length > 0)
    .reduce((sum, svg) => sum + svg.querySelectorAll('*').length, 0);
  const canvas = document.createElementNS(svgSpace, 'svg');
  canvas.setAttribute('viewBox', '0 0 800 400');
  element.after(canvas);

  const change = {
    plain(round: number) {
      const dots = Array.from({ length: marks }, (_, i) => {
        const dot = document.createElementNS(svgSpace, 'circle');
        dot.setAttribute('cx', String((800 * i) / marks));
        dot.setAttribute('cy', String(200 + 150 * Math.sin(i + round)));
        dot.setAttribute('r', '2');
        return dot;
      });
      canvas.replaceChildren(...dots);
    },
    demo(round: number) {
      const input = element.querySelector<HTMLInputElement>('input[name=seed]')!;
      input.value = String(20_000 + round);
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
  };
  Object.assign(globalThis, {
    collapseBench: (kind: keyof typeof change, round: number) =>
      new Promise<number>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        const start = performance.now();
        change[kind](round);
        // A message that is posted in the frame's callback arrives when the frame has been painted.
        port1.onmessage = () => resolve(performance.now() - start);
        requestAnimationFrame(() => port2.postMessage(null));
      }),
  });
}

/** Both kinds of change in turn, measured alike. */
async function changes(page: Page, rounds: number): Promise<{ plain: Sample[]; demo: Sample[] }> {
  const demo = page.locator(DEMO);
  await demo.scrollIntoViewIfNeeded();
  await page.waitForSelector(`${DEMO}[data-state=live]`);
  await demo.evaluate(prepare);
  const inspector = await page.context().newCDPSession(page);
  await inspector.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => {
    const { metrics } = await inspector.send('Performance.getMetrics');
    return 1000 * metrics.find(({ name }) => name === 'TaskDuration')!.value;
  };
  const measure = async (kind: 'plain' | 'demo', round: number): Promise<Sample> => {
    // So that changes begin at all moments of a frame's sixtieth of a second.
    await page.waitForTimeout(30 + ((7 * round) % 17));
    const before = await worked();
    const wall = await page.evaluate(`collapseBench('${kind}', ${round})`);
    return { wall: wall as number, work: (await worked()) - before };
  };

  // The first rounds are for the compiler.
  const WARM_UP = 5;
  const samples: { plain: Sample[]; demo: Sample[] } = { plain: [], demo: [] };
  for (let round = 0; round < WARM_UP + rounds; round++) {
    const plain = await measure('plain', round);
    const changed = await measure('demo', round);
    if (round < WARM_UP) continue;
    samples.plain.push(plain);
    samples.demo.push(changed);
  }
  await inspector.detach();
  return samples;
}

/** The value below which a share `p` of the values lies (nearest rank). */
function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(p * sorted.length) - 1]!;
}

/** Measures on an open page of ARTICLE. */
export async function measureRepaint(page: Page, rounds = 60): Promise<RepaintCost[]> {
  const { plain, demo } = await changes(page, rounds);
  const walls = (samples: readonly Sample[]) => samples.map(({ wall }) => wall);
  const base = quantile(walls(plain), 0.5);
  const cost = (name: string, samples: readonly Sample[]): RepaintCost => ({
    name,
    median: quantile(walls(samples), 0.5),
    p95: quantile(walls(samples), 0.95),
    work95: quantile(
      samples.map(({ work }) => work),
      0.95,
    ),
    ratio: quantile(walls(samples), 0.5) / base,
  });
  return [cost('as many marks by plain DOM code (baseline)', plain), cost('a new seed', demo)];
}

/** Builds and serves the site, and measures in a fresh browser. */
export async function benchRepaint(): Promise<RepaintCost[]> {
  return onBuiltSite(async (browser, site) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(new URL(ARTICLE, site).href);
    return await measureRepaint(page);
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { name, median, p95, work95, ratio } of await benchRepaint()) {
    const times = [median, p95, work95].map((ms) => `${ms.toFixed(1).padStart(8)} ms`).join(' ');
    console.log(`${times} ${ratio.toFixed(2).padStart(6)}  ${name}`);
  }
}
