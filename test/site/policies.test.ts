import { describe, expect, it } from 'vitest';
import { policies as policiesDemo } from '../../src/components/demos/policies.ts';
import { policy as policyDemo } from '../../src/components/demos/policy.ts';
import { publishedPolicies } from '../../src/components/demos/shared/publishedPolicies.ts';
import { realShare as realShareDemo } from '../../src/components/demos/realShare.ts';
import { demos } from '../../src/components/demos/index.ts';
import { percent, short } from '../../src/components/charts/words.ts';
import { programs } from '../../src/programs/index.ts';
import type { Settings } from '../../src/settings/fields.ts';
import { fixedRealRest } from '../../src/lib/theory/fixedRealRest.ts';
import { freshRealRest } from '../../src/lib/theory/freshRealRest.ts';
import { firstShown } from '../support/beginning.ts';
import { useBrowser } from '../support/page.ts';
import { expected, useDemo } from './demoPage.ts';
import { useFiles } from './files.ts';
import { expectRows, expectShown, inSight, queryOf, rowsOf } from './shown.ts';

const open = useBrowser();

/** Few enough runs for the page's own thread, whatever the policy. */
const SMALL = { n: 20, generations: 60, replicates: 40 };
const policies = (changes: Settings = {}) =>
  expected<'ensembles'>('policies', { ...SMALL, ...changes });

describe('three policies side by side', () => {
  const fresh = useDemo('policies', {}, open);

  it('are in the page, made by its workers, what they are in Node', async () => {
    const demo = await fresh();
    await expectShown(demo, expected<'ensembles'>('policies'));
    expect(demo.page.workers().length).toBeGreaterThan(0);
  });

  it('are chosen by keyboard: options come into sight and go, words, table and address follow', async () => {
    const demo = await fresh(policies().query());
    await expectShown(demo, policies());
    expect(await inSight(demo)).toEqual(['first', 'second', 'third', 'share', 'n', 'generations']);
    const { keyboard } = demo.page;
    await demo.field('third').focus();
    // The only policy of that letter.
    await keyboard.press('t');
    const trimmed = policies({ third: 'truncated' });
    await demo.says(trimmed.sentence());
    expect(await demo.field('third').evaluate((menu) => menu === document.activeElement)).toBe(
      true,
    );
    expect(await inSight(demo)).toEqual(['first', 'second', 'third', 'cut', 'n', 'generations']);
    await expectShown(demo, trimmed);
    await expect.poll(() => queryOf(demo.page)).toBe(trimmed.query());
    expect(queryOf(demo.page)).toContain('policies.cut=2');
    expect(queryOf(demo.page)).not.toContain('share');

    await demo.type('cut', '1.5');
    await demo.field('first').focus();
    await keyboard.press('w');
    const both = policies({ first: 'weighted', third: 'truncated', cut: 1.5 });
    await expectShown(demo, both);
    await expect.poll(() => queryOf(demo.page)).toBe(both.query());

    // Out of sight is not lost: the option is as it was when its policy comes back.
    await demo.field('third').selectOption('accumulate');
    await demo.says(policies({ first: 'weighted', third: 'accumulate' }).sentence());
    expect(await demo.field('cut').isVisible()).toBe(false);
    await demo.field('second').selectOption('truncated');
    await expectShown(
      demo,
      policies({ first: 'weighted', second: 'truncated', third: 'accumulate', cut: 1.5 }),
    );
    for (let i = 0; i < 2; i++) await demo.part('undo').click();
    await expectShown(demo, both);
    await demo.part('reset').click();
    await demo.says(expected<'ensembles'>('policies').sentence());
    expect(await inSight(demo)).toContain('share');
    expect(await demo.field('cut').inputValue()).toBe('2');
  });

  it('are opened by a link with any three others, and by the presets', async () => {
    const others = policies({
      first: 'sharpened',
      second: 'growing-geometric',
      third: 'soft-selection',
      lambda: 0.9,
      ratio: 1.2,
      target: 1,
      width: 2,
    });
    const demo = await fresh(others.query(7));
    await demo.says(others.sentence(7));
    expect(await demo.frame()).toBe(others.label(7));
    await demo.seek(others.last);
    await expectShown(demo, others);
    expect(await demo.notes()).toEqual([]);
    const pressed = (id: string) => demo.preset(id).getAttribute('aria-pressed');
    for (const { id, settings } of policiesDemo.presets) {
      await demo.preset(id).click();
      const { first, second, third } = settings;
      await expect.poll(() => pressed(id)).toBe('true');
      for (const [name, value] of Object.entries({ first, second, third }))
        expect(await demo.field(name).inputValue()).toBe(value);
      await demo.expectSound();
    }
    // The settings of the others stayed.
    expect(await demo.field('width').inputValue()).toBe('2');
  });

  it('take nonsense in a link with a sentence, and lose nothing else of it', async () => {
    const kept = { n: 30, seed: 'kept', second: 'weighted', weight: 0.3 };
    const wrong: readonly [Record<string, string>, RegExp | null, Settings?][] = [
      [{ first: 'hoard' }, /^First picture: “hoard” is not one of replace, .*so replace is used/],
      [{ third: '__proto__' }, /^Third picture: “__proto__” is not one of .*fresh-real is used/],
      [{ share: 'banana' }, /^Share of real values: “banana” is not a number, so 0.1 is used/],
      [{ share: '7' }, /^Share of real values: “7” must lie between .* so 1 is used/, { share: 1 }],
      [{ weight: 'NaN' }, /^Weight of the real values: “NaN” is not/, { weight: 0.618 }],
      [{ width: '-1' }, /^How far taste reaches.*“-1” must lie between.* 0.5 is/, { width: 0.5 }],
      [{ hoard: '1' }, /^The link sets “hoard”, which is not a setting/],
      // An option that no policy of the link has waits until one is chosen that has it.
      [{ cut: '1' }, null, { cut: 1 }],
    ];
    const demo = await fresh(policies(kept).query());
    for (const [changes, note, settings = {}] of wrong) {
      const params = new URLSearchParams(policies(kept).query());
      for (const [name, value] of Object.entries(changes)) params.set(`policies.${name}`, value);
      await demo.page.evaluate((search) => {
        history.replaceState(null, '', `?${search}`);
        dispatchEvent(new PopStateEvent('popstate'));
      }, params.toString());
      const about = JSON.stringify(changes);
      await expect
        .poll(demo.notes, { message: about })
        .toEqual(note ? [expect.stringMatching(note)] : []);
      if (note) expect(await demo.part('notes').isVisible(), about).toBe(true);
      await expectShown(demo, policies({ ...kept, ...settings }));
    }
    await demo.field('first').selectOption('truncated');
    await expectShown(demo, policies({ ...kept, first: 'truncated', cut: 1 }));
  });
});

