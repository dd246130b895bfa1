import {
  jobNamed,
  type AnyJob,
  type JobInput,
  type JobName,
  type JobResult,
} from '../../lib/jobs/index.ts';
import { inWords } from './progress.ts';
import { defaultSettings, type NumberField, type Settings } from '../../settings/fields.ts';
import { ownPart, readAt, readQuery, writeQuery } from '../../settings/links.ts';
import { Clock, type ClockState } from './clock.ts';
import type { Demo } from '../demos/shared/demo.ts';
import { finishing, viewed } from './finish.ts';
import { fillForm, followSlider, readForm, setValue } from './form.ts';
import { Panels } from './panels.ts';
import { setText, Stage } from './stage.ts';
import { breath, inStretches } from './stretches.ts';
import type { Trouble } from './trouble.ts';
import { Cancelled, Workshop } from './workshop.ts';

/** Work that is done on the page's own thread, in values drawn and fitted: about 25 ms, in stretches. More goes to a worker. */
const AT_ONCE = 1_000_000;
/** What the beginning of a run may cost that is shown during a drag, and before the whole is there. */
const BEGINNING = 400_000;
/** A preview that turns out to be more work than this is left to the workers, in milliseconds. */
const MOST_OF_A_PREVIEW = 400;
/** A slider that reports no end of its movement has come to rest after this long, in milliseconds. */
const AT_REST = 300;
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

type Raw = JobResult<JobName>;

type Result = ReturnType<typeof viewed<JobName, unknown>>;

/** A run that was made in full. */
interface Whole {
  readonly made: Raw;
  readonly settings: Settings;
  /** The same as the pictures take it. */
  readonly result: Result;
  /** Where its clock stands. */
  frame: number;
}

/** Brings a demo to life; returns what puts it to sleep. Throws if it cannot even open with its own settings. */
export function start(root: HTMLElement, demo: Demo, trouble: Trouble): () => void {
  return new Live(root, demo, trouble).begin();
}

class Live {
  readonly #root: HTMLElement;
  readonly #demo: Demo;
  readonly #trouble: Trouble;
  readonly #form: HTMLFormElement;
  readonly #clock: Clock;
  readonly #stage: Stage<Result>;
  readonly #workshop = new Workshop();
  /** Makes the previews that are too much for the page's own thread. */
  readonly #previews = new Workshop();
  readonly #panels: Panels;
  readonly #ending = new AbortController();
  readonly #job: AnyJob;
  #settings: Settings;
  /** What is on the stage: a whole run, a preview or the parts made so far; null while the page's own pictures stand. */
  #result: Result | null = null;
  /** The last run that was made in full, and where its clock stood. */
  #whole: Whole | null = null;
  /** What the page came with. */
  readonly #opening: { readonly now: string; readonly frame: string };
  #past: Settings[] = [];
  #lastChange = { field: '', when: 0 };
  #turn = 0;
  /** The turn whose run is being made; 0 if none is. */
  #committing = 0;
  /** The turn whose parts are on the stage. */
  #grown = 0;
  /** True once the reader has moved the clock of the run that is being made. */
  #moved = false;
  #dragged = { wanted: false, underWay: false };
  /** True while a pointer is held down on the settings. */
  #held = false;
  #atRest = 0;
  #spoken = 0;
  /** This demo's part of the address, as last read or written. */
  #address = '';

