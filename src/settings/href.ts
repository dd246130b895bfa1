/**
 * Joins the base path and a path from the site's root: `('/x/', '/glossary/')` gives
 * `/x/glossary/`.
 */
export function withBase(base: string, path: string): string {
  if (!path.startsWith('/')) throw new Error(`not a path from the root: ${path}`);
  return base.replace(/\/+$/, '') + path;
}

/**
 * The address of a page or file of this site, with the base path that the site is served under.
 * Pages end in a slash: `href('/glossary/#generation')`, `href('/feed.xml')`.
 */
export function href(path: string): string {
  return withBase(import.meta.env.BASE_URL, path);
}
