import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../support/root.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}
interface Job {
  readonly if?: string;
  readonly needs?: string | readonly string[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly unknown[]>> };
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = join(ROOT, '.github', 'workflows');
const files = readdirSync(FOLDER).map((name) => {
  const text = readFileSync(join(FOLDER, name), 'utf8');
  return { name, text, workflow: parse(text) as Workflow };
});
const jobs = files.flatMap(({ name, workflow }) =>
  Object.entries(workflow.jobs).map(([id, job]) => ({ name: `${name}: ${id}`, id, job })),
);
const needs = ({ needs: wanted = [] }: Job) => (typeof wanted === 'string' ? [wanted] : wanted);
const publishes = ({ permissions }: Job) => permissions?.['pages'] === 'write';

describe('every workflow', () => {
  it.each(files)('gives a job no more than it names: $name', ({ workflow }) => {
    expect(workflow.permissions).toEqual({});
    for (const job of Object.values(workflow.jobs)) expect(job.permissions).toBeDefined();
  });

  it.each(files)('is never run with our rights on what a stranger sends: $name', ({ workflow }) => {
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
    expect(Object.keys(workflow.on)).not.toContain('workflow_run');
  });

  it.each(files)(
    'names each action by its commit, and its version beside it: $name',
    ({ text }) => {
      const used = [...text.matchAll(/uses: *(.*)$/gm)].map(([, what]) => what!);
      expect(used.length).toBeGreaterThan(0);
      for (const what of used)
        expect(what).toMatch(/^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
      // One action, one commit.
      const commits = new Map(used.map((what) => what.split('@') as [string, string]));
      for (const what of used)
        expect(what).toBe(what.split('@')[0] + '@' + commits.get(what.split('@')[0]!));
    },
  );

  it.each(files)('puts nothing that others can write into a command: $name', ({ workflow }) => {
    for (const { steps } of Object.values(workflow.jobs))
      for (const { run = '' } of steps) expect(run).not.toContain('${{');
  });
});

describe('every job', () => {
  it.each(jobs)('keeps no credentials and ends: $name', ({ job }) => {
    expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
    for (const step of job.steps)
      if (step.uses?.startsWith('actions/checkout@'))
        expect(step.with?.['persist-credentials']).toBe(false);
  });

  it.each(jobs)('may not write where it runs commands: $name', ({ job }) => {
    if (!Object.values(job.permissions ?? {}).includes('write')) return;
    expect(job.steps.filter(({ run }) => run !== undefined)).toEqual([]);
  });
});

describe('publishing', () => {
  const all = Object.fromEntries(jobs.map(({ id, job }) => [id, job]));
  /** All jobs that have to pass before this one. */
  const before = (id: string): string[] =>
    needs(all[id]!).flatMap((other) => [other, ...before(other)]);
  const [publishing, ...others] = jobs.filter(({ job }) => publishes(job));

  it('is one job’s, after every other job of its workflow has passed on the same commit', () => {
    expect(others).toEqual([]);
    const rest = Object.keys(files.find(({ name }) => name === 'checks.yml')!.workflow.jobs);
    expect(new Set(before(publishing!.id))).toEqual(
      new Set(rest.filter((id) => id !== publishing!.id)),
    );
    // A checkout without a `ref` is of the commit that the run is about.
    for (const { job } of jobs)
      for (const step of job.steps) expect(step.with?.['ref']).toBeUndefined();
  });

  it('is for main alone, and not for what strangers send', () => {
    expect(all['site']!.if).toMatch(/^github\.ref == 'refs\/heads\/main' && \(/);
    expect(all['site']!.if).not.toContain('pull_request');
    // Skipped with the job that it needs, as long as it has no condition of its own.
    expect(publishing!.job.if).toBeUndefined();
    expect(needs(publishing!.job)).toEqual(['site']);
  });

  it('asks Pages for the address', () => {
    const build = all['site']!.steps.find(({ run }) => run === 'npm run build')!;
    expect(build.env).toEqual({
      SITE: '${{ steps.pages.outputs.origin }}',
      BASE: "${{ steps.pages.outputs.base_path || '/' }}",
    });
  });
});

it('has the engine tried on three systems, with two versions of Node', () => {
  const { strategy, steps } = jobs.find(({ id }) => id === 'engine')!.job;
  expect(strategy!.matrix).toEqual({
    os: ['ubuntu-latest', 'macos-latest', 'windows-latest'],
    node: [20, 24],
  });
  expect(steps.at(-1)!.run).toBe('npm run engine');
});

it('has everything tried every week', () => {
  const { on } = files.find(({ name }) => name === 'checks.yml')!.workflow;
  expect(on['schedule']).toEqual([{ cron: expect.stringMatching(/^\d+ \d+ \* \* \d$/) as string }]);
});

it('has newer versions of packages and actions proposed, few at a time', () => {
  const { version, updates } = parse(
    readFileSync(join(ROOT, '.github', 'dependabot.yml'), 'utf8'),
  ) as {
    version: number;
    updates: { 'package-ecosystem': string; groups: object; schedule: { interval: string } }[];
  };
  expect(version).toBe(2);
  expect(updates.map((update) => update['package-ecosystem']).sort()).toEqual([
    'github-actions',
    'npm',
  ]);
  for (const { groups } of updates) expect(Object.keys(groups)).toHaveLength(1);
});
