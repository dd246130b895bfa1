import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { load, nameOf } from '../../src/components/island/load.ts';
import { demos } from '../../src/components/demos/index.ts';
import { ROOT } from '../support/root.ts';

const FOLDER = join(ROOT, 'src/components/demos');
const files = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3));

describe('the file of a demo', () => {
  it.each(demos.all.map((demo) => [demo.id, demo] as const))(
    'is found by its id: %s',
    async (id, demo) => {
      expect(files).toContain(nameOf(id));
      expect(await load(id)).toBe(demo);
    },
  );

  it('is registered if it exports a demo under its name', async () => {
    for (const file of files.filter((name) => name !== 'index')) {
      const loaded: Record<string, unknown> = await import(`../../src/components/demos/${file}.ts`);
      const own = loaded[file] as { id?: string; job?: string } | undefined;
      if (own?.id === undefined) continue;
      expect(nameOf(own.id)).toBe(file);
      expect(demos.all).toContain(own);
    }
  });

  it('is asked for in vain where there is no such demo', async () => {
    for (const id of ['no-such-demo', 'index', '../island/load', '__proto__', 'constructor', '']) {
      await expect(load(id)).rejects.toThrow();
    }
  });
});

it('writes the words of an id as a name in code', () => {
  expect(['fan', 'by-hand', 'average-of-runs'].map(nameOf)).toEqual([
    'fan',
    'byHand',
    'averageOfRuns',
  ]);
});
