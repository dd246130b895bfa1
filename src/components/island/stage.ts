import { betweenCells, replaceDrawing } from './cells.ts';
import type { Drawing, Figure } from '../charts/figure.ts';
import type { Demo } from '../demos/shared/demo.ts';
import { captionText, fileCaption } from './caption.ts';
import { found } from './found.ts';
import { listenToGrips, type Graspable, type Grasping } from './grips.ts';
import { Readout } from './readout.ts';
import { AT_A_STRETCH, breath, inStretches } from './stretches.ts';
import { fillTable } from './table.ts';

/** Pauses between redraws and between sentences during playback, in milliseconds. */
const REDRAW_EVERY = 66;
const SPEAK_EVERY = 250;

interface Slot<Result> {
  readonly figure: Figure<Result>;
  readonly box: HTMLElement;
  /** Where the picture's sentence stands: under it, and in the list for narrow pages. */
  readonly takeaways: readonly HTMLElement[];
  /** Where its name stands, in demos of several pictures. */
  readonly names: readonly Element[];
  readonly tableBox: HTMLElement;
  /** What the page came with. */
  readonly still: {
    readonly drawings: readonly Node[];
    readonly takeaway: string;
    readonly name: string;
  };
  drawing: Drawing | null;
  /** The result that it shows. */
  drawn: Result | null;
  /** How many drawings there had been, of all pictures, when this one was drawn. */
  turn: number;
  width: number;
  height: number;
}

/** The pictures of a demo: draws them, moves them, keeps their sentences and tables true. */
export class Stage<Result> {
  readonly #slots: readonly Slot<Result>[];
  readonly #resize: ResizeObserver;
  /** Write the numbers of the frame that is shown, where the player's slider has the focus. */
  readonly #readings: (() => void)[] = [];
  readonly #root: HTMLElement;
  readonly #demo: Demo;
  readonly #caption: HTMLElement;
  readonly #stillCaption: string;
  /** The tables, one of which is shown. */
  readonly #data: HTMLDetailsElement;
  #result: Result | null = null;
  #frame = 0;
  #drawings = 0;
  #playing = false;
  #redrawn = 0;
  #spoken = 0;

  constructor(
    root: HTMLElement,
    demo: Demo,
    onPoint: (frame: number) => void,
    onPick: (index: number) => void,
    grasping: Grasping,
  ) {
    this.#root = root;
    this.#demo = demo;
    this.#caption = found(root, '[data-role=caption]');
    this.#stillCaption = this.#caption.textContent;
    this.#data = found<HTMLDetailsElement>(root, '[data-panel=data]');
    const figures = demo.figures as readonly unknown[] as readonly Figure<Result>[];
    this.#slots = figures.map((figure) => {
      const home = found(root, `[data-figure="${figure.id}"]`);
      const box = found(home, '[data-role=plot]');
      const takeaway = found(home, '[data-role=takeaway]');
      const takeaways = [takeaway, found(root, `[data-takeaway="${figure.id}"]`)];
      const names = [...root.querySelectorAll(`[data-name="${figure.id}"]`)];
      const slot: Slot<Result> = {
        figure,
        box,
        takeaways,
        names,
        tableBox: found(this.#data, `[data-table="${figure.id}"] [data-role=table]`),
        still: {
          drawings: [...box.childNodes],
          takeaway: takeaway.textContent,
          name: names[0]?.textContent ?? '',
        },
        drawing: null,
        drawn: null,
        turn: 0,
        width: 0,
        height: 0,
      };
      if (figure.handles) listenToGrips(box, () => this.#graspable(slot), grasping);
      if (figure.frameAt || figure.pickAt) this.#listen(slot, onPoint, onPick);
      if (figure.reading) this.#read(slot);
      slot.box.addEventListener('keydown', betweenCells);
      return slot;
    });
    this.#data.addEventListener('toggle', () => this.#fillTables());
    this.#data.addEventListener('change', ({ target }) =>
      this.#showTable((target as HTMLInputElement).value),
    );
    this.#resize = new ResizeObserver((entries) => this.#refit(entries));
    for (const slot of this.#slots) {
      slot.width = usable(slot.box.clientWidth);
      slot.height = slot.box.clientHeight;
      // From now on a table is made when it is opened; thousands of hidden cells slow every change.
      if (!this.#data.open) slot.tableBox.replaceChildren();
      this.#resize.observe(slot.box);
    }
  }

