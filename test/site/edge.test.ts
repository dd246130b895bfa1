import { describe, expect, it } from 'vitest';
import { programs } from '../../src/programs/index.ts';
import { programOf } from '../programs/languages.ts';
import type { Settings } from '../../src/settings/fields.ts';
import { useBrowser } from '../support/page.ts';
import { expected, useDemo } from './demoPage.ts';

const open = useBrowser();

const edge = (changes: Settings = {}) => expected<'ensembles'>('edge', changes);
const threshold = (changes: Settings = {}) => expected<'run'>('threshold', changes);

/** The rows of a table as they are shown. */
const shown = (table: { rows: readonly (readonly (number | string)[])[] }) =>
  table.rows.map((row) => row.map(String));

describe('many runs of the lognormal with an edge', () => {
  const fresh = useDemo('edge', {}, open);

  it('are in the page what they are in Node: sentence, captions and tables', async () => {
    const demo = await fresh();
    const run = edge();
    await demo.says(run.sentence());
    for (const id of ['edge-threshold', 'edge-meanlog', 'edge-sdlog']) {
      expect(await demo.table(id)).toEqual(shown(run.figure(id).table(run.result, run.last)));
    }
    await demo.seek(9);
    expect(await demo.sentence()).toBe(run.sentence(9));
    expect(await demo.frame()).toBe('Generation 10 of 100');
    await demo.expectSound();
  });

  it('take another course with another method, on the same random numbers', async () => {
    const demo = await fresh();
    await demo.field('estimator').selectOption('mle-unbiased-scale');
    const changes = { estimator: 'mle-unbiased-scale' };
    await demo.says(edge(changes).sentence());
    await demo.part('undo').click();
    await demo.says(edge().sentence());
  });

  it('show that run 1 has ended, and in what', async () => {
    // The seed's run 1 becomes a normal within 100 generations.
    const changes = { n: 50, sdlog: 0.2, replicates: 20, seed: 'a' };
    const run = edge(changes);
    const [first] = run.result.runs;
    expect(first?.ended?.reason).toBe('not-right-skewed');
    const demo = await fresh(run.query(run.last));
    await demo.says(run.sentence(run.last));
    expect(await demo.sentence()).toContain(`Run 1 ended in generation ${first!.ended!.t}.`);
    const label = demo.figure('edge-now').locator('.legend');
    expect(await label.textContent()).toContain('the normal limit');
    await demo.expectSound();
  });

  it('go home as programs with the reader’s settings, in every language', async () => {
    const demo = await fresh();
    await demo.type('n', '123');
    await demo.says(edge({ n: 123 }).sentence());
    const { settings } = edge({ n: 123 });
    const { edge: definition } = await import('../../src/components/demos/edge.ts');
    await demo.root.locator('[data-panel=program] summary').click();
    for (const writer of programs.all) {
      await demo.part('language').selectOption(writer.id);
      const wanted = (await programOf(writer, definition.config(settings))).trim();
      await expect.poll(async () => (await demo.part('program').innerText()).trim()).toBe(wanted);
      expect(wanted).toContain('123');
    }
  });
});

describe('the likelihood of a threshold', () => {
  const fresh = useDemo('threshold', {}, open);

  it('is drawn anew at once when one value is left out, and says how far that moves it', async () => {
    const demo = await fresh();
    await demo.says(threshold().sentence());
    await demo.root.locator('input[name=left][value=smallest]').check();
    const without = threshold({ left: 'smallest' });
    await demo.says(without.sentence());
    expect(await demo.sentence()).toMatch(/Leaving out one value of 200 has moved it by/);
    expect(await demo.part('play').isVisible()).toBe(false);
    await demo.expectSound();
    expect(demo.page.url()).toContain('threshold.left=smallest');
  });

  it('is sound at the ends of what can be set', async () => {
    const ends: readonly Settings[] = [
      { n: 10, sdlog: 0.1, seed: 'a' },
      { n: 10, sdlog: 1.2, seed: 'b' },
      { n: 2000, sdlog: 1.2, left: 'largest' },
      { n: 10, sdlog: 0.1, seed: '3', left: 'smallest' },
    ];
    for (const changes of ends) {
      const run = threshold(changes);
      const demo = await fresh(run.query());
      await demo.says(run.sentence());
      await demo.expectSound();
    }
  });
});
