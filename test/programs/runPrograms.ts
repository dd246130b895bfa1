import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programs } from '../../src/programs/index.ts';
import type { EnsembleConfig } from '../../src/lib/ensemble/types.ts';
import type { RunConfig } from '../../src/lib/types.ts';
import { run } from '../support/run.ts';
import type { tools } from './tools.ts';

type Tool = (typeof tools)[number];

/** What a program printed: its CSV, one object a generation. */
export interface Row {
  readonly t: number;
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
}

/** The same for the lognormal with a threshold. */
export interface LognormalRow {
  readonly t: number;
  readonly n: number;
  readonly threshold: number;
  readonly meanlog: number;
  readonly sdlog: number;
}

/** One object a generation printed: what the program of an ensemble says of its runs. */
export interface BandRow {
  readonly t: number;
  readonly survivors: number;
  readonly meanM: number;
  readonly meanS: number;
  readonly meanS2: number;
  /** Of s, at the levels 0.05, 0.25, 0.5, 0.75 and 0.95. */
  readonly quantiles: readonly number[];
}

/**
 * One process that runs program-0, program-1 … of its folder as they stand, each in a scope of its
 * own, and keeps what each prints: starting R or Python takes longer than most of the programs.
 */
const drivers: Record<Tool['id'], readonly [name: string, text: string]> = {
  r: [
    'driver.R',
    `args <- commandArgs(TRUE)
setwd(args[1])
for (i in seq_len(as.integer(args[2])) - 1) {
  sink(sprintf("program-%d.csv", i))
  source(sprintf("program-%d.R", i), local = new.env())
  sink()
}
`,
  ],
  python: [
    'driver.py',
    `import contextlib, os, sys
os.chdir(sys.argv[1])
for i in range(int(sys.argv[2])):
    with open(f"program-{i}.py", encoding="ascii") as program:
        code = compile(program.read(), program.name, "exec")
    with open(f"program-{i}.csv", "w") as out, contextlib.redirect_stdout(out):
        exec(code, {"__name__": "__main__"})
`,
  ],
};

function cells(csv: string, header: string): number[][] {
  const [first, ...lines] = csv.trimEnd().split('\n');
  if (first !== header) throw new Error(`not the header ${header}: ${first}`);
  const width = header.split(',').length;
  return lines.map((line) => {
    const row = line.split(',').map(Number);
    if (row.length !== width || !row.every(Number.isFinite)) throw new Error(`not a row: ${line}`);
    return row;
  });
}

/** The same of types: of words, and of others. */
export interface TypesRow {
  readonly t: number;
  readonly n: number;
  readonly types: number;
  readonly diversity: number;
  readonly next: number;
}

/** What the program of an ensemble says of its types. */
export interface TypesBandRow {
  readonly t: number;
  readonly mean: number;
  /** At the levels 0.05, 0.25, 0.5, 0.75 and 0.95. */
  readonly quantiles: readonly number[];
}

/** The rows of a program's CSV. Throws if anything else is in it. */
export function parse(csv: string): Row[] {
  return cells(csv, 't,n,mean,sd').map(([t, n, mean, sd]) => {
    return { t: t!, n: n!, mean: mean!, sd: sd! };
  });
}

/** The same for the lognormal with a threshold. */
export function parseLognormal(csv: string): LognormalRow[] {
  return cells(csv, 't,n,threshold,meanlog,sdlog').map(([t, n, threshold, meanlog, sdlog]) => {
    return { t: t!, n: n!, threshold: threshold!, meanlog: meanlog!, sdlog: sdlog! };
  });
}

/** The same for the program of an ensemble. */
function parseBands(csv: string): BandRow[] {
  const header = 't,survivors,mean_m,mean_s,mean_s2,q05,q25,q50,q75,q95';
  return cells(csv, header).map(([t, survivors, meanM, meanS, meanS2, ...quantiles]) => {
    return {
      t: t!,
      survivors: survivors!,
      meanM: meanM!,
      meanS: meanS!,
      meanS2: meanS2!,
      quantiles,
    };
  });
}

export function parseTypes(csv: string): TypesRow[] {
  return cells(csv, 't,n,types,diversity,next').map(([t, n, types, diversity, next]) => {
    return { t: t!, n: n!, types: types!, diversity: diversity!, next: next! };
  });
}

function parseTypesBands(csv: string): TypesBandRow[] {
  const header = 't,mean_types,q05,q25,q50,q75,q95';
  return cells(csv, header).map(([t, mean, ...quantiles]) => {
    return { t: t!, mean: mean!, quantiles };
  });
}

async function inFolder<T>(body: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'programs-'));
  try {
    return await body(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What the programs of `configs` print, all run by one process. */
export async function runPrograms(tool: Tool, configs: readonly RunConfig[]): Promise<Row[][]> {
  return (await outputs(tool, configs)).map(parse);
}

/** The same for the lognormal with a threshold. */
export async function runLognormals(
  tool: Tool,
  configs: readonly RunConfig[],
): Promise<LognormalRow[][]> {
  return (await outputs(tool, configs)).map(parseLognormal);
}

/** The same for programs of ensembles. */
export async function runEnsembles(
  tool: Tool,
  configs: readonly EnsembleConfig[],
): Promise<BandRow[][]> {
  return (await outputs(tool, configs)).map(parseBands);
}

/** The same for types. */
export async function runTypes(tool: Tool, configs: readonly RunConfig[]): Promise<TypesRow[][]> {
  return (await outputs(tool, configs)).map(parseTypes);
}

/** The same for programs of ensembles of types. */
export async function runTypesEnsembles(
  tool: Tool,
  configs: readonly EnsembleConfig[],
): Promise<TypesBandRow[][]> {
  return (await outputs(tool, configs)).map(parseTypesBands);
}

function outputs(tool: Tool, configs: readonly (RunConfig | EnsembleConfig)[]): Promise<string[]> {
  const writer = programs.get(tool.id);
  return inFolder(async (folder) => {
    const runs = join(folder, 'runs');
    await mkdir(runs);
    const file = (i: number, extension: string) => join(runs, `program-${i}.${extension}`);
    for (const [i, config] of configs.entries()) {
      await writeFile(file(i, writer.extension), writer.write(config), 'ascii');
    }
    const [name, text] = drivers[tool.id];
    await writeFile(join(folder, name), text);
    const { code, stderr } = await run(tool.command, [
      join(folder, name),
      runs,
      String(configs.length),
    ]);
    if (code !== 0) throw new Error(stderr);
    return Promise.all(configs.map((_, i) => readFile(file(i, 'csv'), 'utf8')));
  });
}

/** What one program does when a reader starts it from a terminal. */
export function runAlone(
  tool: Tool,
  config: RunConfig | EnsembleConfig,
  env: NodeJS.ProcessEnv = process.env,
) {
  const writer = programs.get(tool.id);
  return inFolder(async (folder) => {
    const file = join(folder, `program.${writer.extension}`);
    await writeFile(file, writer.write(config), 'ascii');
    return run(tool.command, [file], { cwd: folder, env });
  });
}
