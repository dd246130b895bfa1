import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readText } from '../../src/lib/sources/text.ts';
import { typesAlive } from '../../src/lib/theory/typesAlive.ts';
import { mobyDick } from '../support/mobyDick.ts';
import { ROOT } from '../support/root.ts';
import { run } from '../support/run.ts';

const SCRIPT = join(ROOT, 'src/cli/simulate.ts');
const folder = mkdtempSync(join(tmpdir(), 'words-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const simulate = (...args: string[]) => run(process.execPath, [SCRIPT, ...args]);
const ofText = (path: string, family = 'ngram-2') =>
  ['--family', family, '--source', 'text', '--source-file', path] as const;
const SHORT = ['--n', '20', '--generations', '2', '--statistics', 'types'];

describe('the command simulate on words', () => {
  it.each(['categorical', 'ngram-2', 'ngram-3'])(
    'copies a book by %s, and keeps as many words as the law says',
    async (family) => {
      const text = mobyDick(3);
      const { code, stdout, stderr } = await simulate(
        ...ofText(file(`book-${family}.txt`, text), family),
        ...['--n', '9596', '--generations', '5', '--replicates', '8', '--at', '1,2,5'],
        ...['--statistics', 'types,next', '--json'],
      );
      expect([code, stderr]).toEqual([0, '']);
      const { config, bands } = JSON.parse(stdout);
      expect(config).toMatchObject({ family, source: 'text', text });
      const { counts } = readText(text);
      const shares = counts.map((count) => count / 9_596);
      for (const { t, survivors, statistics } of bands) {
        expect(survivors).toBe(8);
        const law = typesAlive({ shares, n: 9_596, k: t });
        expect(Math.abs(statistics.types.mean - law)).toBeLessThan(0.05 * law);
        expect(Object.keys(statistics.types.quantiles)).toContain('0.5');
        expect(statistics.next.mean).toBeGreaterThan(0);
      }
    },
  );

  it('prints the shape that was promised for Zipf’s law, with the numbers of the law', async () => {
    const { stdout } = await simulate(
      ...['--family', 'categorical', '--source', 'zipf'],
      ...['--source-option', 'size=1000,a=1,b=2.7', '--n', '1000', '--generations', '10'],
      ...['--replicates', '200', '--at', '1,2,5,10', '--statistics', 'types', '--json'],
    );
    const { bands } = JSON.parse(stdout);
    expect(bands.map(({ t }: { t: number }) => t)).toEqual([1, 2, 5, 10]);
    // By law 390.0, 292.5, 179.7, 115.2; the SD of a run is about 11, so 4 errors of 200 runs are
    // 3.
    [390, 292.5, 179.7, 115.2].forEach((law, i) =>
      expect(Math.abs(bands[i].statistics.types.mean - law)).toBeLessThan(3),
    );
  });

  it('decodes by temperature, and says which', async () => {
    const verse = file('verse.txt', 'a rose is a rose is a rose and a nose is a nose');
    const asked = [...ofText(verse), ...SHORT, '--json'];
    const { stdout } = await simulate(
      ...[...asked, '--decoding', 'temperature', '--decoding-option', 'tau=0.5'],
    );
    const { config, records } = JSON.parse(stdout);
    expect(config).toMatchObject({ decoding: 'temperature', decodingOptions: { tau: 0.5 } });
    const plain = JSON.parse((await simulate(...asked)).stdout);
    expect(plain.config.decoding).toBeUndefined();
    expect(records).toHaveLength(plain.records.length);
  });

  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'simulate: a text must hold at least 2 words, got 0'],
    ['one word', 'whale', 'simulate: a text must hold at least 2 words, got 1'],
    ['emoji', '🐋🐳', 'simulate: a text must hold at least 2 words, got 0'],
    ['zeros', Uint8Array.of(0, 1, 0, 2), 'simulate: cannot read FILE: not a text file'],
  ])('says in one line why %s is no text', async (name, content, said) => {
    const path = file(`${name}.txt`, content);
    const { code, stdout, stderr } = await simulate(...ofText(path), ...SHORT);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trim()).toBe(said.replace('FILE', path));
  });

  it.each<[string, string | Uint8Array, number]>([
    ['a byte order mark and lines of Windows', '\uFEFFone two\r\nthree', 3],
    ['UTF-16', Uint8Array.from(Buffer.from('\uFEFFone two three two', 'utf16le')), 3],
    ['mark-up', '<b>bold</b> &amp; <script>run()</script>', 5],
  ])('reads %s', async (name, content, types) => {
    const path = file(`${name.replaceAll(' ', '-')}.txt`, content);
    const { code, stdout } = await simulate(
      ...[...ofText(path, 'categorical'), '--n', '5000', '--generations', '1'],
      ...['--statistics', 'types'],
    );
    expect(code).toBe(0);
    // In so many draws of so few words all of them come.
    expect(stdout.split('\n')[1]).toBe(`1,5000,${types},true,`);
  });
});
