import { PLAIN } from '../../lib/plainAddress.ts';

/**
 * <collapse-demo>: asleep until it comes near the view, so that a page costs about a kilobyte of script
 * before a demo is seen. Then it loads the plotting code and comes alive (live.ts).
 */
class CollapseDemo extends HTMLElement {
  #watch: IntersectionObserver | null = null;
  #stop: (() => void) | null = null;
  #waking: Promise<void> | null = null;

  connectedCallback() {
    this.#waking = null;
    this.#watch = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) void this.#wake();
      },
      { rootMargin: '250px' },
    );
    this.#watch.observe(this);
    // Where there is more behind the place than its name, the browser finds no such place.
    if (new RegExp(`^#${this.id}[^\\w-]`).test(location.hash)) this.scrollIntoView();
    this.addEventListener('focusin', this.#wake, { once: true });
    document.addEventListener('click', this.#call);
  }

  disconnectedCallback() {
    this.#watch?.disconnect();
    document.removeEventListener('click', this.#call);
    this.#stop?.();
  }

  /** A link that sets this demo while it sleeps wakes it, and is then followed: by the demo, or by the browser if there is none. */
  readonly #call = async (event: MouseEvent) => {
    const { id } = this;
    const link = (event.target as Element).closest(`a[data-run="${id}"]`);
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    await this.#wake();
    // A copy: the drawing that has the link may be another by now.
    const copy = document.createElement('a');
    copy.href = link.getAttribute('href')!;
    copy.dataset.run = id;
    this.append(copy);
    copy.click();
    copy.remove();
  };

  readonly #wake = () => (this.#waking ??= this.#start());

  async #start(): Promise<void> {
    this.#watch?.disconnect();
    try {
      const [{ start }, demo] = await Promise.all([
        import('./live.ts'),
        import('./load.ts').then(({ load }) => load(this.dataset.demo!)),
      ]);
      const address = location.search + location.hash;
      if (!PLAIN.test(address)) {
        const { putRight } = await import('../../lib/putRight.ts');
        history.replaceState(null, '', location.pathname + putRight(address, demo.id, demo.fields));
      }
      this.#stop = start(this, demo);
    } catch {
      const notes = this.querySelector('[data-role=notes]');
      if (notes)
        notes.textContent =
          'This demo could not be loaded, so the pictures above stand still. Reload the page to try again.';
    } finally {
      document.removeEventListener('click', this.#call);
    }
  }
}

customElements.define('collapse-demo', CollapseDemo);
