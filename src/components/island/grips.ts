import type { Handle } from '../charts/figure.ts';

/**
 * How near a press must be to what it takes hold of, in pixels: a finger is wider than a pointer.
 */
const REACH = { mouse: 12, touch: 24 } as const;

/** What a picture offers to be dragged at the moment, and where in it an event is. */
export interface Graspable {
  readonly handles: readonly Handle[];
  readonly place: (event: { clientX: number; clientY: number }) => readonly [number, number];
}

/** What becomes of a drag. */
export interface Grasping {
  onDrag(field: string, value: number): void;
  onDrop(field: string): void;
}

/**
 * Lets what a picture offers be dragged. A press that takes hold of something does nothing else;
 * every other one is left to the picture's own listeners, which come after these.
 */
export function listenToGrips(
  box: HTMLElement,
  now: () => Graspable | null,
  { onDrag, onDrop }: Grasping,
): void {
  let held: Handle | null = null;
  const nearest = (event: MouseEvent | Touch, reach: number): Handle | null => {
    const offered = now();
    if (!offered || offered.handles.length === 0) return null;
    const [x, y] = offered.place(event);
    const away = (handle: Handle) => Math.max(Math.abs(handle.x - x), Math.abs(handle.y - y));
    const best = offered.handles.reduce((a, b) => (away(b) < away(a) ? b : a));
    return away(best) <= reach ? best : null;
  };
  box.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    held = nearest(event, event.pointerType === 'mouse' ? REACH.mouse : REACH.touch);
    if (!held) return;
    event.stopImmediatePropagation();
    box.setPointerCapture(event.pointerId);
  });
  box.addEventListener('pointermove', (event) => {
    if (!held) {
      box.classList.toggle('over-grip', nearest(event, REACH.mouse) !== null);
      return;
    }
    event.stopImmediatePropagation();
    // The scale of the picture in which it was taken hold of: the next one may have another.
    const shown = now();
    if (!shown) return;
    const [x, y] = shown.place(event);
    onDrag(held.field, held.at(held.along === 'x' ? x : y));
  });
  for (const end of ['pointerup', 'pointercancel'] as const)
    box.addEventListener(end, (event) => {
      if (!held) return;
      event.stopImmediatePropagation();
      const { field } = held;
      held = null;
      onDrop(field);
    });
  // A finger that has taken hold of something does not scroll the page.
  box.addEventListener(
    'touchstart',
    (event) => {
      const [touch, ...others] = event.touches;
      if (touch && others.length === 0 && nearest(touch, REACH.touch)) event.preventDefault();
    },
    { passive: false },
  );
}
