import { textWidth } from './textWidth.ts';

/** The size that textWidth knows, and the space between two words. */
const PLAIN = 12;
export const BLANK = 4;

/** A word in its place; `y` is its base line. */
export interface Placed {
  readonly type: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Where words go, in pixels: size of the letters, and height of a line. */
export interface Room {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
  readonly line: number;
}

/** Words one after the other in lines, as many as there is room for. */
export function flow(
  words: readonly (readonly [type: number, text: string])[],
  room: Room,
  blank = BLANK,
): Placed[] {
  const placed: Placed[] = [];
  let x = room.left;
  let y = room.top + room.line - 5;
  for (const [type, text] of words) {
    const width = (textWidth(text) * room.size) / PLAIN;
    if (x > room.left && x + width > room.right) {
      x = room.left;
      y += room.line;
    }
    // A word that is longer than a line is left out.
    if (width > room.right - room.left) continue;
    if (y > room.bottom) break;
    placed.push({ type, text, x, y, width });
    x += width + blank;
  }
  return placed;
}
