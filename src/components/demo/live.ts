import { demos } from '../demos/index.ts';
import { defaultSettings, type NumberField, type Settings } from '../../lib/settings.ts';
import { readAt, readQuery, writeQuery } from '../../lib/url.ts';
import { Clock, type ClockState } from './clock.ts';
import type { Demo } from './definition.ts';
import { finish } from './finish.ts';
import { fillForm, followSlider, readForm, setValue } from './form.ts';
import { Panels } from './panels.ts';
import { setText, Stage } from './stage.ts';
import { Cancelled, Workshop } from './workshop.ts';

/** Draws that the page's own thread may spend at once: about 15 ms. More goes to a worker. */
const AT_ONCE = 1_000_000;
/** A wait shorter than this shows no progress bar, in milliseconds. */
const UNNOTICED = 200;
/** Changes of one setting closer together than this are one entry of the browser's history. */
const ONE_GESTURE = 1000;

const LESS_MOTION =
  'Your system asks for less motion, so Play goes straight to the end. Step and the slider still move one at a time.';

/** How a new state is reached decides what it leaves behind. */
interface Commit {
  /** Frame to open on; the demo's own choice if absent. */
  readonly at?: number | null;
  readonly notes?: readonly string[];
  /** What happens to the address: a new entry (within one gesture the same), or nothing. */
  readonly address?: 'push' | 'keep';
  readonly remember?: boolean;
  /** The settings come from the list of past ones, which is one shorter once they are shown. */
  readonly undo?: boolean;
  /** The field that changed, so that a gesture counts once. */
  readonly field?: string;
}

/** Brings a demo to life; returns what puts it to sleep. */
export function start(root: HTMLElement): () => void {
  return new Live(root, demos.get(root.dataset.demo!)).begin();
}

class Live {
  readonly #root: HTMLElement;
  readonly #demo: Demo;
  readonly #form: HTMLFormElement;
  readonly #clock: Clock;
  readonly #stage: Stage<ReturnType<typeof finish>>;
  readonly #workshop = new Workshop();
  readonly #panels: Panels;
  readonly #ending = new AbortController();
  #settings: Settings;
  #result!: ReturnType<typeof finish>;
  /** The run that the settings mean and where its clock stood, while a preview is on the stage. */
  #beforePreview: { result: ReturnType<typeof finish>; frame: number } | null = null;
  #past: Settings[] = [];
  #lastChange = { field: '', when: 0 };
  #turn = 0;
  /** The turn whose run is being made; 0 if none is. */
  #committing = 0;
  #preview = 0;
  #spoken = 0;

