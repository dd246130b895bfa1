import { describe, expect, it } from 'vitest';
import { demos } from '../../src/components/demos/index.ts';
import { captionText } from '../../src/components/island/caption.ts';
import { defaultSettings } from '../../src/settings/fields.ts';
import { NO_NUMBER } from '../components/sound.ts';
import { firstShown } from '../support/beginning.ts';

/** The caption of pictures with these names and notes; null for a picture without a note. */
function captionWith(
  pictures: readonly (readonly [name: string, note: string | null])[],
  ran = 'n = 10 · seed any',
): string {
  const figures = pictures.map(([name, note]) => ({
    name: () => name,
    ...(note !== null && { note: () => note }),
  }));
  return captionText({ figures: figures as never, caption: () => ran }, null as never);
}

describe('the caption of a demo', () => {
  it('is what was run, as a sentence, where no picture has a note', () => {
    expect(captionWith([['One', null]])).toBe('n = 10 · seed any.');
    expect(
      captionWith([
        ['One', null],
        ['Two', ''],
      ]),
    ).toBe('n = 10 · seed any.');
  });

  it('ends with one full stop, whatever was run', () => {
    expect(captionWith([['One', null]], '20 runs, all to the end.')).toBe(
      '20 runs, all to the end.',
    );
  });

  it('has the note of a lone picture first, without its name', () => {
    expect(captionWith([['One', 'Bars are bars.']])).toBe('Bars are bars. n = 10 · seed any.');
  });

  it('names the picture that a note is about, where it is about one of several', () => {
    expect(
      captionWith([
        ['One', null],
        ['Two', 'Bars are bars.'],
        ['Three', 'Dots are dots.'],
      ]),
    ).toBe('Two: Bars are bars. Three: Dots are dots. n = 10 · seed any.');
  });

  it('says a note once that several pictures have, and names none of them', () => {
    expect(
      captionWith([
        ['One', 'Grey is the original.'],
        ['Two', 'Bars are bars.'],
        ['Three', 'Grey is the original.'],
      ]),
    ).toBe('Grey is the original. Two: Bars are bars. n = 10 · seed any.');
  });
});

describe.each(demos.all)('the caption of $id', (demo) => {
  const result = firstShown(demo, defaultSettings(demo.fields));
  const said = captionText(demo, result);
  const notes = demo.figures.flatMap((figure) => figure.note?.(result) || []);

  it('says what was run last, and each note once, as sentences', () => {
    const ran = demo.caption(result);
    expect(said.endsWith(`${ran}.`)).toBe(true);
    for (const part of [...notes, ran]) expect(said.split(part), part).toHaveLength(2);
    for (const note of notes) expect(note).toMatch(/^[A-Z].*\.$/);
    expect(said).not.toMatch(/\.\.|\s\s|^\s|\s$/);
    expect(said).not.toMatch(NO_NUMBER);
  });

  it('states how much was made, and from which seed', () => {
    const { seed } = defaultSettings(demo.fields);
    if (seed === undefined) {
      expect(said).toContain('no random number');
      return;
    }
    expect(said).toMatch(/\bn = \d|\b(generations?|runs|samples)\b/);
    expect(said).toContain(`seed ${seed}`);
  });

  it('calls each of its pictures something else, on one line of a phone', () => {
    const names = demo.figures.map((figure) => figure.name(result));
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[A-Z].{2,47}$/);
  });
});
