/** FNV-1a of the exact bits of `count` draws: one changed bit anywhere shows. */
export function fingerprint(count: number, draw: () => number): string {
  const bytes = new Uint8Array(Float64Array.from({ length: count }, draw).buffer);
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16);
}
