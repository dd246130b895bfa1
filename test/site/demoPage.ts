import { parseHTML } from 'linkedom';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, expect } from 'vitest';
import type { Demo } from '../../src/components/demos/shared/demo.ts';
import { captionText, fileCaption } from '../../src/components/island/caption.ts';
import { shownWith } from '../../src/components/island/finish.ts';
import { demos } from '../../src/components/demos/index.ts';
import type { JobName } from '../../src/lib/jobs/index.ts';
import { defaultSettings, type Settings } from '../../src/settings/fields.ts';
import { writeQuery } from '../../src/settings/links.ts';
import { eventually, type Reader, useBrowser, type Visit } from '../support/page.ts';

/** A demo on an open page, by the hooks that its markup offers. */
export interface DemoPage {
  readonly page: Page;
  readonly root: Locator;
  /** The element of a role: play, step, now, notes … */
  part(role: string): Locator;
  /** A form field by its name: n, seed, stream … */
  field(name: string): Locator;
  slider(name: string): Locator;
  preset(id: string): Locator;
  figure(id: string): Locator;
  /**
   * Where a chart begins and ends in its drawing, in pixels: the original's line crosses the whole
   * of it.
   */
  sides(figure: string): Promise<readonly [left: number, right: number]>;
  /** A copy of what is drawn, to be read in Node. */
  drawing(figure: string): Promise<SVGSVGElement>;
  /** "Generation 12 of 500". */
  frame(): Promise<string>;
  sentence(): Promise<string>;
  notes(): Promise<string[]>;
  /** Puts the clock at a frame (0 is the first) by its slider. */
  seek(frame: number): Promise<void>;
  /** Types into a box as a reader does, and leaves it with Enter. */
  type(name: string, text: string): Promise<void>;
  /** Opens a figure's table and reads its body. */
  table(figure: string): Promise<string[][]>;
  /**
   * Waits until the demo says this sentence of the whole of what was asked (some of the runs may be
   * enough for the same sentence), and has painted it and written its address.
   */
  says(sentence: string): Promise<void>;
  /** Fails if anything in the demo is shown, drawn or named with something that is no number. */
  expectSound(): Promise<void>;
}

/**
 * What the engine in Node makes of a demo's settings: defaults, but for `changes`. `J` is the job
 * that the demo has done, `Choices` what its pictures need to know besides.
 */
export function expected<J extends JobName = 'run', Choices = unknown>(
  id: string,
  changes: Settings = {},
) {
  const demo = demos.get(id) as unknown as Demo<J, Choices>;
  const { settings } = demo.repair({ ...defaultSettings(demo.fields), ...changes });
  const result = shownWith(demo, settings);
  const last = demo.frames(result) - 1;
  return {
    result,
    settings,
    last,
    opening: demo.openAt(result),
    sentence: (frame = demo.openAt(result)) => demo.sentence(result, frame),
    label: (frame = demo.openAt(result)) => demo.frameLabel(result, frame),
    figure: (figureId: string) => demo.figures.find((figure) => figure.id === figureId)!,
    caption: captionText(demos.get(id), result as never),
    /** What a file of a picture says below it. */
    fileCaption(figureId: string, frame = demo.openAt(result)) {
      const all = demos.get(id);
      const figure = all.figures.find((one) => one.id === figureId)!;
      return fileCaption(all, figure, result as never, frame);
    },
    query: (at?: number) => writeQuery('', id, demo.fields, settings, at),
  };
}

/** Opens the tables and files of a demo at those of a figure. */
export async function openData(root: Locator, figureId: string): Promise<void> {
  const data = root.locator('[data-role=data]');
  if ((await data.getAttribute('open')) === null) await data.locator('summary').click();
  const tab = data.locator(`input[value="${figureId}"]`);
  if ((await tab.count()) > 0) await tab.check();
}

