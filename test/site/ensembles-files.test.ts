import { describe, expect, it } from 'vitest';
import { demos } from '../../src/components/demos/index.ts';
import { programs } from '../../src/programs/index.ts';
import { useBrowser } from '../support/page.ts';
import { type DemoPage, demoOn, expected } from './demoPage.ts';
import { useFiles } from './files.ts';

const CHANGES = {
  n: 30,
  generations: 140,
  replicates: 432,
  seed: '98',
  pick: 'run-7',
  guess: 'none',
};
const run = expected<'ensembles'>('fan', CHANGES);
const FRAME = 60;

const open = useBrowser();
const files = useFiles(open, 'fan', `embed/fan/?${run.query(FRAME)}`, run.sentence(FRAME));

describe.each(['fan', 'runs-now'])('the figure %s', (id) => {
  const figure = run.figure(id);

  it('has in its table what Node computes, and the same in its CSV file', async () => {
    const { columns, rows } = figure.table(run.result, FRAME);
    const shown = await files().demo.table(id);
    expect(shown.length).toBe(rows.length);
    for (const [i, row] of rows.entries()) {
      for (const [j, value] of row.entries()) {
        // Where a bin ends is found by Math.exp, whose last digit is the browser's own.
        if (id === 'fan') expect(shown[i]![j]).toBe(String(value));
        else expect(Number(shown[i]![j]) / Number(value)).toBeCloseTo(1, 12);
      }
    }
    const { name, cells } = await files().csv(id);
    expect(name).toMatch(new RegExp(`^[\\w-]*fan[\\w-]*n30[\\w-]*98[\\w-]*${id}\\.csv$`));
    expect(cells).toEqual([[...columns], ...shown]);
  });

  it('is an SVG that stands by itself, and a PNG with something on it', async () => {
    await files().expectSvg(id, [figure.title(run.result), run.fileCaption(id, FRAME)]);
    await files().expectPng(id);
  });
});

/** What stands in the picture boxes, mark by mark, and the sentences. */
const seen = async (demo: DemoPage) => ({
  pictures: await demo.root
    .locator('[data-role=plot] svg')
    .evaluateAll((pictures) => pictures.map((picture) => picture.outerHTML)),
  sentence: await demo.sentence(),
  frame: await demo.frame(),
  takeaways: await demo.root.locator('[data-role=takeaway]').allInnerTexts(),
});

it('is brought to anyone by its link: the very picture, at the same generation', async () => {
  const { demo } = files();
  await demo.root
    .locator('details[data-panel=share]')
    .evaluate((panel) => panel.setAttribute('open', ''));
  await expect.poll(() => demo.part('link').inputValue()).toMatch(/fan\.at=60/);
  await demo.part('copy-link').click();
  const link = await demo.part('link').inputValue();
  await expect.poll(() => files().clipboard()).toBe(link);
  const here = await seen(demo);
  expect(here.pictures.length).toBe(2);
  const visit = await open('embed/fan/?fan.guess=none&fan.replicates=50&fan.n=9');
  await visit.page.goto(link);
  const there = await demoOn(visit.page, 'fan');
  await there.says(run.sentence(FRAME));
  expect(await seen(there)).toEqual(here);
  await visit.done();
});

describe('the program to take home', () => {
  it.each(programs.all.map((writer) => [writer.label, writer] as const))(
    'makes all the runs of the settings: %s',
    async (_label, writer) => {
      const config = demos.get('fan').config(run.settings);
      const text = await files().expectProgram(writer, config);
      for (const value of ['30', '140', '432', '98'])
        expect(text).toMatch(new RegExp(`\\b${value}\\b`));
    },
  );
});
