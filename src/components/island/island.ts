import type { Demo } from '../demos/shared/demo.ts';
import { PLAIN } from '../../settings/plainAddress.ts';
import { Trouble } from './trouble.ts';

/** After this long without its code a demo says that it is waiting, in milliseconds. */
const UNNOTICED = 3_000;

/**
 * <collapse-demo>: asleep until it comes near the view, so that a page costs about a kilobyte of
 * script before a demo is seen. Then it loads the plotting code and comes alive (live.ts).
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
    this.addEventListener('focusin', () => void this.#wake(), { once: true });
    document.addEventListener('click', this.#call);
  }

  disconnectedCallback() {
    this.#watch?.disconnect();
    document.removeEventListener('click', this.#call);
    this.#stop?.();
  }

  /**
   * A link that sets this demo while it sleeps wakes it, and is then followed: by the demo, or by
   * the browser if there is none.
   */
  readonly #call = (event: MouseEvent) => {
    const link = (event.target as Element).closest(`a[data-run="${this.id}"]`);
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void this.#follow(link);
  };

  async #follow(link: Element): Promise<void> {
    await this.#wake();
    // A copy: the drawing that has the link may be another by now.
    const copy = document.createElement('a');
    copy.href = link.getAttribute('href') ?? '';
    copy.dataset.run = this.id;
    this.append(copy);
    copy.click();
    copy.remove();
  }

  readonly #wake = () => (this.#waking ??= this.#start());

  async #start(): Promise<void> {
    this.#watch?.disconnect();
    const trouble = new Trouble(this);
    const waiting = setTimeout(
      () => trouble.tell('The controls of this demo are still being loaded.', null, 'above'),
      UNNOTICED,
    );
    try {
      const [{ start }, , demo] = await Promise.all([
        import('./live.ts'),
        // Part of what the demo needs: asked for by itself it is evaluated by itself, and the page
        // can answer in between.
        import('../charts/chart.ts'),
        import('./load.ts').then(({ load }) => load(this.dataset.demo ?? '')),
      ]).catch(() => {
        throw new Error('its code could not be loaded');
      });
      trouble.clear();
      await this.#putAddressRight(demo);
      // Loading the code has kept the page busy: it answers its reader before it goes on.
      await new Promise<void>((resolve) => setTimeout(resolve));
      this.#stop = start(this, demo, trouble);
    } catch (error) {
      // What cannot work gives way to the pictures that the page came with, a question before them
      // too.
      this.dataset.state = 'still';
      this.removeAttribute('data-asking');
      // A browser remembers that code could not be loaded: only a new page tries again.
      const advice = 'Reload the page to try again.';
      trouble.failed('This demo stands still', error, advice, null, 'above');
    } finally {
      clearTimeout(waiting);
      document.removeEventListener('click', this.#call);
    }
  }

  /**
   * Links that mails, chats and copies have changed say what they mean again, where that is plain.
   */
  async #putAddressRight({ id, fields }: Demo): Promise<void> {
    const address = location.search + location.hash;
    if (PLAIN.test(address)) return;
    try {
      const { putRight } = await import('../../settings/putRight.ts');
      history.replaceState(null, '', location.pathname + putRight(address, id, fields));
    } catch {
      // Without that code, or in a frame that may not write its address, the link is read as it
      // stands.
    }
  }
}

customElements.define('collapse-demo', CollapseDemo);
