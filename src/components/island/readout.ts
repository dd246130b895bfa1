/**
 * Numbers of one frame, written where it is in the picture; for eyes only: the sentence has them.
 */
export class Readout {
  readonly #box: HTMLElement;
  /** The hairline where the frame is, and the numbers beside it. */
  readonly #line = document.createElement('div');
  readonly #label = document.createElement('span');

  constructor(box: HTMLElement) {
    this.#box = box;
    this.#line.className = 'readout';
    this.#line.hidden = true;
    this.#line.setAttribute('aria-hidden', 'true');
    this.#line.append(this.#label);
    box.after(this.#line);
  }

  /** Shows a text at the pixel `x` of the picture. */
  show(x: number, text: string): void {
    const { style } = this.#line;
    const isRight = x > this.#box.clientWidth / 2;
    style.left = isRight ? '' : `${x}px`;
    style.right = isRight ? `${this.#box.clientWidth - x}px` : '';
    this.#line.classList.toggle('readout-left', isRight);
    if (this.#label.textContent !== text) this.#label.textContent = text;
    this.#line.hidden = false;
  }

  hide(): void {
    this.#line.hidden = true;
  }
}
