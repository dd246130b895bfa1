/**
 * Names of the with….ts files that this page has loaded: a worker that makes pieces for it needs
 * the same.
 */
export const registered = new Set<string>();
