/**
 * The licences of all that the site hands to its readers: what its scripts and workers are made of,
 * the typefaces and itself. Written into the built site as licences.txt; licences of what only
 * makes the pages are where that comes from.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';

export const LICENCES_FILE = 'licences.txt';

/** The folder of the package that a module belongs to; null for the project's own. */
export function packageOf(id: string): string | null {
  const [path] = id.replaceAll('\\', '/').split('?') as [string];
  return /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? null;
}

interface Licensed {
  readonly name: string;
  readonly texts: readonly string[];
}

/**
 * What a package says of its licence: all files of that kind, or what its README ends with. Throws
 * if it says nothing.
 */
function licenceOf(folder: string): Licensed {
  const read = (file: string) => readFileSync(join(folder, file), 'utf8').trim();
  const { name, version, license } = JSON.parse(read('package.json')) as Record<string, string>;
  const files = readdirSync(folder).sort();
  const texts = files.filter((file) => /^(licen[cs]e|notice|copying)/i.test(file)).map(read);
  if (texts.length === 0) {
    const readme = read(files.find((file) => /^readme/i.test(file)) ?? 'package.json');
    const start = readme.search(/^#* ?licen[cs]e\b/im);
    if (start < 0) throw new Error(`no text of a licence: ${folder}`);
    texts.push(readme.slice(start));
  }
  return { name: `${name} ${version} (${license})`, texts };
}

/**
 * The typefaces: subsets (fonts/make.mjs), whose copyright notices and licences have to come along.
 */
function typefaces(root: string): Licensed[] {
  const licence = (name: string) =>
    readFileSync(join(root, 'node_modules', name, 'LICENSE'), 'utf8').trim();
  const text = licence('@fontsource-variable/source-serif-4');
  return [
    {
      name: 'The typeface “Formulas”, which is a subset of STIX Two Math',
      texts: [licence('@fontsource/stix-two-math')],
    },
    {
      name: 'The typefaces “Prose” and “Interface”, which are subsets of Source Serif 4 and Source Sans 3',
      texts: [
        [
          '© 2014 - 2021 Adobe Systems Incorporated (http://www.adobe.com/), with Reserved Font Name ‘Source’.',
          '© 2023 Adobe (http://www.adobe.com/), with Reserved Font Name ‘Source’',
          '',
          text.slice(text.indexOf('This Font Software')).trim(),
        ].join('\n'),
      ],
    },
  ];
}

/** The whole file: each text once, under the names of all that it is for. */
export function licencesText(root: string, folders: Iterable<string>): string {
  const own = {
    name: 'Model collapse, live: the code. Prose and figures are under CC BY 4.0, https://creativecommons.org/licenses/by/4.0/',
    texts: [readFileSync(join(root, 'LICENSE'), 'utf8').trim()],
  };
  const all = [own, ...typefaces(root), ...[...new Set(folders)].sort().map(licenceOf)];
  const names = new Map<string, string[]>();
  for (const { name, texts } of all)
    for (const text of texts) names.set(text, [...(names.get(text) ?? []), name]);
  const line = '='.repeat(80);
  return [...names]
    .map(([text, of]) => `${line}\n${of.join('\n')}\n${line}\n\n${text}\n`)
    .join('\n');
}

/** Notes what goes into scripts and workers, for one build. */
export function licences(root: string): { plugin: () => Plugin; integration: AstroIntegration } {
  const folders = new Set<string>();
  return {
    plugin: () => ({
      name: 'licences',
      apply: 'build',
      generateBundle(_options, bundle) {
        // What runs at build time only is not handed to anybody.
        if (this.environment && this.environment.name !== 'client') return;
        for (const file of Object.values(bundle))
          for (const id of file.type === 'chunk' ? file.moduleIds : []) {
            const folder = packageOf(id);
            if (folder && existsSync(join(folder, 'package.json'))) folders.add(folder);
          }
      },
    }),
    integration: {
      name: 'licences',
      hooks: {
        'astro:build:done': ({ dir }) =>
          writeFileSync(new URL(LICENCES_FILE, dir), licencesText(root, folders)),
      },
    },
  };
}