describe('a share of real data', () => {
  const fresh = useDemo('real-share', {}, open);
  const FEW = { n: 100, generations: 100, replicates: 300 };
  const realShare = (changes: Settings = {}) =>
    expected<'ensembles'>('real-share', { ...FEW, ...changes });

  it('is dragged: a few runs at once, all of them when the slider is let go', async () => {
    const demo = await fresh(realShare().query());
    await demo.says(realShare().sentence());
    const slider = demo.slider('share');
    await slider.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const box = (await slider.boundingBox())!;
    const { mouse } = demo.page;
    const y = box.y + box.height / 2;
    await mouse.move(box.x + 0.6 * box.width, y);
    await mouse.down();
    for (const place of [0.5, 0.35]) {
      await mouse.move(box.x + place * box.width, y);
      const now = async () => {
        const share = Number(await demo.field('share').inputValue());
        const { settings } = realShare({ share });
        const first = firstShown(realShareDemo, settings);
        return first.ensembles[0]!.made < FEW.replicates
          ? realShareDemo.sentence(first, realShareDemo.openAt(first))
          : 'the whole';
      };
      // Both sides move until the preview is painted.
      await expect.poll(async () => (await demo.sentence()) === (await now())).toBe(true);
    }
    const share = Number(await demo.field('share').inputValue());
    expect(share).toBeLessThan(0.1);
    expect(queryOf(demo.page)).toBe(realShare().query());
    await mouse.up();
    await expectShown(demo, realShare({ share }));
    await expect.poll(() => queryOf(demo.page)).toBe(realShare({ share }).query());
    await demo.part('undo').click();
    await demo.says(realShare().sentence());
  });

  it('is fresh or fixed by radio buttons, and rests where the exact law says', async () => {
    const demo = await fresh(realShare().query());
    await demo.says(realShare().sentence());
    const takeaway = demo.figure('resting').locator('[data-role=takeaway]');
    const resting = [
      [{ kind: 'fresh-real', share: 0.1 }, freshRealRest({ n: 100, real: 10 })],
      [{ kind: 'fixed-real', share: 0.1 }, fixedRealRest({ n: 100, real: 10 })],
      [{ kind: 'fixed-real', share: 0.5 }, fixedRealRest({ n: 100, real: 50 })],
    ] as const;
    for (const [changes, { varianceOfMean, meanOfVariance }] of resting) {
      await demo.root.locator(`input[name=kind][value=${changes.kind}]`).check();
      await demo.type('share', String(changes.share));
      await expectShown(demo, realShare(changes));
      const said = await takeaway.innerText();
      expect(said).toContain(`comes to rest with ${percent(Math.sqrt(meanOfVariance))} of`);
      expect(said).toContain(`off by ${short(Math.sqrt(varianceOfMean))} standard deviations`);
      expect(said).toContain(`${short(Math.sqrt(100 * varianceOfMean))} times the error of one`);
    }
    // One value that stays the same carries no spread at all.
    await demo.preset('one').click();
    await expectShown(demo, realShare({ kind: 'fixed-real', share: 0.01 }));
    expect(await takeaway.innerText()).toContain('the model ends as a point');
    expect(await demo.preset('one').getAttribute('aria-pressed')).toBe('true');
    await demo.root.locator('input[name=kind][value=fixed-real]').focus();
    await demo.page.keyboard.press('ArrowUp');
    await expectShown(demo, realShare({ kind: 'fresh-real', share: 0.01 }));
  });
});

