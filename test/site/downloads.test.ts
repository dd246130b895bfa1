import { describe, expect, it } from 'vitest';
import { demos } from '../../src/components/demos/index.ts';
import { programs } from '../../src/programs/index.ts';
import { programOf } from '../programs/languages.ts';
import { valuesOf } from '../../src/lib/recursion.ts';
import { useBrowser } from '../support/page.ts';
import { expected } from './demoPage.ts';
import { useFiles } from './files.ts';

const CHANGES = { n: 70, generations: 90, seed: '99' };
const run = expected('run', CHANGES);
const FRAME = 41;

const address = `embed/run/?${run.query(FRAME)}`;
const files = useFiles(useBrowser(), 'run', address, run.sentence(FRAME));

const FIGURES = demos.get('run').figures;

describe('a figure as CSV', () => {
  it('holds a header and every number of the engine to its last digit', async () => {
    const { name, cells } = await files().csv('parameters');
    expect(name).toMatch(/^[\w-]*run[\w-]*n70[\w-]*99[\w-]*parameters\.csv$/);
    const [head, ...rows] = cells;
    expect(head).toEqual(['generation', 'mean', 'standard deviation']);
    const { mu, sigma } = run.result.fitted;
    expect(rows.map((row) => row.map(Number))).toEqual(
      [...mu!].map((mean, i) => [i + 1, mean, sigma![i]]),
    );
  });

  it('holds the values of the generation that is shown', async () => {
    const { cells } = await files().csv('generation');
    const { mu, sigma } = run.result.fitted;
    const model = { mu: mu![FRAME - 1]!, sigma: sigma![FRAME - 1]! };
    const values = valuesOf(run.result.config, FRAME + 1, model);
    expect(cells.slice(1).map(([, value]) => Number(value))).toEqual([...values]);
  });
});

describe.each(FIGURES.map(({ id }) => id))('the figure %s as a picture', (id) => {
  const figure = run.figure(id);

  it('is an SVG that stands by itself: title, caption and legend inside, colours written out', async () => {
    await files().expectSvg(id, [figure.title(run.result), run.fileCaption(id, FRAME)]);
  });

  it('is a PNG of twice the size, with something on it', async () => {
    await files().expectPng(id);
  });
});

describe('the program to take home', () => {
  const config = demos.get('run').config(run.settings);

  it.each(programs.all.map((writer) => [writer.label, writer] as const))(
    'is the one for the settings, to copy and to download: %s',
    async (_label, writer) => {
      const text = await files().expectProgram(writer, config);
      for (const value of ['70', '90', '99']) expect(text).toMatch(new RegExp(`\\b${value}\\b`));
    },
  );

  it('follows the settings while its panel is open', async () => {
    const { demo } = files();
    await demo.type('n', '71');
    const writer = programs.get(await demo.part('language').inputValue());
    const changed = expected('run', { ...CHANGES, n: 71 });
    const text = await programOf(writer, demos.get('run').config(changed.settings));
    await expect.poll(() => demo.part('program').textContent()).toBe(text);
    await demo.part('undo').click();
    const before = await programOf(writer, config);
    await expect.poll(() => demo.part('program').textContent()).toBe(before);
  });

  it('copies the seed as it stands in its box', async () => {
    await files().demo.part('copy-seed').click();
    await expect.poll(() => files().clipboard()).toBe('99');
  });
});
