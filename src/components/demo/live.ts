import { defaultSettings, type NumberField, type Settings } from '../../lib/settings.ts';
import { readAt, readQuery, writeQuery } from '../../lib/url.ts';
import { Clock, type ClockState } from './clock.ts';
import type { Demo } from './definition.ts';
import { finish } from './finish.ts';
import { fillForm, followSlider, readForm, setValue } from './form.ts';
import { Panels } from './panels.ts';
import { setText, Stage } from './stage.ts';
import { Cancelled, Workshop } from './workshop.ts';

/** For the box of the reader's own numbers: from here, or every page would get one more file. */
export { Cancelled, inStretches, Workshop } from './workshop.ts';

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
  /** What happens to the address: a new entry (within one gesture the same), the same entry mended, or nothing. */
  readonly address?: 'push' | 'replace' | 'keep';
  /** False where the change was not made here, and is not announced here. */
  readonly spoken?: boolean;
  readonly remember?: boolean;
  /** The settings come from the list of past ones, which is one shorter once they are shown. */
  readonly undo?: boolean;
  /** No sign of the work before it is done. */
  readonly quiet?: boolean;
  /** The field that changed, so that a gesture counts once. */
  readonly field?: string;
}

/** What a demo tells the others on its page: that it has other settings, and whether they come from the address. */
const NEWS = 'collapse-settings';
interface News {
  readonly id: string;
  readonly linked: boolean;
}

