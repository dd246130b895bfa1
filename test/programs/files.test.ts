import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodings } from '../../src/lib/decodings/index.ts';
import { estimators } from '../../src/lib/estimators/index.ts';
import { families } from '../../src/lib/families/index.ts';
import { streams } from '../../src/lib/random/index.ts';
import { regimes } from '../../src/lib/regimes/index.ts';
import { sources } from '../../src/lib/sources/index.ts';
import { programs } from '../../src/programs/index.ts';
import { asked, assembled, regionsOf } from '../../src/programs/regions.ts';
import { ROOT } from '../support/root.ts';
import {
  ensemble,
  allEstimatorIds,
  firstGraph,
  keyed,
  lognormalEstimatorIds,
  lognormalRegimeIds,
  lognormalRun,
  regimeCases,
  wordRuns,
} from './configs.ts';
import { isHere, linters, parsers, problemsIn } from './linters.ts';
import { code, count } from './sasText.ts';

const filesOf = (id: string) =>
  globSync(join(ROOT, `src/programs/${id}/**/*.*`))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

const lognormal = { ...lognormalRun, stream: 'keyed' };

/** Every piece of the R and the Python files is in one of these programs. */
const configs = [
  ...[firstGraph, keyed, ensemble].flatMap((base) =>
    allEstimatorIds.map((estimator) => ({ ...base, estimator })),
  ),
  ...regimeCases.flatMap((change) =>
    [keyed, ensemble].flatMap((base) =>
      allEstimatorIds.map((estimator) => ({ ...base, ...change, estimator })),
    ),
  ),
  ...[lognormalRun, lognormal].flatMap((base) =>
    lognormalEstimatorIds.map((estimator) => ({ ...base, estimator })),
  ),
  ...lognormalRegimeIds.flatMap((regime) =>
    lognormalEstimatorIds.map((estimator) => ({ ...lognormal, regime, estimator })),
  ),
  ...wordRuns
    // Words after two have the pieces of words after one, and a temperature is a number.
    .filter(({ family, decodingOptions }) => family !== 'ngram-3' && decodingOptions?.tau !== 1.5)
    .flatMap((config) => [config, { ...config, replicates: 10 }]),
];

describe.each(['r', 'python'] as const)('the files of %s', (id) => {
  const parser = parsers[id];
  it.skipIf(!isHere(parser, `whether the ${id} files are legal`))(
    'are each legal as they stand',
    async () => {
      const files = filesOf(id).map(({ path }) => path);
      expect(files.length).toBeGreaterThan(5);
      expect(await problemsIn(parser, files)).toBe('');
    },
  );

  const linter = linters[id];
  it.skipIf(!isHere(linter, `the ${id} programs with ${linter.name}`))(
    `make programs of which ${linter.name} has nothing to say`,
    async () => {
      const writer = programs.get(id);
      const folder = await mkdtemp(join(tmpdir(), 'programs-'));
      try {
        const paths = configs.map((_, i) => join(folder, `program-${i}.${writer.extension}`));
        for (const [i, path] of paths.entries()) await writeFile(path, writer.write(configs[i]!));
        const said = (await problemsIn(linter, paths)).split('\n').filter(Boolean);
        // Some programs do without a module that all of them load.
        expect(said.filter((line) => !line.endsWith("'math' imported but unused"))).toEqual([]);
      } finally {
        await rm(folder, { recursive: true });
      }
    },
    240_000,
  );
});

it.each(filesOf('sas'))('closes what it opens, and has safe comments: $path', ({ text }) => {
  const bare = code(text);
  expect(count(bare, /(?<!%)\bdo\b/g)).toBe(count(bare, /(?<!%)\bend\b/g));
  for (const [open, close] of ['()', '[]', '{}'] as const)
    expect(bare.split(open!).length).toBe(bare.split(close!).length);
  expect(bare.replaceAll("''", '')).not.toMatch(/["']|\*\/|\/\*/);
  const comments = [...text.matchAll(/\/\*(?! word )([\s\S]*?)\*\//g)].map((match) => match[1]!);
  expect(comments.join('')).not.toMatch(/[%&'*\\]/);
});

describe.each(['r', 'python', 'sas'])('the pieces of %s', (id) => {
  const texts = filesOf(id).map(({ text }) => text);
  const all = texts.map((text) => regionsOf(text));
  const ids = [families, sources, estimators, streams, regimes, decodings].flatMap(({ all }) =>
    all.map(({ id }) => id),
  );
  /** By what a piece is asked for: without its id, and whether for a plain regime. */
  const kinds = new Set(
    all
      .flatMap((regions) => [...regions.keys()])
      .filter((name) => !name.startsWith('word '))
      .map((name) => name.replace(/^(plain|sized) /, ''))
      .map((name) => {
        const words = name.split(' ');
        while (ids.includes(words.at(-1)!)) words.pop();
        return words.join(' ');
      }),
  );

  it('are all asked for, and all that is asked for is there', () => {
    const wanted = new Set([...all.flatMap(asked), 'program']);
    if (all.some((regions) => regions.has('many program'))) wanted.add('many program');
    wanted.delete('about');
    expect([...kinds].sort()).toEqual([...wanted].sort());
  });

  it('name no family, estimator, stream or regime that the engine does not know', () => {
    for (const regions of all)
      for (const name of regions.keys()) {
        const [, kind, of] =
          /^(?:plain |sized )?(regime|estimator|stream|options|decoding) (.+)$/.exec(name) ?? [];
        if (kind) expect(ids, name).toContain(of);
      }
  });
});

describe('a file with regions', () => {
  const file = `# What stands here is for editors.
for (t in 1) {
  # region step a, b
  x <- 1

  # include more
  # endregion
}
# region more
y <- 2
# endregion
# word *model: mean, sd`;

  it('has pieces by name, as far right as they stand from their mark', () => {
    expect([...regionsOf(file)]).toEqual([
      ['step a', 'x <- 1\n\n# include more'],
      ['step b', 'x <- 1\n\n# include more'],
      ['more', 'y <- 2'],
      ['word *model', 'mean, sd'],
    ]);
  });

  it('is put together at the indentation of the place', () => {
    const regions = regionsOf(file);
    const text = 'if (a) {\n  # include step a\n}';
    expect(assembled(text, (name) => regions.get(name))).toBe('if (a) {\n  x <- 1\n\n  y <- 2\n}');
  });

  it('leaves no gap where there is no piece', () => {
    const without = (name: string) => (name === 'more' ? undefined : regionsOf(file).get(name));
    expect(assembled('# include step a\nz', without)).toBe('x <- 1\nz');
  });

  it.each([
    ['# region a\n# region b\n# endregion', 'a region in the region a: b'],
    ['# region a\nx', 'a region without an end: a'],
  ])('is refused where regions do not close', (text, message) => {
    expect(() => regionsOf(text)).toThrow(message);
  });
});
