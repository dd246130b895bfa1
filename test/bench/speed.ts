/**
 * `npm run speed [-- DEMO…]`: what a reader waits for, against its budget, and how soon pictures
 * follow a slider, of every demo or of those named. Measured, never asserted: how fast
 * a page answers is also the machine's doing. Ends with status 0 unless something could not be
 * measured at all.
 */
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { exactQuantileOfSd } from '../../src/lib/theory/sdLaw.ts';
import { errorLine } from '../support/run.ts';
import { table } from '../support/table.ts';
import { dragRemarks, dragTable, measureDrags } from './drag.ts';
import {
  FAN,
  type LongestTask,
  measureCancel,
  measureLongestTask,
  measureLongestTaskOfMost,
  measureSeed,
  prepareFan,
} from './ensemblePage.ts';
import { HEAVIEST, longestWhileOpening } from './openings.ts';
import { ARTICLE, measureRepaint } from './repaint.ts';
import { onBuiltSite } from './machine.ts';

/**
 * A wait, what it may be and what it was, in milliseconds; why in words, where it could not be
 * measured.
 */
export interface Speed {
  readonly what: string;
  readonly budget: number;
  readonly measured: number | string;
}

/** One measurement on a page made ready, repeated. */
interface Measurement {
  /** What each number of a round is, and its budget. */
  readonly budgets: readonly (readonly [what: string, budget: number])[];
  /** Rounds at most, until all is within budget. */
  readonly rounds: number;
  readonly measure: (page: Page) => Promise<readonly number[]>;
}

interface Subject {
  readonly address: string;
  readonly ready: (page: Page) => Promise<void>;
  readonly measurements: readonly Measurement[];
}

/** A change waits at most this long for its frame. */
const FRAME = 1000 / 60;

/** A page may be busy for this long at a time, in milliseconds of the processor. */
const BUSY = 30;

/** A round that takes longer never ends, in milliseconds. */
const ENDLESS = 120_000;

/**
 * Of the clock on the wall, which also counts what other programs take, and of the processor's own
 * time the smaller.
 */
const own = ({ work, wall }: LongestTask) => [Math.min(work, wall)];

const SUBJECTS: readonly Subject[] = [
  {
    address: ARTICLE,
    ready: async () => undefined,
    measurements: [
      {
        budgets: [['a change of setting until it is painted, 19 of 20', 50]],
        rounds: 4,
        async measure(page) {
          const [, demo] = await measureRepaint(page);
          return [Math.min(demo!.p95, demo!.work95 + FRAME)];
        },
      },
    ],
  },
  {
    address: FAN,
    ready: prepareFan,
    measurements: [
      {
        budgets: [
          ['10,000 runs of 500 generations until the first band is painted', 300],
          ['the same until all of them are', 1000],
        ],
        rounds: 6,
        async measure(page) {
          const { first, whole, work } = await measureSeed(page);
          return [first, Math.min(whole, work)];
        },
      },
      {
        budgets: [['longest task of the page while 10,000 runs come in', BUSY]],
        rounds: 6,
        measure: async (page) => own(await measureLongestTask(page)),
      },
      {
        budgets: [['longest task of the page while 100,000 runs come in', BUSY]],
        rounds: 6,
        measure: async (page) => own(await measureLongestTaskOfMost(page)),
      },
      {
        budgets: [['Cancel, during minutes of work, until the former picture', 100]],
        rounds: 6,
        measure: async (page) => [await measureCancel(page)],
      },
    ],
  },
];