/** Brings a demo to life; returns what puts it to sleep. */
export function start(root: HTMLElement, demo: Demo): () => void {
  return new Live(root, demo).begin();
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
  /** What is shown; none at first, as long as the pictures that the page came with still stand. */
  #result!: ReturnType<typeof finish>;
  /** False while a preview or the parts made so far are on the stage. */
  #isWhole = false;
  /** The run that the settings mean and where its clock stood, while a preview is on the stage. */
  #beforePreview: {
    readonly result: ReturnType<typeof finish>;
    readonly frame: number;
    readonly isWhole: boolean;
  } | null = null;
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
    this.#form = root.querySelector('form.demo-settings')!;
    this.#settings = defaultSettings(demo.fields);
    this.#clock = new Clock((state) => this.#onClock(state));
    this.#stage = new Stage(
      root,
      demo.id,
      demo.figures,
      (frame) => this.#clock.seek(frame),
      (index) => this.#change({ ...this.#asked(), ...demo.pick!(this.#result, index) }, [], 'pick'),
    );
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
    const { id, fields, cost } = this.#demo;
    const defaults = defaultSettings(fields);
    const read = readQuery(location.search, id, fields, defaults);
    const settings = read.present ? read.settings : { ...read.settings, ...this.#followed() };
    const at = read.present ? readAt(location.search, id) : null;
    const long = cost(settings) > AT_ONCE;
    // The page came with the pictures of the opening settings: they stand until the same ones can be drawn live.
    const quiet = !this.#result && long && same(settings, defaults);
    if (!this.#result) this.#keepAnswer(settings);
    // One that grows shows the beginning of what the link asks for by itself.
    if (!this.#result && long && !quiet && !this.#demo.grows) this.#showOpening();
    // What a link got wrong is said where its reader begins; what a hand got wrong, beside the settings.
    if (read.notes.length > 0) this.#root.querySelector('section')!.prepend(this.#part('notes'));
    void this.#commit(settings, { at, notes: read.notes, address: 'keep', quiet });
  }

  /** What the demo that this one follows has set, if it is on the page and awake. */
  #followed(): Settings {
    const { follows } = this.#demo;
    const leader = follows && document.getElementById(follows.demo);
    const news = leader?.dataset.settings;
    return news ? follows!.settings(JSON.parse(news) as Settings) : {};
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
    this.#showQuestion(settings);
    this.#showNotes(said);
    this.#setFailed(false);
    const result = await this.#compute(settings, turn, options);
    if (turn !== this.#turn) return;
    this.#committing = 0;
    if (!result) {
      this.#keepAnswer(settings);
      this.#showQuestion(this.#settings);
      fillForm(this.#form, this.#demo.fields, this.#settings);
      const former = this.#beforePreview;
      this.#beforePreview = null;
      // Where the first run never came to its end, what stood there was its beginning: the settings are the opening ones.
      if (former && (former.isWhole || !this.#demo.grows)) {
        this.#show(former.result, former.frame);
        this.#isWhole = former.isWhole;
      } else if (former || !this.#result || this.#grown === turn) this.#showOpening();
      return;
    }
    // Where the reader has gone while the parts came in, there the whole is shown.
    const grown = this.#grown === turn ? this.#clock.state.frame : null;
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
    this.#show(result, grown ?? options.at ?? this.#demo.openAt(result));
    this.#isWhole = true;
    this.#tellOthers(options.address === 'keep');
    this.#updateAddress(changed ? options : { ...options, address: 'keep' });
    this.#lastChange = { field: options.field ?? '', when: performance.now() };
    this.#syncButtons();
    this.#showState();
    if (options.address !== 'keep' && options.spoken !== false)
      this.#announce(this.#demo.sentence(result, this.#clock.state.frame));
    void this.#panels.refresh();
  }

  #sameGesture(field: string | undefined): boolean {
    const { field: last, when } = this.#lastChange;
    return field !== undefined && field === last && performance.now() - when < ONE_GESTURE;
  }

  /** The result, from this thread when cheap, else from the worker; null when there will be none. */
  async #compute(settings: Settings, turn: number, { at, quiet }: Commit) {
    const { job, cost, input, preview, reuse, grows, progress } = this.#demo;
    const known = this.#isWhole && reuse?.(this.#result, this.#settings, settings);
    if (known || cost(settings) <= AT_ONCE) {
      this.#workshop.cancel();
      this.#part('waiting').hidden = true;
      return known || finish(job, input(settings));
    }
    const bar = this.#part<HTMLProgressElement>('progress');
    const text = this.#part('progress-text');
    const box = this.#part('waiting');
    const notice = quiet ? 0 : setTimeout(() => (box.hidden = false), UNNOTICED);
    if (grows && !quiet) {
      this.#keepBeforePreview();
      this.#grown = turn;
      const first = finish(job, preview(settings));
      this.#show(first, at ?? this.#demo.openAt(first));
    }
    try {
      return await this.#workshop.run(job, input(settings), {
        onProgress: (share) => {
          bar.value = share;
          setText(text, progress(settings, share));
        },
        ...(grows && !quiet && { onPart: (result) => turn === this.#turn && this.#grow(result) }),
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

  /** The turn whose parts are on the stage. */
  #grown = 0;

  /** More of the run that is on the stage already: the clock stays where it is. */
  #grow(result: ReturnType<typeof finish>): void {
    if (this.#demo.frames(result) !== this.#clock.state.frames) return;
    this.#result = result;
    void this.#stage.grow(result, this.#clock.state.frame);
    this.#onClock(this.#clock.state);
  }

  #failed: Settings | null = null;

  #setFailed(failed: boolean, settings?: Settings): void {
    this.#failed = failed ? (settings ?? null) : null;
    this.#part('again').hidden = !failed;
  }

  #keepBeforePreview(): void {
    if (!this.#result) return;
    this.#beforePreview ??= {
      result: this.#result,
      frame: this.#clock.state.frame,
      isWhole: this.#isWhole,
    };
  }

  #show(result: ReturnType<typeof finish>, frame: number): void {
    this.#result = result;
    this.#isWhole = false;
    const frames = this.#demo.frames(result);
    const at = Math.min(frames - 1, Math.max(0, frame));
    const scrub = this.#part<HTMLInputElement>('scrub');
    scrub.max = String(frames - 1);
    this.#stage.show(result, at);
    this.#clock.reset(frames, at);
    this.#wakeControls();
  }

  #wakeControls(): void {
    if (this.#root.dataset.state === 'live') return;
    for (const part of this.#root.querySelectorAll<HTMLFieldSetElement>('fieldset'))
      part.disabled = false;
    this.#root.dataset.state = 'live';
  }

  /** The question stands before the pictures as long as it is open: not while the run that was asked for is made. */
  #showQuestion(settings: Settings): void {
    const { ask } = this.#demo;
    if (ask) this.#root.toggleAttribute('data-asking', settings[ask.field] === ask.open);
  }

  /** An answer stays given, whatever becomes of the run that it came with. */
  #keepAnswer(settings: Settings): void {
    const { ask } = this.#demo;
    if (ask && this.#settings[ask.field] === ask.open)
      this.#settings = { ...this.#settings, [ask.field]: settings[ask.field]! };
  }

  /** What holds for the settings that are shown: the pressed preset, what a work says of it. */
  #showState(): void {
    const { presets } = this.#demo;
    const set = presets.filter(({ settings }) =>
      Object.entries(settings).every(([name, value]) => this.#settings[name] === value),
    );
    for (const { id } of presets) {
      this.#root
        .querySelector(`[data-preset="${id}"]`)
        ?.setAttribute('aria-pressed', String(set.some((preset) => preset.id === id)));
    }
    for (const menu of this.#root.querySelectorAll<HTMLSelectElement>('[data-role=presets]')) {
      const chosen = set.find(({ group }) => group === menu.dataset.group);
      setValue(menu, chosen?.id ?? '');
    }
    const says = this.#root.querySelector('[data-role=says]');
    if (says) setText(says, set.find((preset) => preset.says)?.says ?? '');
  }

  #tellOthers(linked: boolean): void {
    const { id } = this.#demo;
    this.#root.dataset.settings = JSON.stringify(this.#settings);
    document.dispatchEvent(new CustomEvent<News>(NEWS, { detail: { id, linked } }));
  }

  /** Does as the demo that this one follows. */
  #follow(news: Event): void {
    const { id, linked: both } = (news as CustomEvent<News>).detail;
    if (id !== this.#demo.follows?.demo) return;
    const settings = { ...this.#settings, ...this.#followed() };
    if (same(settings, this.#settings)) return;
    const linked = readQuery(location.search, this.#demo.id, this.#demo.fields, settings).present;
    // A link that sets both means both.
    if (linked && both) return;
    void this.#commit(settings, { address: linked ? 'replace' : 'keep', spoken: false });
  }

  /** During a drag: the beginning of the run at once, the whole when the slider is let go. */
  #drag(): void {
    cancelAnimationFrame(this.#preview);
    this.#preview = requestAnimationFrame(() => {
      this.#keepBeforePreview();
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
    on('another', () => this.#change({ ...this.#asked(), seed: newSeed() }));
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
    const take = (id: string) => {
      const preset = presets.find((one) => one.id === id);
      if (preset) this.#change({ ...this.#asked(), ...preset.settings });
    };
    for (const { id } of presets) {
      const button = this.#root.querySelector(`[data-preset="${id}"]`);
      button?.addEventListener('click', () => take(id), { signal });
    }
    for (const menu of this.#root.querySelectorAll<HTMLSelectElement>('[data-role=presets]')) {
      menu.addEventListener('change', () => take(menu.value), { signal });
    }
    document.addEventListener(NEWS, (news) => this.#follow(news), { signal });
    this.#listenForAnswer(signal);
    this.#listenToLinks(signal);
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
        this.#change(this.#asked());
      });
    addEventListener('pointerup', release, { signal });
    addEventListener('pointercancel', release, { signal });
    this.#form.addEventListener('submit', (event) => event.preventDefault(), { signal });
  }

  /** Links on the page that set this demo do so without loading the page again. */
  #listenToLinks(signal: AbortSignal): void {
    const { id, fields, ask } = this.#demo;
    const follow = (event: MouseEvent) => {
      const link = (event.target as Element).closest(`a[data-run="${id}"]`);
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      // A link in a drawing has no search of its own.
      const { search } = new URL(link.getAttribute('href')!, location.href);
      const { settings } = readQuery(search, id, fields, defaultSettings(fields));
      const answered = ask && this.#settings[ask.field] !== ask.open;
      const kept = answered ? { [ask.field]: this.#settings[ask.field]! } : {};
      this.#change({ ...settings, ...kept });
      this.#root.scrollIntoView();
      this.#root.querySelector<HTMLElement>('section')!.focus({ preventScroll: true });
    };
    // Drawings come and go, and links with them.
    document.addEventListener('click', follow, { signal });
  }

  /** The question that stands before the pictures: an answer, or none, is a change of settings like any other. */
  #listenForAnswer(signal: AbortSignal): void {
    const { ask } = this.#demo;
    const form = this.#root.querySelector<HTMLFormElement>('form[data-role=ask]');
    if (!ask || !form) return;
    const answer = (value: string) => {
      this.#change({ ...this.#asked(), [ask.field]: value });
      this.#root.querySelector<HTMLElement>('section')!.focus();
    };
    form.addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        answer(String(new FormData(form).get('answer') ?? ask.skipped));
      },
      { signal },
    );
    this.#part('skip').addEventListener('click', () => answer(ask.skipped), { signal });
  }

  /** What the form asks for: ahead of what is shown while a run is made, so that no change is lost to the next. */
  #asked(): Settings {
    return readForm(this.#form, this.#demo.fields).settings;
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
    const method = address === 'replace' || this.#sameGesture(field) ? 'replaceState' : 'pushState';
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
