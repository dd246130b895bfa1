import { sizesOf, type Shape } from '../../src/components/island/shape.ts';

/** The size of a demo's picture on a phone, and that on wider pages. */
export function placesOf(shape: Shape, index: number) {
  const { wide, any } = sizesOf(shape, index);
  return { narrow: sizesOf(shape, 0).narrow!, wide: (wide ?? any)! };
}
