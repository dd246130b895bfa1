import { found } from '../island/found.ts';
import type { Box } from './ownData.ts';

/** Where a text waits while the page is loaded again. */
const KEPT = 'own-data';

/**
 * <own-data>: listens from the start, and loads what reads, fits and draws when it is first used.
 * What was asked for meanwhile is done then.
 */
class OwnData extends HTMLElement {
  #box: Promise<Box> | null = null;
  #asked = 0;

  connectedCallback() {
    const text = this.#part<HTMLTextAreaElement>('text');
    const file = this.#part<HTMLInputElement>('file');
    try {
      text.value ||= sessionStorage.getItem(KEPT) ?? '';
      sessionStorage.removeItem(KEPT);
    } catch {
      // Storage may be refused; then there is nothing kept.
    }
    const fit = () => void this.#ask((box) => box.fit());
    this.#part('fit').onclick = fit;
    this.addEventListener('fit', fit);
    this.#part('example').onclick = () => this.#ask((box) => box.example());
    file.onchange = () => {
      const [chosen] = file.files ?? [];
      // At once, so that the same file can be chosen again while it is still being read.
      file.value = '';
      if (chosen) void this.#ask((box) => box.open(chosen));
    };
    this.addEventListener('focusin', () => void this.#load().catch(() => undefined));
    this.#say('');
  }

  #part<E extends HTMLElement>(role: string): E {
    return found<E>(this, `[data-role=${role}]`);
  }

  #say(line: string) {
    this.#part('problems').textContent = line;
  }

  #load = () =>
    (this.#box ??= import('./ownData.ts')
      .then(({ start }) => start(this))
      .catch((error: unknown) => {
        this.#box = null;
        throw error;
      }));

  /** Does what was asked for last, once the code for it is there. */
  async #ask(what: (box: Box) => Promise<void>): Promise<void> {
    const mine = ++this.#asked;
    let box: Box | null = null;
    try {
      this.#say('Loading …');
      box = await this.#load();
      if (mine === this.#asked) await what(box);
    } catch {
      const failed = box
        ? 'The fits could not be computed'
        : 'This part of the page could not be loaded';
      this.#say(`${failed}: reload the page to try again. ${this.#keep()}`);
      addEventListener('pagehide', () => this.#keep());
    }
  }

  #keep(): string {
    try {
      sessionStorage.setItem(KEPT, this.#part<HTMLTextAreaElement>('text').value);
      return 'Your numbers stay in the box.';
    } catch {
      return 'Copy your numbers first.';
    }
  }
}

customElements.define('own-data', OwnData);
