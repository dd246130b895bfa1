import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { fileOf } from '../support/built.ts';

const { folder, listed } = inject('site');
const scripts = readdirSync(join(folder, '_astro')).filter((file) => file.endsWith('.js'));
const textOf = (file: string) => readFileSync(join(folder, '_astro', file), 'utf8');

/** The scripts that a worker or a page begins with. */
function entries(): string[] {
  const ofWorkers = scripts.flatMap((file) =>
    [...textOf(file).matchAll(/new Worker\(.{0,80}?([\w.-]+\.js)/g)].map(([, entry]) => entry!),
  );
  const ofPages = listed.flatMap((address) =>
    [
      ...readFileSync(join(folder, fileOf(address)), 'utf8').matchAll(/<script[^>]+src="([^"]+)"/g),
    ].map(([, source]) => source!.split('/').at(-1)!),
  );
  return [...new Set([...ofWorkers, ...ofPages])];
}

describe('a script that a worker or a page begins with', () => {
  it('is found for both', () => {
    expect(entries().some((entry) => entry.startsWith('worker'))).toBe(true);
    expect(entries().some((entry) => entry.startsWith('Demo'))).toBe(true);
  });

  // WebKit runs an entry a second time when something imports it, and what the first copy had
  // registered is missing.
  it('is imported by no other script', () => {
    const known = entries();
    const importers = scripts.flatMap((file) =>
      [...textOf(file).matchAll(/(?:from|import)\s*\(?\s*["'`]\.\/([\w.-]+\.js)["'`]/g)]
        .filter(([, imported]) => known.includes(imported!))
        .map(([, imported]) => `${file} imports ${imported}`),
    );
    expect(importers).toEqual([]);
  });
});
