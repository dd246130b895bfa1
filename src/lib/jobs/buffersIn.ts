/**
 * The buffers of all typed arrays within plain data, each once: what a worker hands over instead of
 * copying it. Whoever hands them over has them no more.
 */
export function buffersIn(value: unknown, found = new Set<ArrayBuffer>()): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) found.add(value.buffer as ArrayBuffer);
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) buffersIn(part, found);
  return [...found];
}
