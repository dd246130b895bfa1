/**
 * What a reader sees who drags a slider, demo by demo: how soon the picture follows, and how often
 * it changes in a second, also while it plays, on a processor four times slower. Alone: `node
 * test/bench/drag.ts [demo …]`.
 */
import { pathToFileURL } from 'node:url';
import type { Browser, CDPSession, Page } from 'playwright-core';
import type * as listed from '../../src/components/demos/index.ts';
import type { Demo } from '../../src/components/demos/shared/demo.ts';
import { byVite } from '../support/byVite.ts';
import { errorLine } from '../support/run.ts';
import { table } from '../support/table.ts';
import { onBuiltSite, pagesWorked } from './machine.ts';

const { demos } = await byVite<typeof listed>('src/components/demos/index.ts');

/**
 * An animation frame: when it was painted, in milliseconds, and whether a picture changed in it.
 */
export interface Painted {
  readonly at: number;
  readonly changed: boolean;
}

/** Frames in a second: all that came, and those in which a picture changed. */
export interface Rate {
  readonly frames: number;
  readonly changed: number;
}

export interface DragSpeed {
  readonly id: string;
  /** From a movement until all its pictures are painted, 19 of 20, in milliseconds. */
  readonly latency: number;
  /** While its slider is dragged, on a processor four times slower. */
  readonly dragged: Rate;
  /** Processor time of each of these changes, in milliseconds: free of other programs' load. */
  readonly work: number;
  /** While it plays, likewise; null where there is nothing to play. */
  readonly played: Rate | null;
  /** Steps a second of its clock. */
  readonly steps: number;
}

/** Of a demo that could not be measured: why. */
export interface NotMeasured {
  readonly id: string;
  readonly reason: string;
}

const FRAME = 1000 / 60;

/** A movement shall be painted in the frame after the one that it was made in. */
const DRAG_BUDGET = 2 * FRAME;

/** How much slower the processor is while frames are counted. */
const SLOWER = 4;

/** Frames are counted this long, in milliseconds. */
const COUNTED = 1000;

/** Movements that are timed, after some for the compilers. */
const ROUNDS = 20;
const WARM_UP = 2;

/** A picture that has not followed by then is stale, in milliseconds. */
const STALE = 1000;

/** Opening a demo, or making its run, may take so long, in milliseconds. */
const PATIENCE = 30_000;

/** The rate of frames that were counted: of all but the first, from which on it is counted. */
export function rateOf(frames: readonly Painted[]): Rate {
  const [first, ...rest] = frames;
  if (!first || rest.length === 0) return { frames: 0, changed: 0 };
  const seconds = (rest.at(-1)!.at - first.at) / 1000;
  return {
    frames: rest.length / seconds,
    changed: rest.filter(({ changed }) => changed).length / seconds,
  };
}

/**
 * Positions of a slider from 0 to `most` that is moved on by the same way each time, and back where
 * it comes to an end: the first after `start`.
 */
export function sweep(most: number, start: number, way: number, count: number): number[] {
  const step = Math.min(most, Math.max(1, Math.round(way)));
  return Array.from({ length: count }, (_, i) => {
    const along = (start + (i + 1) * step) % (2 * most);
    return along <= most ? along : 2 * most - along;
  });
}

/** The value below which 19 of 20 lie (nearest rank). */
export function nineteenOf20(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(0.95 * sorted.length) - 1] ?? NaN;
}

/**
 * Watches the pictures of a demo. Puts into the page
 * - `collapseHold()` and `collapseLetGo()`, which take its first slider that is shown, or else its
 *   first, and say where that stands and its highest position;
 * - `collapseFollow(position)`, which moves it there and resolves to the milliseconds until all
 *   pictures that follow it are painted, Infinity if none does;
 * - `collapseDiffers()`, whether they differ from before;
 * - `collapseCount(positions)`, which from now on moves it once a frame, as browsers do, and
 *   `collapseCounted()`, the frames since then.
 */
