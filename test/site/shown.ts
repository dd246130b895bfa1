import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { isInUse } from '../../src/settings/fields.ts';
import { demos } from '../../src/components/demos/index.ts';
import type { DemoPage, expected } from './demoPage.ts';

type Run = ReturnType<typeof expected<'ensembles'>>;

/** The query of a page's address. */
export const queryOf = (page: Page) => new URL(page.url()).search.slice(1);

/** The settings in sight, folded ones left aside, in the order of the page. */
export const inSight = (demo: DemoPage) =>
  demo.root
    .locator('.demo-settings fieldset > .demo-fields > .field-slot')
    .evaluateAll((slots) =>
      (slots as HTMLElement[])
        .filter((slot) => slot.checkVisibility())
        .map((slot) => slot.dataset.field!),
    );

/** The settings that mean something, folded ones left aside. */
function inUse(id: string, { settings }: Run): string[] {
  const { fields, folded } = demos.get(id);
  return fields
    .filter((field) => isInUse(field, settings) && !folded.includes(field.name))
    .map(({ name }) => name);
}

/** The rows of a figure's table as a page shows them. */
export const rowsOf = (run: Run, figure: string, frame = run.opening) =>
  run
    .figure(figure)
    .table(run.result, frame)
    .rows.map((row) => row.map(String));

/**
 * Fails unless two tables say the same: to the last digit, but for laws, whose logarithms and
 * exponentials are the browser's and may differ from Node's by some units in the last place of
 * 2^-53.
 */
export function expectRows(shown: readonly (readonly string[])[], rows: readonly string[][]): void {
  const close = (text: string, wanted: string) =>
    text === wanted || Math.abs(Number(text) / Number(wanted) - 1) < 1e-12;
  expect(shown.length).toBe(rows.length);
  const same = shown.map((row, i) =>
    row.map((text, j) => (close(text, rows[i]![j] ?? '') ? rows[i]![j] : text)),
  );
  expect(same).toEqual(rows);
}

/**
 * Fails unless the demo shows what the engine makes of the settings in Node: sentence, form, each
 * picture's name, words and table.
 */
export async function expectShown(demo: DemoPage, run: Run): Promise<void> {
  // A part of the runs may say the same already; a demo has its settings when it shows the whole of
  // them.
  const settings = async () => (await demo.root.getAttribute('data-settings')) ?? '{}';
  await expect.poll(async () => JSON.parse(await settings()) as unknown).toEqual(run.settings);
  await demo.says(run.sentence());
  const id = await demo.root.evaluate((root) => root.id);
  for (const figure of demos.get(id).figures) {
    const { title, takeaway } = run.figure(figure.id);
    const box = demo.figure(figure.id);
    expect(await box.locator('[data-role=plot] svg').getAttribute('aria-label')).toBe(
      title(run.result),
    );
    const said = await box.locator('[data-role=takeaway]').innerText();
    expect(said.trim()).toBe(takeaway(run.result, run.opening));
    expectRows(await demo.table(figure.id), rowsOf(run, figure.id));
  }
  expect((await demo.part('caption').innerText()).trim()).toBe(run.caption);
  const form = await demo.root
    .locator('.demo-settings')
    .evaluate((element) =>
      Object.fromEntries(
        [...new FormData(element as HTMLFormElement)].map(([name, value]) => [name, String(value)]),
      ),
    );
  for (const [name, value] of Object.entries(run.settings))
    expect(form[name], name).toBe(String(value));
  expect(await inSight(demo)).toEqual(inUse(id, run));
  await demo.expectSound();
}
