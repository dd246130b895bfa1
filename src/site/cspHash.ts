import { createHash } from 'node:crypto';

/** `sha256-…` of a text, as a content security policy writes it. */
export function cspHash(text: string): `sha256-${string}` {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}