function watch(element: HTMLElement, { stale }: { stale: number }): void {
  const boxes = [...element.querySelectorAll('figure [data-role=plot]')].filter(
    (box) => box.getClientRects().length > 0,
  );
  const drawings = () => boxes.map(({ firstElementChild }) => firstElementChild);
  const written = (svgs: readonly (Element | null)[]) => svgs.map((svg) => svg?.outerHTML).join();

  /** What has changed since the last frame was painted. */
  let touched = new Set<Node>();
  let moved = false;
  const isNew = ({ type, target, attributeName, oldValue }: MutationRecord) =>
    type === 'childList' ||
    (type === 'attributes'
      ? (target as Element).getAttribute(attributeName!) !== oldValue
      : target.nodeValue !== oldValue);
  const observer = new MutationObserver((records) => {
    for (const record of records.filter(isNew)) {
      touched.add(boxes.find((box) => box.contains(record.target))!);
      moved ||= record.type !== 'childList';
    }
  });
  const all = { attributes: true, characterData: true, attributeOldValue: true } as const;
  for (const box of boxes)
    observer.observe(box, { ...all, characterDataOldValue: true, childList: true, subtree: true });

  const sliders = [...element.querySelectorAll<HTMLInputElement>('input[data-slider]')];
  const slider = sliders.find((one) => one.getClientRects().length > 0) ?? sliders[0]!;
  const move = (position: number) => {
    slider.value = String(position);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  };

  /** Told of each frame once it is painted, and which pictures changed in it. */
  let told: (at: number, changed: ReadonlySet<Node>, moved: boolean) => void = () => undefined;
  // A message that is posted in the frame's first callback arrives when the frame has been painted.
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const [changed, attributes] = [touched, moved];
    touched = new Set();
    moved = false;
    told(performance.now(), changed, attributes);
  };
  requestAnimationFrame(function frame() {
    requestAnimationFrame(frame);
    port2.postMessage(null);
  });

  let before = '';
  let counted: { at: number; svgs: readonly (Element | null)[]; moved: boolean }[] = [];
  Object.assign(globalThis, {
    collapseHold() {
      slider.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
      return { start: slider.valueAsNumber, most: Number(slider.max) };
    },
    collapseLetGo: () => slider.dispatchEvent(new PointerEvent('pointerup', { bubbles: true })),
    collapseFollow: (position: number) =>
      new Promise<number>((resolve) => {
        before = written(drawings());
        const followed = new Set<Node>();
        let last = 0;
        const begun = performance.now();
        told = (at, changed) => {
          for (const box of changed) followed.add(box);
          if (changed.size > 0) last = at;
          // A picture that does not depend on the slider need not follow.
          const complete = followed.size === boxes.length || (last > 0 && at - last > 100);
          if (complete) resolve(last - begun);
          else if (at - begun > stale) resolve(Infinity);
        };
        move(position);
      }),
    collapseDiffers: () => written(drawings()) !== before,
    collapseCount(positions: number[]) {
      counted = [];
      told = (at, changed, attributes) => {
        counted.push({ at, svgs: changed.size > 0 ? drawings() : [], moved: attributes });
        const next = positions.shift();
        if (next !== undefined) move(next);
      };
    },
    collapseCounted() {
      told = () => undefined;
      // A picture drawn anew may be the same again.
      let former = '';
      return counted.map(({ at, svgs, moved: attributes }) => {
        const now = svgs.length > 0 ? written(svgs) : former;
        const changed = attributes || now !== former;
        former = now;
        return { at, changed };
      });
    },
  });
}

/** A demo on an open page, and a hand on its slider. */
class Hand {
  readonly #page: Page;
  readonly #client: CDPSession;
  readonly #machine: CDPSession;
  readonly #root: string;
  #at = { start: 0, most: 1 };

  constructor(page: Page, client: CDPSession, machine: CDPSession, id: string) {
    this.#page = page;
    this.#client = client;
    this.#machine = machine;
    this.#root = `collapse-demo[data-demo="${id}"]`;
  }

  /** Opens the demo, its question answered. */
  async open(site: string, { id, ask }: Demo): Promise<void> {
    const query = ask ? `?${id}.${ask.field}=${ask.skipped}` : '';
    await this.#page.goto(`${site}embed/${id}/${query}`);
    // Written when its run is on the stage.
    await this.#page.waitForSelector(`${this.#root}[data-settings]`, { timeout: PATIENCE });
    await this.#page.locator(this.#root).evaluate(watch, { stale: STALE });
  }

  slower(rate: number): Promise<unknown> {
    return this.#client.send('Emulation.setCPUThrottlingRate', { rate });
  }

  async hold(): Promise<void> {
    this.#at = await this.#page.evaluate('collapseHold()');
  }

  async letGo(): Promise<void> {
    await this.#page.evaluate('collapseLetGo()');
  }