/** `work`, or a rejection if it does not end. */
function ending<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no end after ${ENDLESS / 1000} s`)), ENDLESS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/**
 * The best of some rounds: other programs slow a round down, and a page does not become faster by
 * luck.
 */
async function bestOf(
  { budgets, rounds }: Pick<Measurement, 'budgets' | 'rounds'>,
  measure: () => Promise<readonly number[]>,
): Promise<readonly number[]> {
  let best = budgets.map(() => Infinity);
  const over = () => budgets.some(([, budget], i) => !(best[i]! <= budget));
  for (let round = 0; round < rounds && over(); round++) {
    const found = await ending(measure());
    best = best.map((least, i) => Math.min(least, found[i]!));
  }
  return best;
}

/** Every wait on a subject's page; one that cannot be measured does not keep the others from it. */
async function speedsOf(subject: Subject, browser: Browser, site: string): Promise<Speed[]> {
  const found: Speed[] = [];
  let page: Page | null = null;
  for (const measurement of subject.measurements) {
    let outcome: readonly (number | string)[];
    try {
      if (!page) {
        page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
        await page.goto(new URL(subject.address, site).href);
        await ending(subject.ready(page));
      }
      const ready = page;
      outcome = await bestOf(measurement, () => measurement.measure(ready));
    } catch (error) {
      const reason = errorLine((error as Error).message);
      outcome = measurement.budgets.map(() => reason);
      // Whatever it hangs in shall not delay the next.
      await page?.close().catch(() => undefined);
      page = null;
    }
    measurement.budgets.forEach(([what, budget], i) =>
      found.push({ what, budget, measured: outcome[i]! }),
    );
  }
  await page?.close();
  return found;
}

/**
 * How long a page is busy at most while it opens; each link is tried up to three times, as other
 * programs are heard too.
 */
async function openings(browser: Browser, site: string): Promise<Speed[]> {
  const found: Speed[] = [];
  let layout = 0;
  for (const link of HEAVIEST) {
    const what = `longest task while ${link.split('?')[0]} opens with a hard link`;
    const layouts: number[] = [];
    const measure = async () => {
      // A fresh page each time: nothing of it is at hand.
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      try {
        const longest = await longestWhileOpening(page, site, link);
        layouts.push(longest.layout);
        return [longest.scripts];
      } finally {
        await page.close();
      }
    };
    try {
      const [scripts] = await bestOf({ budgets: [[what, BUSY]], rounds: 3 }, measure);
      layout = Math.max(layout, Math.min(...layouts));
      found.push({ what, budget: BUSY, measured: scripts! });
    } catch (error) {
      found.push({ what, budget: BUSY, measured: errorLine((error as Error).message) });
    }
  }
  return [
    ...found,
    { what: 'laying out and painting any of them', budget: BUSY, measured: layout },
  ];
}

/** What a page's own thread spends on the exact law, by the clock of Node. */
function exactFan(): Speed {
  let best = Infinity;
  for (let round = 1; round <= 3; round++) {
    const begun = performance.now();
    for (let i = 1; i <= 60; i++) {
      for (const p of [0.05, 0.25, 0.5, 0.75, 0.95])
        exactQuantileOfSd({ n: 156 + round, k: 8 * i, sigma: 30, p });
    }
    best = Math.min(best, performance.now() - begun);
  }
  return { what: 'five quantiles of the exact law at 60 generations', budget: 100, measured: best };
}

/** Builds and serves the site, and measures everything in a fresh browser. */
async function measureSpeed(dragged?: readonly string[]) {
  return onBuiltSite(async (browser, site) => {
    const waits: Speed[] = [exactFan()];
    for (const subject of SUBJECTS) waits.push(...(await speedsOf(subject, browser, site)));
    waits.push(...(await openings(browser, site)));
    return { waits, drags: await measureDrags(browser, site, dragged) };
  });
}

const verdict = ({ budget, measured }: Speed): string =>
  typeof measured === 'string' ? 'not measured' : measured <= budget ? 'within' : 'over';

const ms = (time: number): string => `${time.toFixed(0)} ms`;

/** The speeds as a table for people. */
export function speedTable(speeds: readonly Speed[]): string {
  return table(
    ['what', 'budget', 'measured', ''],
    speeds.map((speed) => [
      speed.what,
      ms(speed.budget),
      typeof speed.measured === 'string' ? '' : ms(speed.measured),
      verdict(speed),
    ]),
  );
}

/**
 * One line for each wait that is over its budget or could not be measured: .ci/run repeats those in
 * its summary.
 */
export function remarks(speeds: readonly Speed[]): string[] {
  return speeds
    .filter((speed) => verdict(speed) !== 'within')
    .map(({ what, budget, measured }) =>
      typeof measured === 'string'
        ? `not measured: ${what}: ${measured}`
        : `over budget: ${what}: ${ms(measured)}, at most ${ms(budget)}`,
    );
}

async function main(ids: readonly string[]): Promise<void> {
  const { waits, drags } = await measureSpeed(ids.length > 0 ? ids : undefined);
  console.log(`${speedTable(waits)}\n\n${dragTable(drags)}`);
  for (const remark of [...remarks(waits), ...dragRemarks(drags)]) console.log(remark);
  const missing =
    waits.some(({ measured }) => typeof measured === 'string') ||
    drags.some((drag) => 'reason' in drag);
  process.exitCode = missing ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await main(process.argv.slice(2));
