import { expect, it } from 'vitest';
import { chosenText } from '../../src/components/island/chosenFile.ts';

it('reads the text of a chosen file, and says why one has none', async () => {
  const utf16 = Uint8Array.of(0xff, 0xfe, 0x61, 0, 0xe9, 0);
  expect(await chosenText(new Blob(['1\n2']))).toEqual({ text: '1\n2' });
  expect(await chosenText(new Blob([utf16]))).toEqual({ text: 'aé' });
  expect(await chosenText(new Blob([]))).toEqual({ text: '' });
  expect(await chosenText(new Blob(['a\0b']))).toEqual({ why: 'no text' });
  // As of a file that was taken away after it was chosen.
  const gone = new Blob(['a']);
  gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
  expect(await chosenText(gone)).toEqual({ why: 'unreadable' });
});
