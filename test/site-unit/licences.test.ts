import { join } from 'node:path';
import { create } from 'fontkit';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { licencesText, packageOf } from '../../src/site/licences.ts';
import { ROOT } from '../support/root.ts';

describe('the package of a module', () => {
  it.each([
    ['/x/node_modules/d3-array/src/mean.js', '/x/node_modules/d3-array'],
    ['/x/node_modules/@observablehq/plot/src/plot.js?v=1', '/x/node_modules/@observablehq/plot'],
    ['\\x\\node_modules\\seedrandom\\lib\\alea.js', '/x/node_modules/seedrandom'],
    ['/x/node_modules/a/node_modules/@b/c/index.js', '/x/node_modules/a/node_modules/@b/c'],
    ['\0commonjs:/x/node_modules/long/umd.js', '\0commonjs:/x/node_modules/long'],
  ])('is found by its folder: %j', (id, folder) => {
    expect(packageOf(id)).toBe(folder);
  });

  it('is none for what is our own', () => {
    expect(packageOf('/x/src/lib/moments.ts')).toBeNull();
    expect(packageOf('\0left-out:d3-geo')).toBeNull();
  });
});

describe('the licences of the site', () => {
  const packages = [
    'seedrandom',
    'd3-array',
    '@stdlib/constants-float64-pinf',
    '@stdlib/number-ctor',
  ];
  const folders = packages.map((name) => join(ROOT, 'node_modules', name));
  const text = licencesText(ROOT, [...folders, ...folders]);

  it('name each package with its version and the text of its licence', () => {
    for (const name of packages)
      expect(text).toMatch(
        new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\((MIT|ISC|Apache-2.0)\\)$`, 'm'),
      );
    for (const words of [
      // Its licence stands in its README only.
      'Copyright 2019 David Bau.',
      'Mike Bostock',
      'Apache License',
      'MIT License',
    ])
      expect(text).toContain(words);
  });

  it('print a text once, however many packages it is for', () => {
    expect(
      text.match(/TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION/g),
    ).toHaveLength(1);
  });

  it('hold the licence of the typefaces, and whose they are', () => {
    expect(text).toContain('SIL OPEN FONT LICENSE Version 1.1');
    for (const face of ['prose', 'interface', 'formulas']) {
      const font = readFileSync(join(ROOT, 'src', 'site', 'fonts', `${face}.woff2`));
      expect(text).toContain(create(font).copyright);
    }
  });
});
