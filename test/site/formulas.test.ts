import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create } from 'fontkit';
import { expect, inject, it } from 'vitest';
import { fileOf } from '../support/built.ts';
import { formulaLetters } from '../support/formulaLetters.ts';
import { useBrowser } from '../support/page.ts';

const { folder, pages } = inject('site');
const open = useBrowser();
const letters = (address: string) =>
  formulaLetters(readFileSync(join(folder, fileOf(address)), 'utf8'));

it('finds every character of every formula in the face of formulas', () => {
  const font = create(
    readFileSync(new URL('../../src/site/fonts/formulas.woff2', import.meta.url)),
  );
  const needed = new Set(pages.flatMap((address) => [...letters(address)]));
  expect(needed.size).toBeGreaterThan(60);
  expect([...needed].filter((c) => !font.hasGlyphForCodePoint(c.codePointAt(0)!))).toEqual([]);
});

it.each(['does-it-always-collapse/', 'is-collapse-inevitable/', ''])(
  'loads the face of formulas where there are some and the machine has none of its own: /%s',
  async (address) => {
    const visit = await open(address);
    const { states, own } = await visit.page.evaluate(async () => {
      await document.fonts.ready;
      const found = await Promise.allSettled(
        ['STIX Two Math', 'Cambria Math', 'Latin Modern Math'].map((name) =>
          new FontFace('own', `local("${name}")`).load(),
        ),
      );
      const states = [...document.fonts]
        .filter((face) => /^["']?Formulas["']?$/.test(face.family))
        .map((face) => face.status);
      return { states, own: found.some(({ status }) => status === 'fulfilled') };
    });
    const needed = letters(address) !== '' && !own;
    expect(states).toEqual([needed ? 'loaded' : 'unloaded']);
    await visit.done();
  },
);
