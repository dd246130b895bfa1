import { describe, expect, it } from 'vitest';
import { placeOf, slugOfRemote } from '../../src/site/repository.ts';

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

  it('is refused for a name that is no repository', () => {
    expect(() => placeOf({ GITHUB_REPOSITORY: 'alone' }, null)).toThrow('not a repository: alone');
  });
});
