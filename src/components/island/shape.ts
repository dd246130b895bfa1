import { entryAt } from '../../lib/entryAt.ts';
import type { Demo } from '../demos/shared/demo.ts';

/**
 * How a demo's pictures stand on a wide page: one; two side by side; a main one over two others;
 * four in a square. Two whose runs have settings of their own, and three that are compared, take
 * the whole width, with the controls below.
 */
export type Shape = 'one' | 'two' | 'pair' | 'three' | 'row' | 'four';

/** The size that a drawing of the page as it comes has, in CSS pixels. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * As wide as a phone's column at the least, so that a drawing is never scaled down, which would
 * shrink its words; as high as `--height` in shape.css leaves room for.
 */
const NARROW: Size = { width: 288, height: 264 };

/** The same on wider pages; shape.css has these heights too. */
const WIDE: Readonly<Record<Shape, readonly Size[]>> = {
  one: [{ width: 592, height: 384 }],
  two: [{ width: 288, height: 320 }],
  pair: [{ width: 288, height: 270 }],
  three: [
    { width: 592, height: 210 },
    { width: 288, height: 174 },
  ],
  row: [{ width: 280, height: 222 }],
  four: [{ width: 288, height: 174 }],
};

const SHAPES: Readonly<Record<number, Shape>> = { 1: 'one', 2: 'two', 3: 'three', 4: 'four' };

type Shaped = Pick<Demo, 'id' | 'figures' | 'even' | 'sides'>;

/** The shape of a demo. Throws for more pictures than a page has room for. */
export function shapeOf({ id, figures, even, sides }: Shaped): Shape {
  const shape = sides ? 'pair' : even && figures.length === 3 ? 'row' : SHAPES[figures.length];
  if (!shape) throw new Error(`${id}: no room for ${figures.length} pictures`);
  return shape;
}

/**
 * The sizes of the drawings that the page comes with. The first picture has one for a phone and one
 * for wider pages. The others have one for both: on a phone they are beside the first, out of view
 * until they are swiped to, or, without JavaScript, below it.
 */
export function sizesOf(shape: Shape, index: number): Readonly<Record<string, Size>> {
  const sizes = WIDE[shape];
  const wide = entryAt(sizes, Math.min(index, sizes.length - 1));
  return index === 0 ? { narrow: NARROW, wide } : { any: wide };
}
