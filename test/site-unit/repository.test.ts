import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addressOf, placeOf, slugOfRemote } from '../../src/site/repository.ts';
import { ROOT } from '../support/root.ts';

describe('the address of a remote', () => {
  it.each([
    'https://github.com/owner/name.git',
    'https://github.com/owner/name',
    'https://github.com/owner/name/',
    'https://token@github.com/owner/name.git',
    'git@github.com:owner/name.git',
    'ssh://git@github.com/owner/name.git\n',
  ])('names owner and repository: %s', (remote) => {
    expect(slugOfRemote(remote)).toBe('owner/name');
  });

  it.each([
    '/srv/git/name.git',
    'https://gitlab.com/owner/name.git',
    'https://github.com.evil.org/a/b',
    '',
  ])('is no GitHub repository: %j', (remote) => {
    expect(slugOfRemote(remote)).toBeNull();
  });

  it('may have dots in the name', () => {
    expect(slugOfRemote('git@github.com:owner/owner.github.io.git')).toBe('owner/owner.github.io');
  });
});

describe('the place of a site', () => {
  it('is under the name of its repository', () => {
    expect(placeOf({ GITHUB_REPOSITORY: 'Owner/collapse-fork' }, null)).toEqual({
      site: 'https://owner.github.io',
      known: true,
      base: '/collapse-fork',
      repository: 'https://github.com/Owner/collapse-fork',
    });
  });

  it('is the root for a user’s own site', () => {
    expect(placeOf({ GITHUB_REPOSITORY: 'Owner/owner.github.io' }, null)).toMatchObject({
      site: 'https://owner.github.io',
      base: '/',
    });
  });

  it('comes from the remote where the environment says nothing', () => {
    expect(placeOf({}, 'git@github.com:a/b.git')).toMatchObject({ base: '/b' });
    expect(placeOf({ GITHUB_REPOSITORY: 'c/d' }, 'git@github.com:a/b.git')).toMatchObject({
      base: '/d',
    });
  });

  it('is local, with no repository, where nothing says', () => {
    expect(placeOf({}, null)).toEqual({
      site: 'http://localhost:4321',
      known: false,
      base: '/model-collapse',
      repository: null,
    });
    expect(placeOf({}, '/srv/git/site.git').repository).toBeNull();
  });

  it('can be set by hand, in any spelling of slashes', () => {
    const place = placeOf(
      { SITE: 'https://example.org/', BASE: 'docs/', GITHUB_REPOSITORY: 'a/b' },
      null,
    );
    expect(place).toMatchObject({ site: 'https://example.org', base: '/docs' });
    expect(placeOf({ BASE: '/' }, null).base).toBe('/');
  });

  it('is what Pages reports, whatever the repository is called', () => {
    const reported = (SITE: string, BASE: string) =>
      placeOf({ SITE, BASE, GITHUB_REPOSITORY: 'Owner/name' }, null);
    const own = { repository: 'https://github.com/Owner/name', known: true };
    // A domain of one's own, for this repository and for a user's site with this one below it.
    expect(reported('https://collapse.example.org', '/')).toEqual({
      site: 'https://collapse.example.org',
      base: '/',
      ...own,
    });
    expect(reported('https://example.org', '/name')).toEqual({
      site: 'https://example.org',
      base: '/name',
      ...own,
    });
  });

  it.each([
    'example.org',
    'https://example.org/docs',
    'file:///srv',
    'https://example.org/?x',
    '/',
  ])('is refused where SITE is no origin: %s', (SITE) => {
    expect(() => placeOf({ SITE }, null)).toThrow(`(the path is BASE), got ${SITE}`);
  });

  it('is refused for a name that is no repository', () => {
    expect(() => placeOf({ GITHUB_REPOSITORY: 'alone' }, null)).toThrow('not a repository: alone');
  });
});

describe('the address of a page', () => {
  it('is whole where the place is known, and none where it is a stand-in', () => {
    const at = (env: Record<string, string>) => addressOf('/docs/glossary/', placeOf(env, null));
    expect(at({ SITE: 'https://example.org' })).toBe('https://example.org/docs/glossary/');
    expect(at({ GITHUB_REPOSITORY: 'a/docs' })).toBe('https://a.github.io/docs/glossary/');
    expect(at({})).toBeNull();
    expect(at({ BASE: '/docs' })).toBeNull();
  });

  it('is made here and nowhere else, so that no page can name the stand-in', () => {
    const src = join(ROOT, 'src');
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(astro|ts|mdx)$/.test(file) && !file.endsWith('repository.ts'))
      .filter((file) =>
        /\b(Astro|place|context)\.site\b|\{ site \}/.test(readFileSync(join(src, file), 'utf8')),
      );
    expect(files).toEqual([]);
  });
});