  constructor(root: HTMLElement, demo: Demo) {
    this.#root = root;
    this.#demo = demo;
    this.#form = root.querySelector('form')!;
    this.#settings = defaultSettings(demo.fields);
    this.#clock = new Clock((state) => this.#onClock(state));
    this.#stage = new Stage(root, demo.id, demo.figures, (frame) => this.#clock.seek(frame));
    this.#panels = new Panels(root, demo, () => ({
      settings: this.#settings,
      frame: this.#clock.state.frame,
      picture: (id: string) => this.#stage.picture(id),
      say: (text: string) => this.#announce(text),
    }));
  }

  begin(): () => void {
    const signal = this.#ending.signal;
    this.#clock.speed = this.#demo.speeds[0]!.value;
    this.#listen(signal);
    this.#openFromAddress();
    addEventListener('popstate', () => this.#openFromAddress(), { signal });
    for (const part of this.#root.querySelectorAll<HTMLFieldSetElement>('fieldset'))
      part.disabled = false;
    this.#root.dataset.state = 'live';
    return () => {
      this.#ending.abort();
      this.#clock.pause();
      this.#workshop.cancel();
      this.#stage.stop();
    };
  }

  #part<E extends HTMLElement>(role: string): E {
    return this.#root.querySelector<E>(`[data-role="${role}"]`)!;
  }

  #openFromAddress(): void {
    const { id, fields } = this.#demo;
    const read = readQuery(location.search, id, fields, defaultSettings(fields));
    const at = read.present ? readAt(location.search, id) : null;
    if (!this.#result && this.#demo.cost(read.settings) > AT_ONCE) this.#showOpening();
    // What a link got wrong is said where its reader begins; what a hand got wrong, beside the settings.
    if (read.notes.length > 0) this.#root.querySelector('section')!.prepend(this.#part('notes'));
    void this.#commit(read.settings, { at, notes: read.notes, address: 'keep' });
  }

  /** What the demo opens with, in case the link's own run takes long, is cancelled or fails. */
  #showOpening(): void {
    const { job, cost, input, preview } = this.#demo;
    const settings = this.#settings;
    const result = finish(job, cost(settings) <= AT_ONCE ? input(settings) : preview(settings));
    this.#show(result, this.#demo.openAt(result));
  }

  /** Runs settings in full and shows the outcome. */
  async #commit(asked: Settings, options: Commit = {}): Promise<void> {
    const { settings, notes } = this.#demo.repair(asked);
    const said = [...(options.notes ?? []), ...notes];
    const turn = (this.#committing = ++this.#turn);
    const before = this.#settings;
    cancelAnimationFrame(this.#preview);
    fillForm(this.#form, this.#demo.fields, settings);
    this.#showNotes(said);
    this.#setFailed(false);
    const result = await this.#compute(settings, turn);
    if (turn !== this.#turn) return;
    this.#committing = 0;
    if (!result) {
      fillForm(this.#form, this.#demo.fields, before);
      const former = this.#beforePreview;
      this.#beforePreview = null;
      if (former) this.#show(former.result, former.frame);
      return;
    }
    this.#beforePreview = null;
    if ((options.at ?? 0) >= this.#demo.frames(result))
      this.#showNotes([
        ...said,
        'The link asks for a place beyond the end of this run: the end is shown.',
      ]);
    if (options.undo) this.#past.pop();
    const changed = !same(settings, before);
    if (options.remember && changed && !this.#sameGesture(options.field)) this.#past.push(before);
    this.#settings = settings;
    this.#show(result, options.at ?? this.#demo.openAt(result));
    this.#updateAddress(changed ? options : { ...options, address: 'keep' });
    this.#lastChange = { field: options.field ?? '', when: performance.now() };
    this.#syncButtons();
    if (options.address !== 'keep')
      this.#announce(this.#demo.sentence(result, this.#clock.state.frame));
    void this.#panels.refresh();
  }

  #sameGesture(field: string | undefined): boolean {
    const { field: last, when } = this.#lastChange;
    return field !== undefined && field === last && performance.now() - when < ONE_GESTURE;
  }

  /** The result, from this thread when cheap, else from the worker; null when there will be none. */
  async #compute(settings: Settings, turn: number) {
    const { job, cost, input } = this.#demo;
    if (cost(settings) <= AT_ONCE) {
      this.#workshop.cancel();
      this.#part('waiting').hidden = true;
      return finish(job, input(settings));
    }
    const bar = this.#part<HTMLProgressElement>('progress');
    const text = this.#part('progress-text');
    const box = this.#part('waiting');
    const generations = Number(settings.generations ?? 0);
    const notice = setTimeout(() => (box.hidden = false), UNNOTICED);
    try {
      return await this.#workshop.run(job, input(settings), (share) => {
        bar.value = share;
        setText(text, `Generation ${Math.round(share * generations)} of ${generations}`);
      });
    } catch (error) {
      if (turn === this.#turn && error instanceof Cancelled)
        this.#showNotes(['Cancelled: the last finished run is still shown.']);
      else if (turn === this.#turn) {
        this.#showNotes([error instanceof Error ? error.message : String(error)]);
        this.#setFailed(true, settings);
      }
      return null;
    } finally {
      clearTimeout(notice);
      if (turn === this.#turn) box.hidden = true;
    }
  }

  #failed: Settings | null = null;

  #setFailed(failed: boolean, settings?: Settings): void {
    this.#failed = failed ? (settings ?? null) : null;
    this.#part('again').hidden = !failed;
  }

  #show(result: ReturnType<typeof finish>, frame: number): void {
    this.#result = result;
    const frames = this.#demo.frames(result);
    const at = Math.min(frames - 1, Math.max(0, frame));
    const scrub = this.#part<HTMLInputElement>('scrub');
    scrub.max = String(frames - 1);
    this.#stage.show(result, at);
    this.#clock.reset(frames, at);
  }

  /** During a drag: the beginning of the run at once, the whole when the slider is let go. */
  #drag(): void {
    cancelAnimationFrame(this.#preview);
    this.#preview = requestAnimationFrame(() => {
      this.#beforePreview ??= { result: this.#result, frame: this.#clock.state.frame };
      const { settings } = this.#demo.repair(readForm(this.#form, this.#demo.fields).settings);
      const result = finish(this.#demo.job, this.#demo.preview(settings));
      this.#show(result, this.#demo.openAt(result));
    });
  }

  #onClock(state: ClockState): void {
    const { frame, playing } = state;
    this.#stage.move(frame, playing);
    if (!playing) void this.#panels.refresh();
    const label = this.#demo.frameLabel(this.#result, frame);
    const scrub = this.#part<HTMLInputElement>('scrub');
    setValue(scrub, String(frame));
    setText(this.#part('frame'), label);
    const now = performance.now();
    if (!playing || now - this.#spoken > 100) {
      this.#spoken = now;
      setText(this.#part('now'), this.#demo.sentence(this.#result, frame));
      if (scrub.getAttribute('aria-valuetext') !== label)
        scrub.setAttribute('aria-valuetext', label);
    }
    const play = this.#part<HTMLButtonElement>('play');
    if (play.dataset.playing !== String(playing)) {
      play.dataset.playing = String(playing);
      setText(play, playing ? 'Pause' : 'Play');
    }
    this.#syncButtons();
  }

  #syncButtons(): void {
    const { frame, frames } = this.#clock.state;
    dim(this.#part('back'), frame === 0);
    dim(this.#part('step'), frame >= frames - 1);
    dim(this.#part('undo'), this.#past.length === 0);
  }

  #play(): void {
    if (this.#clock.state.playing) this.#clock.pause();
    else if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.#clock.seek(this.#clock.state.frames - 1);
      this.#announce(LESS_MOTION);
      this.#showNotes([LESS_MOTION]);
    } else this.#clock.play();
  }

  #listen(signal: AbortSignal): void {
    const { fields, presets } = this.#demo;
    const on = (role: string, act: () => void) =>
      this.#root
        .querySelectorAll(`[data-role="${role}"]`)
        .forEach((part) => part.addEventListener('click', act, { signal }));
    on('play', () => this.#play());
    on('step', () => this.#clock.seek(this.#clock.state.frame + 1));
    on('back', () => this.#clock.seek(this.#clock.state.frame - 1));
    on('another', () => this.#change({ ...this.#settings, seed: newSeed() }));
    on('copy-seed', () => void this.#panels.copy(String(this.#settings.seed), 'Seed copied.'));
    on('reset', () => this.#change(defaultSettings(fields)));
    on('undo', () => this.#undo());
    on('cancel', () => this.#workshop.cancel());
    on('again', () => this.#failed && this.#change(this.#failed));
    this.#part<HTMLInputElement>('scrub').addEventListener(
      'input',
      (event) => this.#clock.seek((event.target as HTMLInputElement).valueAsNumber),
      { signal },
    );
    this.#part<HTMLSelectElement>('speed').addEventListener(
      'change',
      (event) => (this.#clock.speed = Number((event.target as HTMLSelectElement).value)),
      { signal },
    );
    for (const preset of presets) {
      this.#root
        .querySelector(`[data-preset="${preset.id}"]`)
        ?.addEventListener('click', () => this.#change({ ...this.#settings, ...preset.settings }), {
          signal,
        });
    }
    const sliderOf = (target: EventTarget | null) => {
      const name = (target as HTMLElement).dataset.slider;
      return fields.find((field) => field.name === name && field.kind === 'number');
    };
    this.#form.addEventListener(
      'input',
      (event) => {
        const field = sliderOf(event.target);
        if (!field) return;
        followSlider(this.#form, field as NumberField);
        this.#drag();
      },
      { signal },
    );
    this.#form.addEventListener(
      'change',
      (event) => {
        const target = event.target as HTMLInputElement;
        const { settings, notes } = readForm(this.#form, fields);
        this.#change(settings, notes, target.dataset.slider ?? target.name);
      },
      { signal },
    );
    // Let go where it was taken up, a slider reports no change: the preview would stay.
    const release = () =>
      setTimeout(() => {
        if (!this.#beforePreview || this.#committing === this.#turn) return;
        this.#change(readForm(this.#form, fields).settings);
      });
    addEventListener('pointerup', release, { signal });
    addEventListener('pointercancel', release, { signal });
    this.#form.addEventListener('submit', (event) => event.preventDefault(), { signal });
  }

  #change(settings: Settings, notes: readonly string[] = [], field?: string): void {
    this.#form.after(this.#part('notes'));
    void this.#commit(settings, { notes, address: 'push', remember: true, field });
  }

  #undo(): void {
    const before = this.#past.at(-1);
    if (before) void this.#commit(before, { address: 'push', undo: true });
  }

  /** Writes the settings into the address, once they are painted: the browser lays the page out for it. */
  #updateAddress({ address = 'push', field }: Commit): void {
    if (address === 'keep') return;
    const settings = this.#settings;
    const method = this.#sameGesture(field) ? 'replaceState' : 'pushState';
    afterPaint(() => {
      const query = writeQuery(location.search, this.#demo.id, this.#demo.fields, settings);
      history[method](null, '', `${location.pathname}?${query}${location.hash}`);
    });
  }

  #showNotes(notes: readonly string[]): void {
    this.#part('notes').replaceChildren(
      ...notes.map((note) => {
        const line = document.createElement('p');
        line.textContent = note;
        return line;
      }),
    );
  }

  #announce(text: string): void {
    setText(this.#part('announce'), text);
  }
}

/** Calls `act` when the next frame has been painted. */
const afterPaint = (act: () => void) => requestAnimationFrame(() => setTimeout(act));

/** Disabled in effect and in name, but still reachable, so that the keyboard's place is not lost. */
function dim(button: HTMLElement, dimmed: boolean): void {
  if (button.getAttribute('aria-disabled') !== String(dimmed))
    button.setAttribute('aria-disabled', String(dimmed));
}

const same = (a: Settings, b: Settings) =>
  Object.keys(a).every((key) => a[key] === b[key]) && Object.keys(b).every((key) => key in a);

/** A seed that every stream takes. */
const newSeed = () => String(1 + (crypto.getRandomValues(new Uint32Array(1))[0]! % 99_999));
