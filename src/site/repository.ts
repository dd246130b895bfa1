/**
 * Where the site lives, so that a fork, a user's own site and a domain of one's own need no edit.
 *
 * Sources, strongest first: SITE and BASE in the environment, which the workflow fills with what
 * Pages reports; the name of the repository, from GITHUB_REPOSITORY (set by GitHub Actions) or the
 * git remote `origin`; else nobody knows, and a local address serves for looking at the site.
 */
import { execFileSync } from 'node:child_process';

export interface Place {
  /** Origin without a path, for example `https://owner.github.io`. */
  readonly site: string;
  /** False where `site` is but a stand-in: then no page may name it. */
  readonly known: boolean;
  /** Path of the home page, with a leading slash and none at the end, except `/` itself. */
  readonly base: string;
  /** `https://github.com/owner/name`, or null where no repository is known. */
  readonly repository: string | null;
}

const LOCAL_SITE = 'http://localhost:4321';
const LOCAL_BASE = '/model-collapse';

/** `owner/name` of a GitHub remote, by https or ssh; null for any other address. */
export function slugOfRemote(remote: string): string | null {
  const match =
    /^(?:https?:\/\/(?:[^@/]*@)?|ssh:\/\/git@|git@)github\.com[:/]([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(
      remote.trim(),
    );
  return match ? `${match[1]}/${match[2]}` : null;
}

/** The base path as Place has it: `docs/` becomes `/docs`. */
function tidyBase(base: string): string {
  return '/' + base.replace(/^\/+|\/+$/g, '');
}

/** SITE as Place has it. Throws if it is no origin. */
function originOf(site: string): string {
  const url = URL.parse(site);
  if (!url || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`)
    throw new Error(
      `SITE must be an address without a path, such as https://example.org (the path is BASE), got ${site}`,
    );
  return url.origin;
}

/** Works the place out from an environment and the remote address; reads nothing else. */
export function placeOf(
  env: Readonly<Record<string, string | undefined>>,
  remote: string | null,
): Place {
  const slug = env.GITHUB_REPOSITORY || (remote && slugOfRemote(remote)) || null;
  let site = LOCAL_SITE;
  let base = LOCAL_BASE;
  if (slug) {
    const [owner, name, ...rest] = slug.split('/');
    if (!owner || !name || rest.length > 0)
      throw new Error(`not a repository: ${slug} (expected owner/name)`);
    const host = `${owner.toLowerCase()}.github.io`;
    site = `https://${host}`;
    base = name.toLowerCase() === host ? '/' : `/${name}`;
  }
  return {
    site: env.SITE ? originOf(env.SITE) : site,
    known: Boolean(env.SITE || slug),
    base: tidyBase(env.BASE || base),
    repository: slug ? `https://github.com/${slug}` : null,
  };
}

/**
 * Address of the git remote `origin`, or null where there is no git, no checkout or no such remote.
 */
function originRemote(): string | null {
  try {
    const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore'];
    return execFileSync('git', ['remote', 'get-url', 'origin'], { encoding: 'utf8', stdio }).trim();
  } catch {
    return null;
  }
}

/** The place of this checkout. Runs at build time only. */
export const place: Place = placeOf(process.env, originRemote());

/**
 * The whole address of a path from the root, base included; null where nobody knows where the site
 * will stand.
 */
export function addressOf(path: string, { site, known }: Place = place): string | null {
  return known ? new URL(path, site).href : null;
}

/**
 * Where a reader can propose a change to a file of the project; null where no repository is known.
 */
export function editLink(file: string): string | null {
  return place.repository ? `${place.repository}/edit/main/${file}` : null;
}
