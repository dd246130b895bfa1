const bytes = new DataView(new ArrayBuffer(8));

/**
 * The largest power of two that is at most `magnitude` (> 0): dividing by it loses no digit. The
 * smallest normal number stands in for anything below it; 1 for 0; NaN for NaN and infinities.
 */
export function powerOfTwoBelow(magnitude: number): number {
  if (magnitude === 0) return 1;
  if (!Number.isFinite(magnitude)) return NaN;
  bytes.setFloat64(0, magnitude);
  const exponent = bytes.getUint16(0) & 0x7ff0;
  bytes.setFloat64(0, 0);
  bytes.setUint16(0, Math.max(exponent, 0x0010));
  return bytes.getFloat64(0);
}
