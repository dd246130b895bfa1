import sharp from 'sharp';

/** A square or oblong SVG as a PNG of the given width in pixels. */
export async function png(svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
  const image = await sharp(Buffer.from(svg), { density: 300 }).resize({ width }).png().toBuffer();
  return new Uint8Array(image);
}

/**
 * An ICO file that holds one square PNG of `size` pixels, at most 255: a header of 22 bytes, then
 * the image.
 */
export function ico(image: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const HEADER = 22;
  const file = new Uint8Array(HEADER + image.length);
  const view = new DataView(file.buffer);
  view.setUint16(2, 1, true); // an icon
  view.setUint16(4, 1, true); // one image
  view.setUint8(6, size);
  view.setUint8(7, size);
  view.setUint16(10, 1, true); // colour planes
  view.setUint16(12, 32, true); // bits a pixel
  view.setUint32(14, image.length, true);
  view.setUint32(18, HEADER, true);
  file.set(image, HEADER);
  return file;
}
