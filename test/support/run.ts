import { spawn } from 'node:child_process';

/** What a finished command left behind. */
export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
  /** Milliseconds; then the command is stopped and counts as failed. */
  readonly timeout?: number;
}

/**
 * Runs a command without a shell. Never rejects: a command that cannot start ends with code 127.
 */
export function run(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Finished> {
  const { cwd, env = process.env, input = '', timeout = 300_000 } = options;
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, timeout, stdio: ['pipe', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    // A command may end before it has read its input; its exit status tells the story.
    child.stdin.on('error', () => undefined);
    child.on('error', (error) => resolve({ code: 127, stdout, stderr: error.message }));
    child.on('close', (code, signal) => {
      // Nobody but its timeout kills it from here.
      const stopped = child.killed ? `stopped after ${timeout / 1000} s` : `stopped by ${signal}`;
      resolve({
        code: code ?? 1,
        stdout,
        stderr: signal || child.killed ? `${stderr}${stopped}` : stderr,
      });
    });
    child.stdin.end(input);
  });
}

/** The last line with text in it, for reasons that must fit a line. */
export function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}

/**
 * The first line that speaks of an error, else the last line: where a stack trace or a usage text
 * follows.
 */
export function errorLine(text: string): string {
  return (
    text
      .split('\n')
      .find((line) => /\berror\b/i.test(line))
      ?.trim() ?? lastLine(text)
  );
}
