/**
 * The pictures of a demo as a row to swipe, on a phone: a button for each by its name, and the one
 * in view marked. Where all are in view at once, shape.css hides the buttons.
 */
export class PictureRow {
  readonly #row: HTMLElement;
  readonly #buttons: readonly HTMLElement[];

  constructor(root: HTMLElement, signal: AbortSignal) {
    this.#row = root.querySelector<HTMLElement>('[data-role=figures]')!;
    this.#buttons = [...root.querySelectorAll<HTMLElement>('[data-show]')];
    for (const button of this.#buttons)
      button.addEventListener('click', () => this.show(button.dataset.show!), { signal });
    if (this.#buttons.length === 0) return;
    this.#row.addEventListener('scroll', () => this.#mark(), { signal, passive: true });
    // Where all pictures are in view there is nothing to scroll, and the keyboard need not stop.
    const resize = new ResizeObserver(() => {
      this.#row.tabIndex = this.#row.scrollWidth > this.#row.clientWidth + 1 ? 0 : -1;
    });
    resize.observe(this.#row);
    signal.addEventListener('abort', () => resize.disconnect());
  }

  /** Brings a picture into the row's view; nothing where it is in view already. */
  show(id: string): void {
    const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
    const left = this.#slide(id).offsetLeft - this.#row.offsetLeft;
    this.#row.scrollTo({ left, behavior });
  }

  readonly #slide = (id: string) => this.#row.querySelector<HTMLElement>(`[data-figure="${id}"]`)!;

  #mark(): void {
    const { scrollLeft, offsetLeft } = this.#row;
    const away = ({ dataset }: HTMLElement) =>
      Math.abs(this.#slide(dataset.show!).offsetLeft - offsetLeft - scrollLeft);
    const nearest = this.#buttons.reduce((best, one) => (away(one) < away(best) ? one : best));
    for (const button of this.#buttons)
      button.setAttribute('aria-pressed', String(button === nearest));
  }
}
