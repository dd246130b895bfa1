import { expect, it } from 'vitest';
import { decodeText } from '../src/lib/decodeText.ts';

const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');

it('reads UTF-8, and UTF-16 of either order with its mark', () => {
  expect(decodeText(Buffer.from('größe\n1'))).toBe('größe\n1');
  expect(decodeText(Buffer.from('\uFEFF1\n2'))).toBe('1\n2');
  expect(decodeText(utf16('größe\n1'))).toBe('größe\n1');
  expect(decodeText(utf16('größe\n1').swap16())).toBe('größe\n1');
  expect(decodeText(new Uint8Array())).toBe('');
});

it('knows what is no text: it has a zero', () => {
  expect(decodeText(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0))).toBeNull();
  expect(decodeText(utf16('1\n2').subarray(2))).toBeNull();
});