/** The demo `id` on `page`, once it is awake. */
export async function demoOn(page: Page, id: string): Promise<DemoPage> {
  const root = page.locator(`collapse-demo#${id}`);
  await root.scrollIntoViewIfNeeded();
  await page.locator(`collapse-demo#${id}[data-state=live]`).waitFor();
  const part = (role: string) => root.locator(`[data-role="${role}"]`);
  const figure = (figureId: string) => root.locator(`[data-figure="${figureId}"]`);
  const field = (name: string) => root.locator(`form [name="${name}"]`);
  return {
    page,
    root,
    part,
    field,
    figure,
    slider: (name) => root.locator(`[data-slider="${name}"]`),
    async sides(figureId) {
      const line = figure(figureId).locator('svg path[stroke="var(--original)"][d*="H"]').first();
      const [, left, right] = /^M([\d.]+),.*H([\d.]+)$/.exec((await line.getAttribute('d'))!)!;
      return [Number(left), Number(right)];
    },
    async drawing(figureId) {
      const html = await figure(figureId)
        .locator('svg')
        .evaluate((svg) => svg.outerHTML);
      return parseHTML(`<!doctype html><body>${html}</body>`).document.querySelector('svg')!;
    },
    preset: (preset) => root.locator(`[data-preset="${preset}"]`),
    frame: async () => (await part('frame').innerText()).trim(),
    sentence: async () => (await part('now').innerText()).trim(),
    notes: () => part('notes').locator('p').allInnerTexts(),
    async seek(frame) {
      await part('scrub').evaluate((scrub, value) => {
        (scrub as HTMLInputElement).value = String(value);
        scrub.dispatchEvent(new Event('input', { bubbles: true }));
      }, frame);
    },
    async type(name, text) {
      const box = field(name);
      await box.evaluate((element) => element.closest('details')?.setAttribute('open', ''));
      await box.fill(text);
      await box.press('Enter');
    },
    async table(figureId) {
      await openData(root, figureId);
      const body = root.locator(`[data-table="${figureId}"] tbody`);
      await body.waitFor();
      return body.evaluate((element) =>
        [...element.querySelectorAll('tr')].map((row) =>
          // What has no number is a dash on the page, and empty in files.
          [...row.cells].map(({ textContent: text }) => (text === '–' ? '' : text)),
        ),
      );
    },
    async says(sentence) {
      const said = () =>
        root.evaluate((element) => {
          const now = element.querySelector<HTMLElement>('[data-role=now]')!.innerText;
          const captions = [...element.querySelectorAll('[data-role=caption]')];
          const partial = captions.find((caption) =>
            / of [\d,]+ \w+ so far/.test(caption.textContent),
          );
          return partial ? `${now} [${partial.textContent}]` : now;
        });
      let last = '';
      await eventually(page, async () => (last = await said()) === sentence);
      expect(last).toBe(sentence);
      // The address is written when the frame has been painted, by a timer that stands before this
      // one.
      await page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
      );
    },
    async expectSound() {
      const unsound = await root.evaluate((element) => {
        const wrong = /\b(NaN|undefined|null|Infinity)\b|∞|\[object/;
        const found: string[] = [];
        for (const drawn of element.querySelectorAll('svg, svg *'))
          for (const { name, value } of drawn.attributes)
            if (wrong.test(value)) found.push(`<${drawn.tagName} ${name}="${value.slice(0, 80)}">`);
        const named = '[aria-label], [aria-valuetext], input, output';
        for (const control of element.querySelectorAll<HTMLInputElement>(named))
          for (const text of [control.ariaLabel, control.ariaValueText, control.value])
            if (wrong.test(text ?? '')) found.push(`${control.outerHTML.slice(0, 120)}: ${text}`);
        const copy = element.cloneNode(true) as HTMLElement;
        copy.querySelector('[data-role=program]')?.remove();
        // A note may quote what a stranger wrote; whatever it was, it is no value of the page.
        copy.querySelector('[data-role=notes]')?.remove();
        const said = wrong.exec(copy.textContent ?? '');
        if (said)
          found.push(`text: ${said.input.slice(Math.max(0, said.index - 60), said.index + 60)}`);
        return found;
      });
      expect(unsound).toEqual([]);
    },
  };
}

/**
 * One guarded page for the tests of a file or a describe block, on the frame to embed of the demo
 * `id`. The function that it returns loads the page anew; after each test the guards must have
 * nothing to say.
 */
export function useDemo(
  id: string,
  reader: Reader = {},
  open = useBrowser(),
): (query?: string) => Promise<DemoPage> {
  let visit: Visit | undefined;
  afterEach(async ({ task }) => {
    const { page, complaints } = visit ?? {};
    const failed = task.result?.state === 'fail';
    // A round trip, so that what the page has just said has arrived.
    if (!failed) await page?.title();
    if (failed || complaints?.length) {
      // The next test, or attempt, shall not suffer from what this one has left behind.
      visit = undefined;
      await page?.context().close();
    }
    expect(complaints?.join('\n') ?? '').toBe('');
  });
  afterAll(async () => {
    await visit?.done();
  });
  return async (query = '') => {
    const address = `embed/${id}/${query === '' ? '' : `?${query}`}`;
    if (!visit) {
      visit = await open(address, reader);
    } else {
      const url = new URL(visit.page.url());
      // Not the address as it is: a reload would keep the place and what was typed.
      await visit.page.goto('about:blank');
      await visit.page.goto(`${url.origin}${url.pathname}${query === '' ? '' : `?${query}`}`);
    }
    return demoOn(visit.page, id);
  };
}
