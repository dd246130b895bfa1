import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it, vi } from 'vitest';
import { bands, USUAL_LEVELS } from '../../src/lib/ensemble/bands.ts';
import { drain } from '../../src/lib/drain.ts';
import { ensembleSlice } from '../../src/lib/ensemble/slice.ts';
import type { EnsembleConfig } from '../../src/lib/ensemble/types.ts';
import { checkConfig } from '../../src/lib/config.ts';
import { estimators } from '../../src/lib/estimators/index.ts';
import { failureText } from '../../src/lib/failures.ts';
import { recordsOf } from '../../src/lib/recursion.ts';
import { statisticsOf } from '../../src/lib/statistics.ts';
import type { RunConfig } from '../../src/lib/types.ts';
import { programs } from '../../src/programs/index.ts';
import { engineText, parts } from '../../src/site/engineProgram/engine.ts';
import { ROOT } from '../support/root.ts';
import { run } from '../support/run.ts';
import { ensemble, firstGraph, keyed, lognormalRun, nastySeeds, regimeCases } from './configs.ts';
import { programOf } from './languages.ts';

type Config = RunConfig | EnsembleConfig;

// Each part of the engine is made once, which takes seconds.
vi.setConfig({ testTimeout: 240_000 });

const writer = programs.get('typescript');

/** Runs the programs one after the other in one process, and keeps what each prints. */
const DRIVER = `import { writeFileSync } from 'node:fs';
for (let i = 0; i < Number(process.argv[2]); i += 1) {
  const lines = [];
  console.log = (line) => lines.push(line);
  console.error = (line) => lines.push('! ' + line);
  await import(\`\${process.cwd()}/program-\${i}.ts\`);
  writeFileSync(\`program-\${i}.txt\`, lines.join('\\n'));
}
`;

