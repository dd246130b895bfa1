/**
 * <collapse-demo>: asleep until it comes near the view, so that a page costs about a kilobyte of script
 * before a demo is seen. Then it loads the plotting code and comes alive (live.ts).
 */
class CollapseDemo extends HTMLElement {
  #watch: IntersectionObserver | null = null;
  #stop: (() => void) | null = null;

  connectedCallback() {
    this.#watch = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) void this.#wake();
      },
      { rootMargin: '250px' },
    );
    this.#watch.observe(this);
    this.addEventListener('focusin', this.#wake, { once: true });
  }

  disconnectedCallback() {
    this.#watch?.disconnect();
    this.#stop?.();
  }

  readonly #wake = async () => {
    if (!this.#watch) return;
    this.#watch.disconnect();
    this.#watch = null;
    try {
      const [{ start }, demo] = await Promise.all([
        import('./live.ts'),
        import('./load.ts').then(({ load }) => load(this.dataset.demo!)),
      ]);
      this.#stop = start(this, demo);
    } catch {
      const notes = this.querySelector('[data-role=notes]');
      if (notes)
        notes.textContent =
          'This demo could not be loaded, so the pictures above stand still. Reload the page to try again.';
    }
  };
}

customElements.define('collapse-demo', CollapseDemo);
