import { decodeText } from '../../lib/decodeText.ts';

/** Why a file has no text. */
type Unread = 'no text' | 'unreadable';

/** The text of a file that the reader has chosen, or why there is none. */
export async function chosenText(
  file: Blob,
): Promise<{ readonly text: string } | { readonly why: Unread }> {
  const bytes = await file.arrayBuffer().catch(() => null);
  if (!bytes) return { why: 'unreadable' };
  const text = decodeText(new Uint8Array(bytes));
  return text === null ? { why: 'no text' } : { text };
}