  /**
   * Shows a result, or more of it, drawn anew: at once where that is quick, else a picture or its
   * words at a time, so that the page can answer in between, the picture that is longest unchanged
   * first. Resolves when all are drawn, or another result is shown.
   */
  async show(result: Result, frame: number): Promise<void> {
    this.#result = result;
    this.#frame = frame;
    this.#playing = false;
    this.#say(result);
    const steps = [...this.#slots]
      .sort((a, b) => a.turn - b.turn)
      .flatMap((slot) => [
        () => this.#draw(slot, result),
        () => {
          this.#speak(slot, result);
          this.#fillTable(slot);
        },
      ]);
    let began = performance.now();
    for (const step of steps) {
      if (performance.now() - began > AT_A_STRETCH) {
        await breath();
        if (this.#result !== result) return;
        began = performance.now();
      }
      step();
    }
  }

  /** Has its figures work out what takes long; null if there is nothing of that kind. */
  prepare(result: Result, goOn: () => boolean): Promise<void> | null {
    const slow = this.#slots.flatMap(({ figure }) => figure.prepare?.(result) ?? []);
    if (slow.length === 0) return null;
    return (async () => {
      for (const work of slow) await inStretches(work, goOn);
    })();
  }

  /** Puts back the pictures that the page came with. */
  restore(): void {
    this.#result = null;
    for (const slot of this.#slots) {
      slot.drawing = slot.drawn = null;
      slot.box.replaceChildren(...slot.still.drawings);
      for (const takeaway of slot.takeaways) setText(takeaway, slot.still.takeaway);
      for (const name of slot.names) setText(name, slot.still.name);
    }
    setText(this.#caption, this.#stillCaption);
  }

  /** Shows another frame of the same result; during playback at a bearable rate. */
  move(frame: number, playing: boolean): void {
    const result = this.#result;
    if (!result) return;
    const now = performance.now();
    const stopped = this.#playing && !playing;
    if (frame === this.#frame && !stopped) return;
    this.#frame = frame;
    this.#playing = playing;
    const redraw = !playing || now - this.#redrawn > REDRAW_EVERY;
    const speak = !playing || now - this.#spoken > SPEAK_EVERY;
    if (redraw) this.#redrawn = now;
    if (speak) this.#spoken = now;
    for (const slot of this.#slots) {
      // A picture that is still to be drawn anew is drawn at the frame of then.
      if (slot.drawn !== result) continue;
      if (slot.drawing) slot.figure.move?.(slot.drawing, result, frame);
      if (slot.figure.redraws && redraw) this.#draw(slot, result);
      if (speak) this.#speak(slot, result);
      if (!playing && slot.figure.redraws) this.#fillTable(slot);
    }
    for (const read of this.#readings) read();
  }

  /** What is on the stage: for downloads. */
  picture(figureId: string) {
    const slot = this.#slots.find(({ figure }) => figure.id === figureId);
    if (!slot?.drawing || !this.#result) return null;
    const { figure, drawing } = slot;
    return {
      svg: drawing.svg,
      title: figure.title(this.#result),
      caption: fileCaption(this.#demo, figure as never, this.#result as never, this.#frame),
      table: figure.table(this.#result, this.#frame),
    };
  }

  stop(): void {
    this.#resize.disconnect();
  }

  #draw(slot: Slot<Result>, result: Result): void {
    const { figure, box, width, height } = slot;
    const view = { width, height, document, uid: `${this.#demo.id}-${figure.id}` };
    slot.drawing = figure.draw(result, this.#frame, view);
    slot.drawn = result;
    slot.turn = ++this.#drawings;
    replaceDrawing(box, slot.drawing.svg);
  }

  /** The caption, and what the pictures are called. */
  #say(result: Result): void {
    setText(this.#caption, captionText(this.#demo, result as never));
    for (const { figure, names } of this.#slots)
      for (const name of names) setText(name, figure.name(result));
  }

  #speak({ figure, takeaways }: Slot<Result>, result: Result): void {
    const text = figure.takeaway(result, this.#frame);
    for (const takeaway of takeaways) setText(takeaway, text);
  }

  /** Shows the table of one picture instead of another’s. */
  #showTable(id: string): void {
    for (const home of this.#data.querySelectorAll<HTMLElement>('[data-table]'))
      home.toggleAttribute('data-shown', home.dataset.table === id);
    this.#fillTables();
  }

  #fillTables(): void {
    for (const slot of this.#slots) this.#fillTable(slot);
  }

  #fillTable({ tableBox, figure }: Slot<Result>): void {
    const isShown = this.#data.open && tableBox.parentElement?.hasAttribute('data-shown');
    if (isShown && this.#result)
      fillTable(tableBox, figure.title(this.#result), figure.table(this.#result, this.#frame));
  }

  #refit(entries: readonly ResizeObserverEntry[]): void {
    for (const { target, contentRect } of entries) {
      const slot = this.#slots.find(({ box }) => box === target);
      if (!slot || contentRect.height === 0) continue;
      const [width, height] = [usable(contentRect.width), contentRect.height];
      if (slot.width === width && slot.height === height) continue;
      [slot.width, slot.height] = [width, height];
      if (this.#result) this.#draw(slot, this.#result);
    }
  }

  #graspable(slot: Slot<Result>): Graspable | null {
    const { drawing, figure } = slot;
    if (!drawing || !this.#result || !figure.handles) return null;
    const handles = figure.handles(drawing, this.#result, this.#frame);
    return { handles, place: (event) => placeIn(drawing, event) };
  }

  /**
   * Writes the numbers of a frame into a chart: of the one that the mouse is over, or, while the
   * player's slider has the focus, of the one that is shown.
   */
  #read(slot: Slot<Result>): void {
    const { box, figure } = slot;
    const readout = new Readout(box);
    const show = (frame: number) => {
      const result = this.#result;
      if (!slot.drawing || !result || slot.drawn !== result) return;
      const x = figure.placeOf?.(slot.drawing, result, frame);
      const text = figure.reading?.(result, frame);
      if (x !== undefined && text !== undefined) readout.show(x, text);
    };
    box.addEventListener('pointermove', (event) => {
      if (!slot.drawing || !this.#result || event.pointerType !== 'mouse') return;
      const [x] = placeIn(slot.drawing, event);
      const frame = figure.frameAt?.(slot.drawing, this.#result, x) ?? this.#frame;
      show(Math.min(this.#demo.frames(this.#result as never) - 1, Math.max(0, frame)));
    });
    box.addEventListener('pointerleave', () => readout.hide());
    const scrub = found(this.#root, '[data-role=scrub]');
    const showThis = () => show(this.#frame);
    this.#readings.push(() => scrub === document.activeElement && showThis());
    scrub.addEventListener('focus', showThis);
    scrub.addEventListener('blur', () => readout.hide());
  }

  /**
   * Pointing at a chart sets the clock; a click or the arrow keys pick out a run, where there are
   * runs to pick.
   */
  #listen(
    slot: Slot<Result>,
    onPoint: (frame: number) => void,
    onPick: (index: number) => void,
  ): void {
    const { box, figure } = slot;
    const point = (event: PointerEvent) => {
      if (!slot.drawing || !this.#result || !figure.frameAt) return;
      const [x] = placeIn(slot.drawing, event);
      onPoint(figure.frameAt(slot.drawing, this.#result, x));
    };
    /** Where a press began that may still become a click, or the beginning of a scroll. */
    let pressed: readonly [number, number] | null = null;
    /** The frame to go back to where the browser takes a touch for a scroll after all. */
    let before = 0;
    box.classList.add(figure.frameAt ? 'pointable' : 'pickable');
    box.addEventListener('pointerdown', (event) => {
      if (event.button !== 0 || !event.isPrimary || !slot.drawing || !this.#result) return;
      box.setPointerCapture(event.pointerId);
      before = this.#frame;
      pressed = placeIn(slot.drawing, event);
      if (figure.pickAt || event.pointerType !== 'mouse') return;
      pressed = null;
      point(event);
    });
    box.addEventListener('pointermove', (event) => {
      if (!box.hasPointerCapture(event.pointerId) || !slot.drawing || !this.#result) return;
      if (pressed) {
        const [x, y] = placeIn(slot.drawing, event);
        const across = Math.abs(x - pressed[0]);
        if (across < CLICK_WITHIN || across < Math.abs(y - pressed[1])) return;
      }
      pressed = null;
      point(event);
    });
    box.addEventListener('pointerup', (event) => {
      if (!pressed || !slot.drawing || !this.#result) return;
      const [x, y] = pressed;
      pressed = null;
      if (!figure.pickAt) return point(event);
      const found = figure.pickAt(slot.drawing, this.#result, x, y);
      if (found !== null) onPick(found);
    });
    box.addEventListener('pointercancel', () => {
      if (!pressed && this.#frame !== before) onPoint(before);
      pressed = null;
    });
    if (!figure.pickAt) return;
    box.tabIndex = 0;
    box.setAttribute('role', 'group');
    box.setAttribute(
      'aria-label',
      figure.picks ??
        'Runs in the picture. Arrow up and down pick the next run, left and right move the generation.',
    );
    box.addEventListener('keydown', (event) => {
      if (!this.#result || event.altKey || event.ctrlKey || event.metaKey) return;
      const step = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') onPoint(this.#frame + step);
      else {
        const next = figure.pickNext?.(this.#result, this.#frame, step as 1 | -1) ?? null;
        if (next !== null) onPick(next);
      }
    });
  }
}

/** Where in a picture an event is, in its own pixels. */
function placeIn(
  { svg, width }: Drawing,
  { clientX, clientY }: { clientX: number; clientY: number },
): readonly [x: number, y: number] {
  const edges = svg.getBoundingClientRect();
  const scale = width / edges.width;
  return [(clientX - edges.left) * scale, (clientY - edges.top) * scale];
}

/** A press that moves less than this, in pixels, is a click. */
const CLICK_WITHIN = 5;

/** The width to draw at, in whole pixels; a box that is hidden has none. */
const usable = (width: number) => Math.max(240, Math.floor(width));

/** Sets text only where it differs: an unchanged sentence is not announced or laid out again. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