async function printed(configs: readonly Config[]): Promise<string[][]> {
  const folder = await mkdtemp(join(tmpdir(), 'programs-'));
  try {
    for (const [i, config] of configs.entries())
      await writeFile(join(folder, `program-${i}.ts`), await programOf(writer, config));
    await writeFile(join(folder, 'driver.mjs'), DRIVER);
    const { code, stderr } = await run(
      process.execPath,
      [join(folder, 'driver.mjs'), String(configs.length)],
      { cwd: folder },
    );
    if (code !== 0) throw new Error(stderr);
    return await Promise.all(
      configs.map(async (_, i) =>
        (await readFile(join(folder, `program-${i}.txt`), 'utf8')).split('\n'),
      ),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What the page knows of a run, as its program prints it. */
function linesOfRun(config: RunConfig): string[] {
  const { family, original } = checkConfig(config);
  const statistics = statisticsOf(family);
  return [
    ['t', 'n', ...statistics.map(({ name }) => name)].join(),
    ...recordsOf(config).map(({ t, trainingSize, fit }) =>
      fit.ok
        ? [t, trainingSize, ...statistics.map(({ of }) => of(fit.model, original))].join()
        : `! generation ${t}: ${failureText(fit.reason)}`,
    ),
  ];
}

/**
 * The same of an ensemble: of all generations that the page keeps, and in slices as its workers
 * make them.
 */
function linesOfBands(config: EnsembleConfig, at: readonly number[]): string[] {
  const half = Math.floor(config.replicates / 2);
  const slices = [
    ...(half > 0 ? [drain(ensembleSlice(config, 0, half))] : []),
    drain(ensembleSlice(config, half, config.replicates)),
  ];
  return [
    ['t', 'survivors', 'parameter', 'mean', ...USUAL_LEVELS.map((p) => `q${p}`)].join(),
    ...bands(slices)
      .filter(({ t, survivors }) => at.includes(t) && survivors > 0)
      .flatMap(({ t, survivors, statistics }) =>
        Object.entries(statistics).map(([name, { mean, quantiles }]) =>
          [t, survivors, name, mean, ...USUAL_LEVELS.map((p) => quantiles[p])].join(),
        ),
      ),
  ];
}

const lognormal: RunConfig = {
  ...lognormalRun,
  family: 'lognormal',
  truth: { meanlog: 2, sdlog: 0.5 },
};

/** Families that are known in this language only, and sources. */
const models = [
  { family: 'exponential', truth: { mean: 10 }, estimator: 'unbiased-rate' },
  { family: 'categorical', truth: { equal: 8 }, estimator: 'maximum-likelihood' },
  { family: 'normal-d', truth: { d: 3, sd: 2 }, estimator: 'unbiased-covariance' },
  {
    family: 'categorical',
    source: 'zipf',
    truth: { size: 50, a: 1, b: 2.7 },
    estimator: 'maximum-likelihood',
  },
  { family: 'normal', source: 'two-humps', truth: {}, estimator: 'unbiased-variance' },
  { family: 'ngram-2', truth: { few: 6 }, estimator: 'maximum-likelihood' },
  {
    family: 'ngram-3',
    source: 'text',
    text: 'The whale’s “tail”, the sea; the whale\n\tthe café, the sea, the whale.',
    truth: {},
    estimator: 'maximum-likelihood',
    decoding: 'temperature',
    decodingOptions: { tau: 0.8 },
  },
  { family: 'lognormal', source: 'column', column: [1, 2.5, 4], truth: {}, estimator: 'mle' },
  {
    truth: { mu: 125, sigma: 30 },
    estimator: 'prior',
    estimatorOptions: { strength: 3, tau: 20 },
  },
].map((changes): RunConfig => ({ ...keyed, ...changes, n: 30, generations: 9 }) as RunConfig);

/** Every family with every estimator, several regimes, and both streams. */
const runs: RunConfig[] = [
  ...[firstGraph, keyed, { ...keyed, replicate: 7 }],
  ...models.flatMap((base) => [
    base,
    { ...base, regime: 'fresh-real', regimeOptions: { share: 0.3 } },
    { ...base, regime: 'accumulate-subsample' },
  ]),
  ...estimators.all.flatMap(({ id: estimator, family }) =>
    [keyed, lognormal, lognormalRun]
      .filter((base) => base.family === family)
      .flatMap((base) =>
        ['keyed', 'source'].map((stream) => ({
          ...base,
          ...{ estimator, stream, n: 30, generations: 12 },
        })),
      ),
  ),
  ...regimeCases.flatMap((change) =>
    [keyed, lognormal, lognormalRun]
      // A lognormal has no estimator that weighs.
      .filter(({ family }) => family === 'normal' || change.regime !== 'weighted')
      .flatMap((base) =>
        ['keyed', 'source'].map((stream) => ({
          ...base,
          estimator: estimators.all.find(({ family }) => family === base.family)!.id,
          ...{ ...change, stream, n: 40, generations: 8 },
        })),
      ),
  ),
];

describe('the TypeScript program', () => {
  it('of a run prints the digits of the page, all of them', async () => {
    const found = await printed(runs);
    let ended = 0;
    for (const [i, config] of runs.entries()) {
      const wanted = linesOfRun(config);
      if (wanted.at(-1)!.startsWith('!')) ended += 1;
      expect(found[i], JSON.stringify(config)).toEqual(wanted);
    }
    expect(ended).toBeGreaterThan(2);
  });

  it('of an ensemble prints the bands of the page, to the last digit', async () => {
    const small = { n: 30, generations: 120, replicates: 60 };
    const few = { ...small, generations: 6, replicates: 11 };
    const configs: EnsembleConfig[] = [
      { ...ensemble, ...small },
      { ...ensemble, ...small, how: 'literal' },
      { ...ensemble, ...small, n: 3, at: [3, 60, 120] },
      { ...ensemble, ...small, stream: 'source', replicates: 1 },
      ...regimeCases.map((change) => ({ ...ensemble, ...small, ...change, generations: 20 })),
      ...[lognormal, lognormalRun].flatMap((base) => [
        { ...base, stream: 'keyed', ...few },
        { ...base, stream: 'keyed', ...few, regime: 'fresh-real', regimeOptions: { share: 0.3 } },
        { ...base, ...few, replicates: 1 },
      ]),
    ];
    const found = await printed(configs);
    for (const [i, config] of configs.entries()) {
      const at = JSON.parse(/^ {2}at: (.*\]),/m.exec(writer.write(config))![1]!) as number[];
      expect(at.at(-1)).toBe(config.generations);
      expect(found[i], JSON.stringify(config)).toEqual(linesOfBands(config, at));
      expect(found[i]!.length).toBeGreaterThan(2);
    }
  });

  it('has the seed as it was typed, whatever a stranger types', async () => {
    const configs = nastySeeds.map((seed) => ({ ...keyed, seed, n: 5, generations: 3 }));
    const found = await printed(configs);
    for (const [i, config] of configs.entries()) expect(found[i]).toEqual(linesOfRun(config));
  });

  it('reproduces the first graph of the source from a terminal', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'programs-'));
    try {
      const file = join(folder, 'program.ts');
      await writeFile(file, await programOf(writer, firstGraph));
      const { code, stdout, stderr } = await run(process.execPath, [file], { cwd: folder });
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout.trimEnd().split('\n')).toEqual(linesOfRun(firstGraph));
      const [t, , mean, sd] = stdout.trimEnd().split('\n').at(-1)!.split(',').map(Number);
      expect([t, mean!.toFixed(6), sd!.toFixed(6)]).toEqual([500, '60.561503', '4.037178']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('asks for the engine that it needs, and for no more', () => {
    const part = (config: Config) => writer.engine!(config);
    expect(part(keyed)).toBe('run');
    expect(part(ensemble)).toBe('many');
    expect(part({ ...keyed, regime: 'growing' })).toBe('run-withRegimes');
    expect(part({ ...lognormalRun, stream: 'keyed' })).toBe('run-withLognormals');
    const ofSource = (id: string) => models.find(({ source }) => source === id)!;
    expect(part(ofSource('two-humps'))).toBe('run-withModels');
    expect(part(ofSource('column'))).toBe('run-withLognormals-withModels');
    for (const config of runs) expect(parts).toContain(part(config));
  });
});

describe('the engine in one file', () => {
  const wholes = Promise.all(
    parts.map(async (part) => {
      const settings = writer.write(part.startsWith('many') ? ensemble : keyed);
      return [part, `${settings}${await engineText(part, ROOT)}`] as const;
    }),
  );

  it('has the licences of all that is in it, and loads nothing', async () => {
    for (const [part, text] of await wholes) {
      for (const licence of [
        'Copyright (C) 2010 by Johannes Baagøe',
        '@license Apache-2.0',
        'The Stdlib Authors',
        'the authors of model-collapse',
      ])
        expect(text, part).toContain(licence);
      expect(/^\s*(import|export) .*|.*\b(require|import)\(.*/m.exec(text)?.[0]).toBe(undefined);
      expect(text.includes(ROOT), part).toBe(false);
    }
  });

  it('is TypeScript that the compiler accepts in its strict mode', async () => {
    const files = new Map((await wholes).map(([part, text]) => [`${part}.ts`, text]));
    // In place of the thousands of lines that declare a browser or Node.
    files.set(
      'console.d.ts',
      "declare const console: Record<'log' | 'error', (text: string) => void>;",
    );
    const options: ts.CompilerOptions = {
      strict: true,
      noUncheckedIndexedAccess: true,
      erasableSyntaxOnly: true,
      moduleDetection: ts.ModuleDetectionKind.Force,
      target: ts.ScriptTarget.ES2023,
      lib: ['lib.es2023.d.ts'],
      types: [],
      noEmit: true,
    };
    const host = ts.createCompilerHost(options);
    const { getSourceFile } = host;
    host.getSourceFile = (name, version) => {
      const text = files.get(name);
      return text === undefined
        ? getSourceFile(name, version)
        : ts.createSourceFile(name, text, version, true);
    };
    /** What others have written is JavaScript. */
    const isTheirs = ({ file, start = 0 }: ts.Diagnostic) =>
      file !== undefined &&
      start > file.text.indexOf('var byOthers') &&
      start < file.text.indexOf('as unknown as {');
    const problems = ts
      .getPreEmitDiagnostics(ts.createProgram([...files.keys()], options, host))
      .filter((problem) => !isTheirs(problem))
      .map(({ file, start = 0, messageText }) => {
        const line = file?.text.slice(start).split('\n')[0];
        return [file?.fileName, line, messageText];
      });
    expect(problems).toEqual([]);
  });
});