  /** So many positions, such that a number of them lead from end to end. */
  #positions(count: number, fromEndToEnd: number): readonly number[] {
    const { start, most } = this.#at;
    return sweep(most, start, most / fromEndToEnd, count);
  }

  /** Milliseconds until the pictures have followed each of some movements over the whole slider. */
  async follow(rounds: number): Promise<number[]> {
    const latencies: number[] = [];
    for (const [round, position] of this.#positions(rounds, rounds).entries()) {
      // So that movements come at all moments of a frame's sixtieth of a second.
      await this.#page.waitForTimeout(30 + ((7 * round) % 17));
      const before = await pagesWorked(this.#machine);
      const wall: number = await this.#page.evaluate(`collapseFollow(${position})`);
      // Of the clock on the wall, which also counts what other programs take, and of the
      // processor's own time the smaller.
      const latency = Math.min(wall, (await pagesWorked(this.#machine)) - before + FRAME);
      // Two settings may have the same picture: drawn anew, it tells nothing.
      if (wall === Infinity) latencies.push(wall);
      else if (await this.#page.evaluate('collapseDiffers()')) latencies.push(latency);
    }
    return latencies;
  }

  /** Frames while the slider is moved in each, over all of it in a second. */
  async drag(time: number): Promise<{ rate: Rate; work: number }> {
    const before = await pagesWorked(this.#machine);
    const positions = this.#positions(600, 60);
    await this.#page.evaluate(`collapseCount(${JSON.stringify(positions)})`);
    await this.#page.waitForTimeout(time);
    const frames = await this.#page.evaluate<Painted[]>('collapseCounted()');
    const work = (await pagesWorked(this.#machine)) - before;
    return { rate: rateOf(frames), work: work / frames.filter(({ changed }) => changed).length };
  }

  /** Frames while the demo plays from its beginning, as long as it does; null where it cannot. */
  async play(): Promise<Rate | null> {
    const play = this.#page.locator(`${this.#root} [data-role=play]`);
    if (!(await play.isVisible())) return null;
    const scrub = this.#page.locator(`${this.#root} [data-role=scrub]`);
    await scrub.evaluate((input: HTMLInputElement) => {
      input.value = '0';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await play.evaluate((button: HTMLElement) => button.click());
    await this.#page.evaluate('collapseCount([])');
    const ended = `${this.#root} [data-role=play][data-playing=false]`;
    await this.#page.waitForSelector(ended, { timeout: COUNTED }).catch(() => undefined);
    return rateOf(await this.#page.evaluate<Painted[]>('collapseCounted()'));
  }
}

/** A demo alone on a fresh page. */
async function speedOf(
  demo: Demo,
  page: Page,
  machine: CDPSession,
  site: string,
): Promise<DragSpeed> {
  const hand = new Hand(page, await page.context().newCDPSession(page), machine, demo.id);
  await hand.open(site, demo);
  await hand.slower(SLOWER);
  const played = await hand.play();
  await hand.hold();
  await hand.drag(COUNTED / 3);
  const { rate: dragged, work } = await hand.drag(COUNTED);
  await hand.slower(1);
  const latencies = (await hand.follow(WARM_UP + ROUNDS)).slice(WARM_UP);
  await hand.letGo();
  if (latencies.length === 0) throw new Error('no movement of its slider changes a picture');
  const steps = demo.speeds[0]?.value ?? 0;
  return { id: demo.id, latency: nineteenOf20(latencies), dragged, work, played, steps };
}

/** Every demo that has a slider; one that cannot be measured does not keep the others from it. */
export async function measureDrags(
  browser: Browser,
  site: string,
  wanted: readonly string[] = demos.all.map(({ id }) => id),
): Promise<(DragSpeed | NotMeasured)[]> {
  const found: (DragSpeed | NotMeasured)[] = [];
  const machine = await browser.newBrowserCDPSession();
  for (const id of wanted) {
    const demo = demos.get(id);
    if (!demo.fields.some(({ kind }) => kind === 'number')) continue;
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    try {
      found.push(await speedOf(demo, page, machine, site));
    } catch (error) {
      found.push({ id, reason: errorLine((error as Error).message) });
    } finally {
      await page.close();
    }
  }
  await machine.detach();
  return found;
}

/** Infinity is what never came, NaN what there is nothing of. */
const whole = (value: number): string =>
  value === Infinity ? 'stale' : Number.isNaN(value) ? '' : value.toFixed(0);

/** The speeds as a table for people: of each demo, while it is dragged and while it plays. */
export function dragTable(speeds: readonly (DragSpeed | NotMeasured)[]): string {
  const drag = ['dragged: latency, ms', 'changes/s', 'of frames/s', 'work, ms'];
  return table(
    ['demo', ...drag, 'played: changes/s', 'of steps/s', 'frames/s'],
    speeds.map((speed) => {
      if ('reason' in speed) return [speed.id, 'not measured'];
      const { id, latency, dragged, work, played, steps } = speed;
      return [
        ...[id, ...[latency, dragged.changed, dragged.frames, work].map(whole)],
        ...(played ? [played.changed, steps, played.frames].map(whole) : []),
      ];
    }),
  );
}

/** One line for each demo whose pictures follow too late, or that could not be measured. */
export function dragRemarks(speeds: readonly (DragSpeed | NotMeasured)[]): string[] {
  return speeds.flatMap((speed) => {
    if ('reason' in speed) return [`not measured: dragging ${speed.id}: ${speed.reason}`];
    const { id, latency } = speed;
    if (latency <= DRAG_BUDGET) return [];
    const late = latency === Infinity ? 'its pictures do not follow' : `${whole(latency)} ms`;
    return [`over budget: dragging ${id}: ${late}, at most ${whole(DRAG_BUDGET)} ms`];
  });
}

/** Builds and serves the site, and measures in a fresh browser. */
async function benchDrags(ids?: readonly string[]): Promise<void> {
  return onBuiltSite(async (browser, site) => {
    const speeds = await measureDrags(browser, site, ids);
    console.log(dragTable(speeds));
    for (const remark of dragRemarks(speeds)) console.log(remark);
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const ids = process.argv.slice(2);
  await benchDrags(ids.length > 0 ? ids : undefined);
}
