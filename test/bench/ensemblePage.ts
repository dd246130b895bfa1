/**
 * What a new ensemble costs the reader of its page: from the change of seed until its first band is
 * painted, until all of it is, and how long the page's own thread is kept at a stretch. Alone:
 * `node test/bench/ensemblePage.ts`.
 */
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { onBuiltSite, pagesWorked } from './machine.ts';

/** Milliseconds of one change of seed: 10,000 runs of 500 generations, n = 200. */
export interface EnsembleCost {
  /** Until the first band of the new runs is painted. */
  readonly first: number;
  /** Until all runs are in and painted. */
  readonly whole: number;
  /** Processor time of the page and its workers together: free of other programs' load. */
  readonly work: number;
}

/** The page that is measured: the question is answered, so that the pictures are there. */
export const FAN = 'embed/fan/?fan.guess=none';
const DEMO = 'collapse-demo[data-demo=fan]';

/** Much more than a reader waits for: minutes of work. */
const ENDLESS = { replicates: '100000', generations: '5000' };

/**
 * Puts into the page `collapseChange(name, value)`, `collapseStart(settings)` and
 * `collapseCancel()`: milliseconds.
 */
function prepare(element: HTMLElement): void {
  const part = (role: string) => element.querySelector<HTMLElement>(`[data-role="${role}"]`)!;
  const seen = () => ({
    caption: part('caption').textContent,
    sentence: part('now').textContent,
    // Written when the whole is on the stage.
    settings: element.dataset.settings,
  });
  /**
   * What a frame shows, once it is painted: a message posted in the frame's callback arrives then.
   */
  const painted = () =>
    new Promise<ReturnType<typeof seen>>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      requestAnimationFrame(() => {
        const shown = seen();
        port1.onmessage = () => {
          port1.close();
          resolve(shown);
        };
        port2.postMessage(null);
      });
    });
  const set = (name: string, value: string) => {
    const box = element.querySelector<HTMLInputElement>(`.demo-settings [name="${name}"]`)!;
    box.value = value;
    box.dispatchEvent(new Event('change', { bubbles: true }));
  };
  let sentence = '';
  Object.assign(globalThis, {
    async collapseChange(name: string, value: string) {
      const before = seen().caption;
      const start = performance.now();
      set(name, value);
      for (let first = NaN; ;) {
        const { caption, settings } = await painted();
        const now = performance.now() - start;
        if (Number.isNaN(first) && caption !== before) first = now;
        const shown = JSON.parse(settings!) as Record<string, string | number>;
        if (String(shown[name]) === value) return { first, whole: now };
      }
    },
    async collapseStart(settings: Record<string, string>) {
      sentence = seen().sentence;
      for (const [name, value] of Object.entries(settings)) set(name, value);
      while (part('waiting').hidden) await painted();
    },
    async collapseCancel() {
      const start = performance.now();
      part('cancel').click();
      while ((await painted()).sentence !== sentence);
      return performance.now() - start;
    },
  });
}

/**
 * Readies an open page of FAN: once its own runs are in, and after some rounds for the compilers.
 */
export async function prepareFan(page: Page, warmUp = 3): Promise<void> {
  await page.locator(DEMO).scrollIntoViewIfNeeded();
  await page.waitForSelector(`${DEMO}[data-settings]`);
  await page.locator(DEMO).evaluate(prepare);
  for (let round = 0; round < warmUp; round++) await newSeed(page);
}

let seeds = 20_000;

/** Changes a setting, and waits for all that follows: what it costs on the wall. */
const change = (page: Page, name: string, value: number) =>
  page.evaluate<Pick<EnsembleCost, 'first' | 'whole'>>(`collapseChange('${name}', '${value}')`);
const newSeed = (page: Page) => change(page, 'seed', ++seeds);

/** What one new seed costs on a page made ready. */
export async function measureSeed(page: Page): Promise<EnsembleCost> {
  const inspector = await page.context().browser()!.newBrowserCDPSession();
  try {
    const before = await pagesWorked(inspector);
    const wall = await newSeed(page);
    return { ...wall, work: (await pagesWorked(inspector)) - before };
  } finally {
    await inspector.detach();
  }
}

export interface LongestTask {
  readonly work: number;
  readonly wall: number;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/**
 * The longest task of the page's own thread while `work` is under way: processor time, and on the
 * wall.
 */
async function longestTask(page: Page, work: () => Promise<unknown>): Promise<LongestTask> {
  const browser = page.context().browser()!;
  await browser.startTracing(page, {
    categories: ['disabled-by-default-devtools.timeline', '__metadata'],
  });
  await work();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: readonly TraceEvent[];
  };
  const events = trace.traceEvents;
  const place = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  const threads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(place),
  );
  const tasks = events.filter((event) => event.name === 'RunTask' && threads.has(place(event)));
  if (tasks.length === 0) throw new Error('the trace holds no task of the page');
  const longest = (of: 'dur' | 'tdur') =>
    Math.max(...tasks.map((task) => task[of] ?? task.dur ?? 0)) / 1000;
  return { work: longest('tdur'), wall: longest('dur') };
}

/** While the runs of a new seed come in. */
export const measureLongestTask = (page: Page) => longestTask(page, () => newSeed(page));

/** While ten times as many do, the most that can be asked. */
export async function measureLongestTaskOfMost(page: Page): Promise<LongestTask> {
  const longest = await longestTask(page, () => change(page, 'replicates', 100_000));
  await change(page, 'replicates', 10_000);
  return longest;
}

/** Milliseconds from Cancel, during minutes of work, until the former runs are painted again. */
export async function measureCancel(page: Page): Promise<number> {
  await page.evaluate(`collapseStart(${JSON.stringify(ENDLESS)})`);
  return page.evaluate<number>('collapseCancel()');
}

/** The middle one. */
function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

export interface EnsemblePageCost {
  readonly name: string;
  readonly ms: number;
}

/** Medians over some rounds, in a fresh browser on a site built for it. */
export async function benchEnsemblePage(rounds = 9): Promise<EnsemblePageCost[]> {
  return onBuiltSite(async (browser, site) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(new URL(FAN, site).href);
    await prepareFan(page);
    const seeds: EnsembleCost[] = [];
    const longest: LongestTask[] = [];
    const cancels: number[] = [];
    for (let round = 0; round < rounds; round++) {
      seeds.push(await measureSeed(page));
      longest.push(await measureLongestTask(page));
      cancels.push(await measureCancel(page));
    }
    return [
      {
        name: 'a new seed, until its first band is painted',
        ms: median(seeds.map(({ first }) => first)),
      },
      { name: 'until all of it is', ms: median(seeds.map(({ whole }) => whole)) },
      { name: 'its processor time, page and workers', ms: median(seeds.map(({ work }) => work)) },
      { name: 'longest task of the page’s thread', ms: median(longest.map(({ wall }) => wall)) },
      { name: 'processor time of that task', ms: median(longest.map(({ work }) => work)) },
      { name: 'from Cancel to the former runs', ms: median(cancels) },
    ];
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { name, ms } of await benchEnsemblePage())
    console.log(`${ms.toFixed(0).padStart(8)} ms  ${name}`);
}
