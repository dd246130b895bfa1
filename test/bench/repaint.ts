/**
 * What a change of setting costs the reader: from the change to the frame that shows it, in a real browser, and as
 * a ratio to a plain baseline of the same run: as many marks, made by plain DOM code. Alone: `node test/bench/repaint.ts`.
 */
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { findBrowser, launch } from '../support/browser.ts';
import { buildForTests } from '../support/build.ts';
import { readBuiltSite } from '../support/built.ts';
import { serveSite } from '../support/serve.ts';

export interface RepaintCost {
  readonly name: string;
  /** Milliseconds from the change until the frame that shows it is painted. */
  readonly median: number;
  readonly p95: number;
  /** Of the medians, to the baseline, which is the first row. */
  readonly ratio: number;
}

/** The page and demo that are measured: the source's first graph, n = 200 and 500 generations. */
export const ARTICLE = 'a-model-of-a-model/';
const DEMO = 'collapse-demo[data-demo=run]';

/** Both kinds of change, measured alike within the page, in milliseconds. */
async function changes(page: Page, rounds: number): Promise<{ plain: number[]; demo: number[] }> {
  const demo = page.locator(DEMO);
  await demo.scrollIntoViewIfNeeded();
  await page.waitForSelector(`${DEMO}[data-state=live]`);
  return demo.evaluate(async (element, count) => {
    /** Runs the change and waits until what it did is on the screen. */
    const painted = (change: () => void) =>
      new Promise<number>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        const start = performance.now();
        change();
        // A message that is posted in the frame's callback arrives when the frame has been painted.
        port1.onmessage = () => resolve(performance.now() - start);
        requestAnimationFrame(() => port2.postMessage(null));
      });
    /** Between frames, so that no change begins at the same moment of the frame's sixtieth of a second. */
    const rest = (round: number) =>
      new Promise((resolve) => setTimeout(resolve, 30 + ((round * 7) % 17)));

    const setSeed = (seed: number) => {
      const input = element.querySelector<HTMLInputElement>('input[name=seed]')!;
      input.value = String(seed);
      input.dispatchEvent(new Event('change', { bubbles: true }));
    };
    const marks = [...element.querySelectorAll('figure svg')]
      .filter((svg) => svg.getClientRects().length > 0)
      .reduce((sum, svg) => sum + svg.querySelectorAll('*').length, 0);
    const svgSpace = 'http://www.w3.org/2000/svg';
    const canvas = document.createElementNS(svgSpace, 'svg');
    canvas.setAttribute('viewBox', '0 0 800 400');
    element.after(canvas);
    const drawPlain = (round: number) => {
      const dots = Array.from({ length: marks }, (_, i) => {
        const dot = document.createElementNS(svgSpace, 'circle');
        dot.setAttribute('cx', String((800 * i) / marks));
        dot.setAttribute('cy', String(200 + 150 * Math.sin(i + round)));
        dot.setAttribute('r', '2');
        return dot;
      });
      canvas.replaceChildren(...dots);
    };

    const plain: number[] = [];
    const demo: number[] = [];
    // The first rounds are for the compiler.
    for (let round = -5; round < count; round++) {
      await rest(round + 5);
      const a = await painted(() => drawPlain(round));
      await rest(round + 11);
      const b = await painted(() => setSeed(20_000 + round));
      if (round < 0) continue;
      plain.push(a);
      demo.push(b);
    }
    canvas.remove();
    return { plain, demo };
  }, rounds);
}

/** The value below which a share `p` of the values lies (nearest rank). */
function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(p * sorted.length) - 1]!;
}

/** Measures on an open page of ARTICLE. */
export async function measureRepaint(page: Page, rounds = 60): Promise<RepaintCost[]> {
  const { plain, demo } = await changes(page, rounds);
  const base = quantile(plain, 0.5);
  const cost = (name: string, values: readonly number[]): RepaintCost => ({
    name,
    median: quantile(values, 0.5),
    p95: quantile(values, 0.95),
    ratio: quantile(values, 0.5) / base,
  });
  return [cost('as many marks by plain DOM code (baseline)', plain), cost('a new seed', demo)];
}

/** Builds and serves the site, and measures in a fresh browser. */
export async function benchRepaint(): Promise<RepaintCost[]> {
  const [built, choice] = await Promise.all([buildForTests(), findBrowser()]);
  const site = readBuiltSite(built.folder);
  const served = await serveSite(site.folder, site.base);
  const browser = await launch(choice);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(new URL(ARTICLE, served.url).href);
    return await measureRepaint(page);
  } finally {
    await browser.close();
    await served.close();
    built.remove();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { name, median, p95, ratio } of await benchRepaint()) {
    console.log(
      `${median.toFixed(1).padStart(8)} ms ${p95.toFixed(1).padStart(8)} ms ${ratio.toFixed(2).padStart(6)}  ${name}`,
    );
  }
}
