import { describe, expect, it } from 'vitest';
import { nameOf } from '../../../src/components/charts/wordCounts.ts';
import { slips } from '../../../src/components/demos/slips.ts';
import { hatOf, lostIn, slipsFigure, stepOf } from '../../../src/components/figures/slips.ts';
import { shownWith } from '../../../src/components/island/finish.ts';
import { defaultSettings } from '../../../src/settings/fields.ts';
import { document } from '../sound.ts';

const settings = defaultSettings(slips.fields);
const result = shownWith(slips, settings);
const view = { width: 592, height: 384, document, uid: 'test' };
const drawnAt = (frame: number) => slipsFigure.draw(result, frame, view).svg;
const rects = (svg: SVGSVGElement) => svg.querySelectorAll('rect').length;

describe('a sentence on slips', () => {
  it('begins with its own words, each on a slip', () => {
    const words = hatOf(result, 0).map((type) => nameOf(result.text, type));
    expect(words.join(' ')).toBe(settings.sentence);
    expect(words).toHaveLength(12);
  });

  it('is drawn from with replacement: as many words, all of them from the hat', () => {
    for (let t = 1; t <= 12; t++) {
      expect(hatOf(result, t)).toHaveLength(12);
      for (const type of hatOf(result, t)) expect(hatOf(result, t - 1)).toContain(type);
    }
  });

  it('never has a word again that was lost', () => {
    const lost = new Set<number>();
    for (let t = 1; t <= 12; t++) {
      for (const type of lostIn(result, t)) lost.add(type);
      for (const type of lost) expect(hatOf(result, t)).not.toContain(type);
    }
    expect(lost.size).toBeGreaterThan(5);
  });

  it('is shown in four steps, each adding a row of slips', () => {
    const [hat, drawn, lost, next] = [0, 1, 2, 3].map((frame) => rects(drawnAt(frame)));
    expect(hat).toBe(12);
    expect(drawn).toBe(24);
    expect(lost).toBe(24 + lostIn(result, 1).length);
    expect(next).toBe(lost! + 12);
    const struck = [...drawnAt(2).querySelectorAll('.dead-word')].map((word) => word.textContent);
    expect(struck).toEqual(lostIn(result, 1).map((type) => nameOf(result.text, type)));
    expect([0, 3, 4, 11].map(stepOf)).toEqual([
      { t: 1, step: 0 },
      { t: 1, step: 3 },
      { t: 2, step: 0 },
      { t: 3, step: 3 },
    ]);
  });

  it('has room for every slip, on a phone for those of this step and of the one before', () => {
    const long = Array.from({ length: 12 }, (_, i) => `gladl${'abcdefghijkl'[i]}`).join(' ');
    const full = shownWith(slips, { ...settings, sentence: long });
    for (const [width, height] of [
      [288, 264],
      [406, 248],
      [592, 384],
    ] as const) {
      for (const step of [0, 1, 2, 3]) {
        const svg = slipsFigure.draw(full, step, { ...view, width, height }).svg;
        const rows = [0, 1, 2, 3].map((index) => (index === 2 ? lostIn(full, 1).length : 12));
        const least = rows[step]! + (step > 0 ? rows[step - 1]! : 0);
        expect(rects(svg)).toBeGreaterThanOrEqual(least);
        for (const rect of svg.querySelectorAll('rect')) {
          const [y, high] = ['y', 'height'].map((name) => Number(rect.getAttribute(name)));
          expect(y! + high!).toBeLessThanOrEqual(height);
        }
      }
    }
  });

  it('says what was lost, and that nothing was where nothing was', () => {
    const names = lostIn(result, 1).map((type) => `“${nameOf(result.text, type)}”`);
    for (const name of names) expect(slips.sentence(result, 2)).toContain(name);
    const kept = Array.from({ length: 12 }, (_, i) => i + 1).find(
      (t) => lostIn(result, t).length === 0,
    );
    if (kept) expect(slips.sentence(result, 4 * (kept - 1) + 2)).toContain('No word was lost');
  });

  it.each([
    ['', 'at least two words'],
    ['one', 'at least two words'],
    ['a b c d e f g h i j k l m n o p q r', 'Only the first 12 words'],
  ])('mends a sentence that is no game: “%s”', (sentence, note) => {
    const mended = slips.repair({ ...settings, sentence });
    expect(mended.notes.join()).toContain(note);
    expect(slips.repair(mended.settings).notes).toEqual([]);
  });
});
