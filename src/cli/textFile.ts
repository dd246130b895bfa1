import { readFileSync } from 'node:fs';
import { decodeText } from '../lib/decodeText.ts';
import { UsageError } from './usage.ts';

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'a directory',
  EACCES: 'not permitted',
  EPERM: 'not permitted',
  ERR_FS_FILE_TOO_LARGE: 'too large',
  ERR_STRING_TOO_LONG: 'too large',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'too large',
};

/** The text of a file. Throws a UsageError that names it and says why, where there is none. */
export const readTextFile = (file: string): string => textOf(file, () => readFileSync(file));

/** The same of what `read` returns: `file` names it in the error. */
export function textOf(file: string, read: () => Uint8Array): string {
  const cannot = (why: string) => new UsageError(`cannot read ${file}: ${why}`);
  let text: string | null;
  try {
    text = decodeText(read());
  } catch (error) {
    const { code = (error as Error).message } = error as NodeJS.ErrnoException;
    throw cannot(WHY[code] ?? code);
  }
  if (text === null) throw cannot('not a text file');
  return text;
}
