/**
 * The one place through which all failures of a demo go: a sentence beside its pictures, outside
 * every fold, that says what is the matter and what to do. It stays until what it speaks of is
 * over.
 */
export class Trouble {
  readonly #box: HTMLElement | null;
  readonly #text: HTMLElement | null;
  readonly #again: HTMLButtonElement | null;
  readonly #pictures: Element | null;
  #retry: (() => void) | null = null;

  constructor(root: HTMLElement) {
    const part = <E extends HTMLElement>(role: string) =>
      root.querySelector<E>(`[data-role="${role}"]`);
    this.#box = part('trouble');
    this.#text = part('trouble-text');
    this.#again = part('again');
    this.#pictures = root.querySelector('.demo-pictures');
    this.#again?.addEventListener('click', () => this.#retry?.());
  }

  /**
   * Says what is the matter, below the pictures, where the controls are, or above them, where a
   * reader begins; `retry`, if there is one, is what the button Try again does.
   */
  tell(text: string, retry: (() => void) | null = null, place: 'above' | 'below' = 'below'): void {
    this.#retry = retry;
    if (!this.#box || !this.#text || !this.#again) return;
    if (place === 'above') this.#pictures?.before(this.#box);
    else this.#pictures?.after(this.#box);
    this.#again.hidden = !retry;
    this.#box.hidden = text === '';
    if (this.#text.textContent !== text) this.#text.textContent = text;
  }

  /** Says what could not be done, why, and what is there instead or what to do. */
  failed(
    what: string,
    error: unknown,
    and: string,
    retry: (() => void) | null = null,
    place: 'above' | 'below' = 'below',
  ): void {
    this.tell(`${what}: ${reasonOf(error)}. ${and}`, retry, place);
  }

  /** Nothing is the matter any more. */
  clear(): void {
    this.tell('');
  }
}

/** What an exception says, without a full stop. */
const reasonOf = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
