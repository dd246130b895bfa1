/** One test of Debian's `dieharder` on words that are piped to it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Fill } from './feeds.ts';

/** A test by dieharder's name. */
export interface Test {
  readonly name: string;
  /** Which, where several have that name. */
  readonly ntuple?: number;
  /** How many p-values go into the one that is printed, if not as many as dieharder has it. */
  readonly samples?: number;
}

export interface Verdict {
  readonly test: string;
  readonly ntuple: number;
  readonly p: number;
  readonly word: string;
}

/** Generator 200 reads words from standard input; the rest asks for lines that can be split. */
const COLUMNS = ['test_name', 'ntuple', 'pvalues', 'assessment', 'no_whitespace'];
export const CALL = ['-g', '200', '-c', ',', ...COLUMNS.flatMap((column) => ['-D', column])];

/** Words at a time. */
const CHUNK = 2 ** 16;

function* chunks(fill: Fill): Generator<Uint8Array> {
  for (;;) {
    const words = new Uint32Array(CHUNK);
    fill(words);
    yield new Uint8Array(words.buffer);
  }
}

/** Lines such as `sts_serial,3,0.71496202,PASSED`. Throws an Error for any other. */
export function readVerdicts(output: string): Verdict[] {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) throw new Error('dieharder printed no verdict');
  return lines.map((line) => {
    const [, test, ntuple, p, word] =
      /^(\w+),(\d+),([\d.]+),(PASSED|WEAK|FAILED)$/.exec(line.trim()) ?? [];
    if (word === undefined) throw new Error(`dieharder printed: ${line}`);
    return { test: test!, ntuple: Number(ntuple), p: Number(p), word };
  });
}

/** The reader has enough and closes the pipe. */
const ENDED = ['EPIPE', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE'];

/** Lets dieharder read from `fill` until it has its verdicts: one, or many of some tests. */
export async function run({ name, ntuple, samples }: Test, fill: Fill): Promise<Verdict[]> {
  const size = ntuple === undefined ? [] : ['-n', String(ntuple)];
  const count = samples === undefined ? [] : ['-p', String(samples)];
  const child = spawn('dieharder', [...CALL, '-d', name, ...size, ...count], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [output, [code]] = await Promise.all([
    text(child.stdout),
    once(child, 'close'),
    pipeline(Readable.from(chunks(fill)), child.stdin).catch((error: NodeJS.ErrnoException) => {
      if (!ENDED.includes(error.code ?? '')) throw error;
    }),
  ]);
  if (code !== 0) throw new Error(`dieharder -d ${name} ended with ${code}: ${output}`);
  return readVerdicts(output);
}
