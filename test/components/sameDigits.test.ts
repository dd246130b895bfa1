import { afterEach, describe, expect, it, vi } from 'vitest';
import { demoWords } from '../support/demoWords.ts';
import { document } from './sound.ts';

/** The functions of Math whose last bit ECMAScript leaves to the browser. */
const LOOSE = [
  ...['exp', 'expm1', 'log', 'log1p', 'log2', 'log10', 'pow', 'cbrt', 'hypot'],
  ...['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'atan2'],
  ...['sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh'],
] as const;

/**
 * As in another browser: every result a bit off, up or down. Whole powers, which d3 takes of ten,
 * are exact in all of them.
 */
function disturb(factor: number): void {
  for (const name of LOOSE) {
    const exact: (...numbers: number[]) => number = Math[name];
    vi.spyOn(Math, name).mockImplementation((...numbers: number[]) => {
      const found = exact(...numbers);
      return name === 'pow' && Number.isInteger(found) ? found : found * factor;
    });
  }
}

/**
 * All that the demos print as they open, by their ids; the modules are loaded anew, with the tables
 * that they make.
 */
async function printed(): Promise<Map<string, string[]>> {
  vi.resetModules();
  const { demos } = await import('../../src/components/demos/index.ts');
  const { firstShown } = await import('../support/beginning.ts');
  const { defaultSettings } = await import('../../src/settings/fields.ts');
  return new Map(
    demos.all.map((demo) => {
      const result = firstShown(demo, defaultSettings(demo.fields));
      return [demo.id, demoWords(demo, result, document).words];
    }),
  );
}

afterEach(() => vi.restoreAllMocks());

describe('what demos print', async () => {
  const here = await printed();

  it.each([
    ['up', 1 + 2 ** -52],
    ['down', 1 - 2 ** -52],
  ])(
    'is the same to the last digit in a browser whose exp, log and sin are a bit off, %s',
    async (_, factor) => {
      disturb(factor);
      for (const [id, words] of await printed()) expect(words, id).toEqual(here.get(id));
    },
  );

  it('has numbers in it', () => {
    // Slips of paper are counted, in whole numbers.
    for (const [id, words] of here) if (id !== 'slips') expect(words.join(), id).toMatch(/\d\.\d/);
  });
});
