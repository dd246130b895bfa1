import { found } from './found.ts';

/**
 * Brings the pictures into view when the keyboard reaches the player: that may be pinned to the
 * edge of the screen while they are not all in view yet, and then no browser scrolls for it. Where
 * they are, nothing moves.
 */
export function bringPictures(root: HTMLElement, signal: AbortSignal): void {
  const pictures = found(root, '.demo-pictures');
  const bring = ({ target }: Event) => {
    if ((target as Element).matches(':focus-visible'))
      pictures.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  };
  found(root, '.demo-player').addEventListener('focusin', bring, { signal });
}

/**
 * The pictures of a demo as a row to swipe, on a phone: a button for each by its name, and the one
 * in view marked. Where all are in view at once, shape.css hides the buttons.
 */
export function listenToPictures(root: HTMLElement, signal: AbortSignal): void {
  const row = found(root, '[data-role=figures]');
  const buttons = [...root.querySelectorAll<HTMLElement>('[data-show]')];
  if (buttons.length === 0) return;
  /** How far the row is scrolled where the picture of a button is in view. */
  const placeOf = ({ dataset }: HTMLElement) =>
    found(row, `[data-figure="${dataset.show}"]`).offsetLeft - row.offsetLeft;
  const behavior = () =>
    matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
  for (const button of buttons) {
    const show = () => row.scrollTo({ left: placeOf(button), behavior: behavior() });
    button.addEventListener('click', show, { signal });
  }
  const mark = () => {
    const away = (button: HTMLElement) => Math.abs(placeOf(button) - row.scrollLeft);
    const nearest = buttons.reduce((best, one) => (away(one) < away(best) ? one : best));
    for (const button of buttons) button.setAttribute('aria-pressed', String(button === nearest));
  };
  row.addEventListener('scroll', mark, { signal, passive: true });
  // Where all pictures are in view there is nothing to scroll, and the keyboard need not stop.
  const resize = new ResizeObserver(() => {
    row.tabIndex = row.scrollWidth > row.clientWidth + 1 ? 0 : -1;
  });
  resize.observe(row);
  signal.addEventListener('abort', () => resize.disconnect());
}