  constructor(root: HTMLElement, demo: Demo, trouble: Trouble) {
    this.#root = root;
    this.#demo = demo;
    this.#trouble = trouble;
    this.#form = root.querySelector('form.demo-settings')!;
    this.#job = jobNamed(demo.job);
    this.#settings = defaultSettings(demo.fields);
    this.#opening = {
      now: this.#part('now').textContent!,
      frame: this.#part('frame').textContent!,
    };
    this.#clock = new Clock((state) => this.#attempt(() => this.#onClock(state)));
    this.#stage = new Stage(
      root,
      demo.id,
      demo.figures,
      (frame) => this.#seek(frame),
      (index) =>
        this.#result &&
        this.#change({ ...this.#asked(), ...demo.pick!(this.#result, index) }, [], 'pick'),
    );
    this.#panels = new Panels(root, demo, () => ({
      settings: this.#settings,
      frame: this.#clock.state.frame,
      picture: (id: string) => this.#stage.picture(id),
      say: (text: string) => this.#announce(text),
      fail: (text: string) => this.#trouble.tell(text),
    }));
  }

  begin(): () => void {
    const signal = this.#ending.signal;
    this.#clock.speed = this.#demo.speeds[0]!.value;
    this.#listen(signal);
    this.#openFromAddress();
    addEventListener(
      'popstate',
      () => {
        // Also fired for every link within the page, and for other demos' settings.
        if (ownPart(location.search, this.#demo.id) !== this.#address) this.#openFromAddress();
      },
      { signal },
    );
    return () => {
      this.#ending.abort();
      this.#clock.pause();
      this.#workshop.cancel();
      this.#previews.cancel();
      this.#stage.stop();
    };
  }

  #part<E extends HTMLElement>(role: string): E {
    return this.#root.querySelector<E>(`[data-role="${role}"]`)!;
  }

  #openFromAddress(): void {
    const { id, fields } = this.#demo;
    const cost = (set: Settings) => this.#job.cost(this.#demo.input(set));
    const defaults = defaultSettings(fields);
    this.#address = ownPart(location.search, id);
    const read = readQuery(location.search, id, fields, defaults);
    const settings = read.present ? read.settings : { ...read.settings, ...this.#followed() };
    const at = read.present ? readAt(location.search, id) : null;
    const long = cost(settings) > AT_ONCE;
    // The page came with the pictures of the opening settings: they stand until the same ones can be drawn live.
    const quiet = !this.#result && long && same(settings, defaults);
    if (!this.#result) this.#keepAnswer(settings);
    // What can be shown at once is: the opening run, until the link's own is there. One that grows shows its beginning.
    const showsOpening =
      !this.#result && long && !quiet && !this.#demo.grows && cost(defaults) <= AT_ONCE;
    // What a link got wrong is said where its reader begins; what a hand got wrong, beside the settings.
    if (read.notes.length > 0) this.#root.querySelector('section')!.prepend(this.#part('notes'));
    void this.#commit(settings, { at, notes: read.notes, address: 'keep', quiet });
    if (showsOpening) this.#attempt(() => this.#showOpening());
  }

  /** What the demo that this one follows has set, if it is on the page and awake. */
  #followed(): Settings {
    const { follows } = this.#demo;
    const leader = follows && document.getElementById(follows.demo);
    const news = leader?.dataset.settings;
    return news ? follows!.settings(JSON.parse(news) as Settings) : {};
  }

  /** What the demo opens with, until something else is there to be shown. */
  async #showOpening(): Promise<void> {
    const { job, input } = this.#demo;
    const settings = this.#settings;
    const turn = this.#turn;
    const wanted = () => turn === this.#turn && !this.#result;
    await breath();
    const made = await inStretches(finishing(job, input(settings)), wanted);
    await breath();
    if (!made || !wanted()) return;
    const result = viewed(this.#demo, made, settings);
    this.#whole = { made, settings, result, frame: 0 };
    await this.#show(result, this.#demo.openAt(result));
  }

  /** Runs settings in full and shows the outcome; where there is none, says why and goes back to what was shown before. */
  async #commit(asked: Settings, options: Commit = {}): Promise<void> {
    const turn = (this.#committing = ++this.#turn);
    clearTimeout(this.#atRest);
    this.#previews.cancel();
    this.#dragged.wanted = false;
    this.#moved = false;
    this.#trouble.clear();
    this.#showNotes(options.notes ?? []);
    try {
      await this.#make(asked, turn, options);
    } catch (error) {
      if (turn === this.#turn) this.#goBack(asked, error);
    } finally {
      if (turn === this.#turn) {
        this.#committing = 0;
        this.#part('waiting').hidden = true;
      }
    }
  }

  async #make(asked: Settings, turn: number, options: Commit): Promise<void> {
    const { settings, notes } = this.#demo.repair(asked);
    const said = [...(options.notes ?? []), ...notes];
    fillForm(this.#form, this.#demo.fields, settings);
    this.#showQuestion(settings);
    this.#showNotes(said);
    const made = await this.#compute(settings, turn, options);
    // Drawing takes its time too.
    await breath();
    if (turn !== this.#turn || !made) return;
    const result = viewed(this.#demo, made, settings);
    // Where the reader has gone while the parts came in, there the whole is shown.
    const stayed = this.#moved && this.#grown === turn ? this.#clock.state.frame : null;
    await this.#show(result, stayed ?? options.at ?? this.#demo.openAt(result));
    if (turn !== this.#turn) return;
    if ((options.at ?? 0) >= this.#demo.frames(result))
      this.#showNotes([
        ...said,
        'The link asks for a place beyond the end of this run: the end is shown.',
      ]);
    const before = this.#settings;
    if (options.undo) this.#past.pop();
    const changed = !same(settings, before);
    if (options.remember && changed && !this.#sameGesture(options.field)) this.#past.push(before);
    this.#settings = settings;
    this.#whole = { made, settings, result, frame: this.#clock.state.frame };
    this.#tellOthers(options.address === 'keep');
    this.#updateAddress(changed ? options : { ...options, address: 'keep' });
    this.#lastChange = { field: options.field ?? '', when: performance.now() };
    this.#syncButtons();
    this.#showState();
    if (options.address !== 'keep' && options.spoken !== false)
      this.#announce(this.#demo.sentence(result, this.#clock.state.frame));
    this.#panels.refresh();
  }

  /** Settings have no run, or the reader does not want to wait for it: what was shown before is shown again. */
  #goBack(asked: Settings, error: unknown): void {
    const { fields } = this.#demo;
    const { settings: opening } = this.#demo.repair(defaultSettings(fields));
    const cancelled = error instanceof Cancelled;
    const stands = this.#whole ? 'the run of before' : 'the opening run';
    this.#keepAnswer(asked);
    if (this.#whole) {
      const { result, frame } = this.#whole;
      if (this.#result !== result) this.#attempt(() => this.#show(result, frame));
    } else {
      this.#result = null;
      this.#clock.reset(1, 0);
      this.#stage.restore();
      setText(this.#part('now'), this.#opening.now);
      setText(this.#part('frame'), this.#opening.frame);
      this.#settings = { ...opening, ...this.#answer() };
      // With the settings that the page opens with it can go on, unless they are what has failed.
      if (!same(asked, this.#settings))
        void this.#commit(this.#settings, { address: 'keep', quiet: true, spoken: false });
    }
    this.#showQuestion(this.#settings);
    fillForm(this.#form, fields, this.#settings);
    if (cancelled) this.#showNotes([`Cancelled: ${stands} is shown, with its settings.`]);
    else
      this.#trouble.failed(
        'This run could not be made',
        error,
        `Shown is ${stands}, with its settings.`,
        () => this.#change(asked),
        this.#whole ? 'below' : 'above',
      );
  }

  #sameGesture(field: string | undefined): boolean {
    const { field: last, when } = this.#lastChange;
    return field !== undefined && field === last && performance.now() - when < ONE_GESTURE;
  }

  /** The result, from this thread when cheap, else from the workers; null when other settings have come in between. */
  async #compute(settings: Settings, turn: number, { at, quiet }: Commit): Promise<Raw | null> {
    const { job, grows } = this.#demo;
    const input = this.#demo.input(settings);
    const wanted = () => turn === this.#turn;
    const box = this.#part('waiting');
    const known = this.#again(input);
    if (known || this.#job.cost(input) <= AT_ONCE) {
      this.#workshop.cancel();
      box.hidden = true;
      return known ?? inStretches(finishing(job, input), wanted);
    }
    const bar = this.#part<HTMLProgressElement>('progress');
    const text = this.#part('progress-text');
    const notice = quiet ? 0 : setTimeout(() => wanted() && this.#showWaiting(), UNNOTICED);
    const showPart = (part: Raw) => {
      if (!wanted()) return;
      const result = viewed(this.#demo, part, settings);
      this.#attempt(() => this.#grow(result, turn, at ?? null));
    };
    try {
      const whole = this.#workshop.run(job, input, {
        onProgress: (share) => {
          bar.value = share;
          setText(text, inWords(this.#job.progress(input, share)));
        },
        ...(grows && !quiet && { onPart: showPart }),
      });
      if (grows && !quiet)
        void this.#previewHere(settings, turn).then(
          (first) => {
            if (first && this.#grown !== turn && this.#committing === turn) showPart(first);
          },
          // The whole run will fail for the same reason, and say it.
          () => undefined,
        );
      return await whole;
    } catch (error) {
      if (!wanted()) return null;
      throw error;
    } finally {
      clearTimeout(notice);
    }
  }

  /** The run at hand, where it is what is asked for or has all of it: another look at it needs no other run. */
  #again(input: JobInput<JobName>): Raw | null {
    if (!this.#isWhole()) return null;
    const { made, settings } = this.#whole!;
    if (JSON.stringify(this.#demo.input(settings)) === JSON.stringify(input)) return made;
    return (this.#job.again?.(made, input) ?? null) as Raw | null;
  }

  /** The beginning of the run, or the first of the runs. */
  #beginning(settings: Settings): JobInput<JobName> {
    return this.#job.beginning(this.#demo.input(settings), BEGINNING) as JobInput<JobName>;
  }

  /** The wait is told, with a way to end it, also while nothing has been drawn yet. */
  #showWaiting(): void {
    this.#wakeControls();
    this.#part('waiting').hidden = false;
  }

  /** True while a whole run is on the stage, and not a preview or a part of one. */
  #isWhole(): boolean {
    return this.#result !== null && this.#result === this.#whole?.result;
  }

  /** More of the run that is being made: the clock stays where the reader put it. */
  async #grow(result: Result, turn: number, at: number | null): Promise<void> {
    const first = this.#grown !== turn;
    this.#grown = turn;
    const open = at ?? this.#demo.openAt(result);
    if (first || this.#demo.frames(result) !== this.#clock.state.frames) {
      await this.#show(result, this.#moved ? this.#clock.state.frame : open);
      return;
    }
    this.#result = result;
    const drawn = this.#stage.show(result, this.#clock.state.frame);
    if (!this.#moved && !this.#clock.state.playing) this.#clock.seek(open);
    else this.#onClock(this.#clock.state);
    await drawn;
  }

  /** The beginning of a run, or its first runs, made here; null if that is too much, or not wanted any more. */
  async #previewHere(settings: Settings, turn: number): Promise<Raw | null> {
    const { job } = this.#demo;
    await breath();
    const begin = this.#beginning(settings);
    await breath();
    const result = await inStretches(
      finishing(job, begin),
      (_, worked) => turn === this.#turn && worked < MOST_OF_A_PREVIEW,
    );
    // It will be drawn, which takes its time too.
    await breath();
    return result;
  }

  /** Draws a result, and puts the clock at a frame of it. Resolves when all pictures are drawn. */
  async #show(result: Result, frame: number): Promise<void> {
    const turn = this.#turn;
    const slow = this.#stage.prepare(result, () => turn === this.#turn);
    if (slow) await slow;
    if (turn !== this.#turn) return;
    const frames = this.#demo.frames(result);
    const at = Math.min(frames - 1, Math.max(0, frame));
    this.#result = result;
    this.#part<HTMLInputElement>('scrub').max = String(frames - 1);
    const drawn = this.#stage.show(result, at);
    this.#clock.reset(frames, at);
    this.#wakeControls();
    this.#root.dataset.state = 'live';
    await drawn;
  }

  #wakeControls(): void {
    for (const part of this.#root.querySelectorAll<HTMLFieldSetElement>('fieldset[disabled]'))
      part.disabled = false;
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

  #answer(): Settings {
    const { ask } = this.#demo;
    return ask ? { [ask.field]: this.#settings[ask.field]! } : {};
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
  async #preview(): Promise<void> {
    this.#dragged.wanted = true;
    if (this.#dragged.underWay) return;
    this.#dragged.underWay = true;
    try {
      while (this.#dragged.wanted) {
        await nextFrame();
        // The whole run was asked for in the meantime.
        if (!this.#dragged.wanted) break;
        this.#dragged.wanted = false;
        // A run that is still being made is not what is wanted any more.
        if (this.#committing) this.#abandon();
        const turn = this.#turn;
        const { settings } = this.#demo.repair(this.#asked());
        const made =
          (await this.#previewHere(settings, turn)) ??
          (turn === this.#turn ? await this.#previewElsewhere(settings) : null);
        if (!made || turn !== this.#turn) continue;
        const result = viewed(this.#demo, made, settings);
        await this.#show(result, this.#demo.openAt(result));
        // It may have come after the slider was let go.
        if (turn === this.#turn) this.#settle();
      }
    } finally {
      this.#dragged.underWay = false;
    }
  }

  #abandon(): void {
    this.#turn++;
    this.#committing = 0;
    this.#workshop.cancel();
    this.#part('waiting').hidden = true;
  }

  /** The same from a worker; null if it is called off or cannot be had: the whole run will say why. */
  #previewElsewhere(settings: Settings): Promise<Raw | null> {
    const silent = { onProgress: () => undefined };
    return this.#previews.run(this.#demo.job, this.#beginning(settings), silent).catch(() => null);
  }

  /** The reader moves the clock. */
  #seek(frame: number): void {
    this.#moved = true;
    this.#clock.seek(frame);
  }

  #onClock(state: ClockState): void {
    const { frame, playing } = state;
    if (!this.#result) return;
    if (this.#whole && this.#isWhole()) this.#whole.frame = frame;
    this.#stage.move(frame, playing);
    if (!playing) this.#panels.refresh();
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
    this.#moved = true;
    if (this.#clock.state.playing) this.#clock.pause();
    else if (lessMotion().matches) {
      this.#clock.seek(this.#clock.state.frames - 1);
      this.#announce(LESS_MOTION);
      this.#showNotes([LESS_MOTION]);
    } else this.#clock.play();
  }

  /** Does something; what goes wrong with it is told, and nothing moves on. */
  #attempt(act: () => unknown): void {
    const failed = (error: unknown) => {
      this.#clock.halt();
      this.#trouble.failed('Something went wrong here', error, 'Reload the page to go on.');
    };
    try {
      const done = act();
      if (done instanceof Promise) done.catch(failed);
    } catch (error) {
      failed(error);
    }
  }

  #listen(signal: AbortSignal): void {
    const { fields, presets } = this.#demo;
    const hear = <E extends Event>(
      target: EventTarget | null,
      type: string,
      act: (event: E) => unknown,
    ) =>
      target?.addEventListener(type, (event) => this.#attempt(() => act(event as E)), { signal });
    const on = (role: string, act: () => unknown) => {
      for (const part of this.#root.querySelectorAll(`[data-role="${role}"]`))
        hear(part, 'click', act);
    };
    on('play', () => this.#play());
    on('step', () => this.#seek(this.#clock.state.frame + 1));
    on('back', () => this.#seek(this.#clock.state.frame - 1));
    on('another', () => this.#change({ ...this.#asked(), seed: newSeed() }));
    on('reset', () => this.#change(defaultSettings(fields)));
    on('undo', () => this.#undo());
    on('cancel', () => this.#workshop.cancel());
    hear(this.#part('scrub'), 'input', ({ target }) =>
      this.#seek((target as HTMLInputElement).valueAsNumber),
    );
    hear(this.#part('speed'), 'change', ({ target }) => {
      this.#clock.speed = Number((target as HTMLSelectElement).value);
    });
    const take = (id: string) => {
      const preset = presets.find((one) => one.id === id);
      if (preset) this.#change({ ...this.#asked(), ...preset.settings });
    };
    for (const { id } of presets)
      hear(this.#root.querySelector(`[data-preset="${id}"]`), 'click', () => take(id));
    for (const menu of this.#root.querySelectorAll<HTMLSelectElement>('[data-role=presets]'))
      hear(menu, 'change', () => take(menu.value));
    hear(document, NEWS, (news) => this.#follow(news));
    hear(lessMotion(), 'change', () => {
      if (lessMotion().matches && this.#clock.state.playing) this.#clock.pause();
    });
    this.#listenForAnswer(signal);
    this.#listenToLinks(signal);
    const sliderOf = (target: EventTarget | null) => {
      const name = (target as HTMLElement).dataset.slider;
      return fields.find((field) => field.name === name && field.kind === 'number');
    };
    hear(this.#form, 'input', ({ target }) => {
      const field = sliderOf(target);
      if (!field) return;
      followSlider(this.#form, field as NumberField);
      this.#settle(field.name);
      return this.#preview();
    });
    hear(this.#form, 'change', ({ target }) => {
      const { dataset, name } = target as HTMLInputElement;
      const { settings, notes } = readForm(this.#form, fields);
      this.#change(settings, notes, dataset.slider ?? name);
    });
    hear(this.#form, 'pointerdown', () => (this.#held = true));
    // Let go where it was taken up, a slider reports no change: the preview would stay.
    const release = () => {
      this.#held = false;
      setTimeout(() => this.#attempt(() => this.#replacePreview()));
    };
    hear(window, 'pointerup', release);
    hear(window, 'pointercancel', release);
    hear(this.#form, 'submit', (event) => event.preventDefault());
  }

  /** Makes the run in full if a preview of it is all that is shown. */
  #replacePreview(field?: string): void {
    if (!this.#held && !this.#committing && this.#result && !this.#isWhole())
      this.#change(this.#asked(), [], field);
  }

  /** A slider that is moved by keys reports its movement, and in some browsers no end of it. */
  #settle(field?: string): void {
    clearTimeout(this.#atRest);
    this.#atRest = window.setTimeout(
      () => this.#attempt(() => this.#replacePreview(field)),
      AT_REST,
    );
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
      const { id, fields } = this.#demo;
      const query = writeQuery(location.search, id, fields, settings);
      try {
        history[method](null, '', `${location.pathname}?${query}${location.hash}`);
        this.#address = ownPart(query, id);
      } catch {
        // A sandboxed frame may not write its address, and browsers take only so many in a minute. Share has the link.
      }
    });
  }

  #showNotes(notes: readonly string[]): void {
    const box = this.#part('notes');
    const fold = box.closest('details:not([open])');
    if (fold && notes.length > 0) fold.before(box);
    box.replaceChildren(
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
const newSeed = () => String(1 + Math.floor(Math.random() * 99_999));

const lessMotion = () => matchMedia('(prefers-reduced-motion: reduce)');

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