describe.each([
  ['price', { generations: 40, replicates: 30 }, { share: 0.3 }],
  ['growth', { generations: 60, replicates: 40 }, { power: 0.7 }],
  ['selection', { n: 50, generations: 20, replicates: 40 }, { rule: 'sharpened' }],
] as const)('the demo %s', (id, few: Settings, change: Settings) => {
  const before = expected<'ensembles'>(id, few);
  const files = useFiles(open, id, `embed/${id}/?${before.query()}`, before.sentence());

  it('follows a change in picture, words and address; Undo and Reset take it back', async () => {
    const { demo } = files();
    const [name, value] = Object.entries(change)[0]!;
    const radio = demo.root.locator(`input[type=radio][name=${name}][value="${value}"]`);
    if (await radio.count()) await radio.check();
    else await demo.type(name, String(value));
    const after = expected<'ensembles'>(id, { ...few, ...change });
    await expectShown(demo, after);
    await expect.poll(() => queryOf(demo.page)).toBe(after.query());
    await demo.part('undo').click();
    await expectShown(demo, before);
    expect(await demo.part('undo').getAttribute('aria-disabled')).toBe('true');
    await demo.part('reset').click();
    await expectShown(demo, expected<'ensembles'>(id));
    await demo.part('undo').click();
    await demo.says(before.sentence());
  });

  it('hands over the whole table as a file', async () => {
    for (const figure of demos.get(id).figures) {
      const { name, cells } = await files().csv(figure.id);
      expect(name).toContain(figure.id);
      const { columns } = before.figure(figure.id).table(before.result, before.opening);
      expectRows(cells, [[...columns], ...rowsOf(before, figure.id)]);
    }
  });
});

describe('one policy', () => {
  const fresh = useDemo('policy', {}, open);
  const policy = (changes: Settings = {}) =>
    expected<'ensembles'>('policy', { ...SMALL, ...changes });

  it('goes home as a program in R, whichever it is, with its option', async () => {
    const demo = await fresh(policy().query());
    const r = programs.get('r');
    await demo.root.locator('[data-panel=program] summary').click();
    await demo.part('language').selectOption('r');
    const chosen: readonly { regime: string; [option: string]: string | number }[] = [
      { regime: 'fixed-real', share: 0.37 },
      { regime: 'soft-selection', target: -0.43, width: 2.7 },
      { regime: 'growing', power: 1.73 },
    ];
    for (const { regime, ...options } of chosen) {
      await demo.field('regime').selectOption(regime);
      for (const [name, value] of Object.entries(options)) await demo.type(name, String(value));
      const run = policy({ regime, ...options });
      await demo.says(run.sentence());
      const wanted = r.write(policyDemo.config(run.settings));
      await expect.poll(() => demo.part('program').textContent()).toBe(wanted);
      for (const value of Object.values(options)) expect(wanted).toContain(String(value));
      expect(wanted).not.toMatch(/^No program/);
    }
  });

  it('repeats published experiments, and says what each paper shows', async () => {
    const demo = await fresh(policy().query());
    const menu = demo.part('presets');
    const says = demo.part('says');
    expect(await says.isVisible()).toBe(false);
    const offered = await menu.locator('option[value]:not([value=""])').allInnerTexts();
    expect(offered.map((label) => label.trim())).toEqual(
      publishedPolicies.map(({ label }) => label),
    );
    let settings: Settings = {};
    for (const id of ['he-golden', 'kazdan-accumulate-10']) {
      const preset = publishedPolicies.find((one) => one.id === id)!;
      await menu.selectOption(id);
      // What a preset does not set stays.
      settings = { ...settings, ...preset.settings };
      await expectShown(demo, policy(settings));
      await expect.poll(async () => (await says.innerText()).trim()).toBe(preset.says);
      expect(await menu.inputValue()).toBe(id);
    }
    await demo.field('regime').selectOption('replace');
    await expect.poll(() => says.isVisible()).toBe(false);
    expect(await menu.inputValue()).toBe('');
    await demo.part('undo').click();
    await expect.poll(() => menu.inputValue()).toBe('kazdan-accumulate-10');
  });
});
