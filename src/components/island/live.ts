import { entryAt } from '../../lib/entryAt.ts';
import {
  defaultSettings,
  readField,
  settingOf,
  type NumberField,
  type Settings,
} from '../../settings/fields.ts';
import { ownPart, readQuery, writeQuery } from '../../settings/links.ts';
import type { Demo } from '../demos/shared/demo.ts';
import { chosenText } from './chosenFile.ts';
import { Clock, type ClockState } from './clock.ts';
import { found } from './found.ts';
import { fillForm, followSlider, placeAt, readForm, setValue, write } from './form.ts';
import { Making } from './making.ts';
import { Panels } from './panels.ts';
import { bringPictures, listenToPictures } from './pictures.ts';
import { inWords } from './progress.ts';
import {
  sessionOf,
  type Effect,
  type Event as Happening,
  type Result,
  type State,
} from './session.ts';
import { setText, Stage } from './stage.ts';
import type { Trouble } from './trouble.ts';

/**
 * A slider that reports no end of its movement has come to rest after this long, in milliseconds.
 */
const AT_REST = 300;

const LESS_MOTION =
  'Your system asks for less motion, so Play goes straight to the end. Step and the slider still move one at a time.';

/**
 * What a demo tells the others on its page: that it has other settings, and whether they come from
 * the address.
 */
const NEWS = 'collapse-settings';
interface News {
  readonly id: string;
  readonly linked: boolean;
}

/** An effect of one kind. */
type To<Kind extends Effect['do']> = Extract<Effect, { do: Kind }>;

/**
 * Brings a demo to life; returns what puts it to sleep. Throws if it cannot even open with its own
 * settings.
 */
export function start(root: HTMLElement, demo: Demo, trouble: Trouble): () => void {
  return new Live(root, demo, trouble).begin();
}

/** A session bound to its page: tells it what happens there, and does there what comes of it. */
class Live {
  readonly #root: HTMLElement;
  readonly #demo: Demo;
  readonly #trouble: Trouble;
  readonly #form: HTMLFormElement;
  readonly #clock: Clock;
  readonly #stage: Stage<Result>;
  readonly #making: Making;
  readonly #panels: Panels;
  readonly #ending = new AbortController();
  readonly #session: ReturnType<typeof sessionOf>;
  /** What the page came with. */
  readonly #opening: { readonly now: string; readonly frame: string };
  #state: State;
  #atRest = 0;
  #spoken = 0;

  constructor(root: HTMLElement, demo: Demo, trouble: Trouble) {
    this.#root = root;
    this.#demo = demo;
    this.#trouble = trouble;
    this.#form = found<HTMLFormElement>(root, 'form.demo-settings');
    this.#session = sessionOf(demo);
    this.#state = this.#session.first;
    this.#making = new Making(
      demo,
      (happening) => this.#attempt(() => this.#tell(happening)),
      (turn) => turn === this.#state.turn,
    );
    this.#opening = {
      now: this.#part('now').textContent,
      frame: this.#part('frame').textContent,
    };
    this.#clock = new Clock((state) => this.#attempt(() => this.#onClock(state)));
    this.#stage = new Stage(
      root,
      demo,
      (frame) => this.#seek(frame),
      (index) => {
        const { shown } = this.#state;
        if (shown) this.#change({ ...this.#asked(), ...demo.pick?.(shown, index) }, [], 'pick');
      },
      {
        onDrag: (field, value) => this.#attempt(() => this.#drag(field, value)),
        onDrop: (field) => {
          const { settings, notes } = readForm(this.#form, demo.fields);
          this.#attempt(() => this.#change(settings, notes, field));
        },
      },
    );
    listenToPictures(root, this.#ending.signal);
    bringPictures(root, this.#ending.signal);
    this.#panels = new Panels(root, demo, () => ({
      settings: this.#state.settings,
      frame: this.#clock.state.frame,
      picture: (id: string) => this.#stage.picture(id),
      say: (text: string) => this.#announce(text),
      fail: (text: string) => this.#trouble.tell(text),
    }));
  }

  begin(): () => void {
    const signal = this.#ending.signal;
    this.#clock.speed = entryAt(this.#demo.speeds, 0).value;
    this.#listen(signal);
    this.#tell({ type: 'address', query: location.search, followed: this.#followed() });
    return () => {
      this.#ending.abort();
      this.#clock.pause();
      this.#making.stop('run');
      this.#making.stop('beginning');
      this.#stage.stop();
    };
  }

  /** Tells the session what has happened, and does what comes of it. */
  #tell(happening: Happening): void {
    const [state, effects] = this.#session.step(this.#state, happening);
    this.#state = state;
    for (const effect of effects) this.#do(effect);
  }

  #do(effect: Effect): void {
    switch (effect.do) {
      case 'fill':
        fillForm(this.#form, this.#demo.fields, effect.settings);
        break;
      case 'notes':
        this.#showNotes(effect.lines);
        break;
      case 'put notes':
        if (effect.where === 'top') found(this.#root, 'section').prepend(this.#part('notes'));
        else this.#form.after(this.#part('notes'));
        break;
      case 'ask':
        this.#root.toggleAttribute('data-asking', effect.open);
        break;
      case 'make':
        this.#making.make(effect);
        break;
      case 'open':
        this.#attempt(() => this.#making.open(effect));
        break;
      case 'begin':
        this.#attempt(() => this.#making.begin(effect));
        break;
      case 'stop':
        this.#making.stop(effect.what);
        break;
      case 'progress':
        this.#part<HTMLProgressElement>('progress').value = effect.share;
        setText(this.#part('progress-text'), inWords(effect.progress));
        break;
      case 'wait':
        // Also while nothing has been drawn yet: there is a way to end the wait.
        if (effect.shown) this.#wakeControls();
        this.#part('waiting').hidden = !effect.shown;
        break;
      case 'show':
        void this.#show(effect);
        break;
      case 'update':
        this.#attempt(() => this.#update(effect));
        break;
      case 'restore':
        this.#clock.reset(1, 0);
        this.#stage.restore();
        setText(this.#part('now'), this.#opening.now);
        setText(this.#part('frame'), this.#opening.frame);
        break;
      case 'address':
        this.#writeAddress(effect);
        break;
      case 'tell others':
        this.#tellOthers(effect);
        break;
      case 'announce':
        this.#announce(effect.text);
        break;
      case 'refresh':
        this.#syncButtons();
        this.#showPresets();
        this.#panels.refresh();
        break;
      case 'no trouble':
        this.#trouble.clear();
        this.#panels.forget();
        break;
      case 'trouble': {
        const retry = () => this.#change(effect.retry);
        const what = 'This run could not be made';
        this.#trouble.failed(what, effect.error, effect.and, retry, effect.place);
        break;
      }
      case 'next frame':
        requestAnimationFrame(() =>
          this.#attempt(() => this.#tell({ type: 'frame', asked: this.#asked() })),
        );
        break;
      case 'rest':
        clearTimeout(this.#atRest);
        this.#atRest = window.setTimeout(
          () =>
            this.#attempt(() =>
              this.#tell({
                ...{ type: 'rest', asked: this.#asked() },
                ...(effect.field !== undefined && { field: effect.field }),
              }),
            ),
          AT_REST,
        );
        break;
      case 'no rest':
        clearTimeout(this.#atRest);
        break;
    }
  }

  #part<E extends HTMLElement>(role: string): E {
    return found<E>(this.#root, `[data-role="${role}"]`);
  }

  /** What the demo that this one follows has set, if it is on the page and awake. */
  #followed(): Settings {
    const { follows } = this.#demo;
    const leader = follows && document.getElementById(follows.demo);
    const news = leader?.dataset.settings;
    return follows && news ? follows.settings(JSON.parse(news) as Settings) : {};
  }

  /** Draws a result and puts the clock at a frame of it; tells when all its pictures are drawn. */
  async #show({ turn, result, frame, occasion }: To<'show'>): Promise<void> {
    try {
      const wanted = () => turn === this.#state.turn;
      await this.#stage.prepare(result, wanted);
      if (wanted()) {
        const frames = this.#demo.frames(result);
        const at = Math.min(frames - 1, Math.max(0, frame));
        this.#tell({ type: 'drawing', turn, result });
        this.#part<HTMLInputElement>('scrub').max = String(frames - 1);
        const drawn = this.#stage.show(result, at);
        this.#clock.reset(frames, at);
        this.#wakeControls();
        this.#root.dataset.state = 'live';
        // During a drag the next may come before all pictures are drawn.
        if (occasion === 'beginning') this.#attempt(() => drawn);
        else await drawn;
      }
    } catch (error) {
      if (occasion === 'run') this.#tell({ type: 'failed', turn, error });
      else this.#broken(error);
    }
    this.#attempt(() => this.#tell({ type: 'drawn', turn, occasion, now: performance.now() }));
  }

  /** Draws more of the same result. */
  async #update({ turn, result, frame }: To<'update'>): Promise<void> {
    this.#tell({ type: 'drawing', turn, result });
    const drawn = this.#stage.show(result, this.#clock.state.frame);
    if (frame !== null && !this.#clock.state.playing) this.#clock.seek(frame);
    else this.#onClock(this.#clock.state);
    await drawn;
  }

  #wakeControls(): void {
    for (const part of this.#root.querySelectorAll<HTMLFieldSetElement>('fieldset[disabled]'))
      part.disabled = false;
  }

  /** What holds for the settings that are shown: the pressed preset, what a work says of it. */
  #showPresets(): void {
    const { presets } = this.#demo;
    const { settings: shown } = this.#state;
    const set = presets.filter(({ settings }) =>
      Object.entries(settings).every(([name, value]) => shown[name] === value),
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

  #tellOthers({ settings, linked }: To<'tell others'>): void {
    const { id } = this.#demo;
    this.#root.dataset.settings = JSON.stringify(settings);
    document.dispatchEvent(new CustomEvent<News>(NEWS, { detail: { id, linked } }));
  }

  /** Does as the demo that this one follows. */
  #follow(news: Event): void {
    const { id, linked } = (news as CustomEvent<News>).detail;
    if (id !== this.#demo.follows?.demo) return;
    this.#tell({ type: 'follow', followed: this.#followed(), linked, query: location.search });
  }

  /** The reader moves the clock. */
  #seek(frame: number): void {
    this.#tell({ type: 'seek' });
    this.#clock.seek(frame);
  }

  #onClock(state: ClockState): void {
    const { frame, playing } = state;
    const { shown } = this.#state;
    if (!shown) return;
    this.#tell({ type: 'clock', frame });
    this.#stage.move(frame, playing);
    if (!playing) this.#panels.refresh();
    const label = this.#demo.frameLabel(shown, frame);
    const scrub = this.#part<HTMLInputElement>('scrub');
    setValue(scrub, String(frame));
    setText(this.#part('frame'), label);
    const now = performance.now();
    if (!playing || now - this.#spoken > 100) {
      this.#spoken = now;
      setText(this.#part('now'), this.#demo.sentence(shown, frame));
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
    dim(this.#part('undo'), this.#state.past.length === 0);
  }

  #play(): void {
    this.#tell({ type: 'seek' });
    if (this.#clock.state.playing) this.#clock.pause();
    else if (lessMotion().matches) {
      this.#clock.seek(this.#clock.state.frames - 1);
      this.#announce(LESS_MOTION);
      this.#showNotes([LESS_MOTION]);
    } else this.#clock.play();
  }

  /** Does something; what goes wrong with it is told, and nothing moves on. */
  #attempt(act: () => unknown): void {
    try {
      const done = act();
      if (done instanceof Promise) done.catch((error: unknown) => this.#broken(error));
    } catch (error) {
      this.#broken(error);
    }
  }

  #broken(error: unknown): void {
    this.#clock.halt();
    this.#trouble.failed('Something went wrong here', error, 'Reload the page to go on.');
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
    on('undo', () => this.#tell({ type: 'undo' }));
    on('cancel', () => this.#making.stop('run'));
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
      this.#tell({ type: 'drag', field: field.name });
    });
    hear(this.#form, 'change', ({ target }) => {
      const { dataset, name } = target as HTMLInputElement;
      const isFile = dataset.file !== undefined;
      if (isFile) return this.#openFile(target as HTMLInputElement);
      const { settings, notes } = readForm(this.#form, fields);
      return this.#change(settings, notes, dataset.slider ?? name);
    });
    hear(this.#form, 'pointerdown', () => this.#tell({ type: 'hold' }));
    // Let go where it was taken up, a slider reports no change: the beginning would stay. A change
    // that it reports comes first.
    const release = () =>
      setTimeout(() => this.#attempt(() => this.#tell({ type: 'release', asked: this.#asked() })));
    hear(window, 'pointerup', release);
    hear(window, 'pointercancel', release);
    hear(window, 'popstate', () =>
      this.#tell({
        ...{ type: 'address', query: location.search, gone: true },
        followed: this.#followed(),
      }),
    );
    hear(this.#form, 'submit', (event) => event.preventDefault());
  }

  /** Links on the page that set this demo do so without loading the page again. */
  #listenToLinks(signal: AbortSignal): void {
    const { id, fields, ask } = this.#demo;
    const follow = (event: MouseEvent) => {
      const link = (event.target as Element).closest(`a[data-run="${id}"]`);
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      // A link in a drawing has no search of its own.
      const { search } = new URL(link.getAttribute('href') ?? '', location.href);
      const { settings } = readQuery(search, id, fields, defaultSettings(fields));
      const answered = ask && this.#state.settings[ask.field] !== ask.open;
      const kept = answered ? { [ask.field]: settingOf(this.#state.settings, ask.field) } : {};
      this.#change({ ...settings, ...kept });
      this.#root.scrollIntoView();
      found(this.#root, 'section').focus({ preventScroll: true });
    };
    // Drawings come and go, and links with them.
    document.addEventListener('click', follow, { signal });
  }

  /**
   * The question that stands before the pictures: an answer, or none, is a change of settings like
   * any other.
   */
  #listenForAnswer(signal: AbortSignal): void {
    const { ask } = this.#demo;
    const form = this.#root.querySelector<HTMLFormElement>('form[data-role=ask]');
    if (!ask || !form) return;
    const answer = (value: string) => {
      this.#change({ ...this.#asked(), [ask.field]: value });
      found(this.#root, 'section').focus();
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

  /**
   * What the form asks for: ahead of what is shown while a run is made, so that no change is lost
   * to the next.
   */
  #asked(): Settings {
    return readForm(this.#form, this.#demo.fields).settings;
  }

  /** Puts the text of a file where a text of the reader’s own goes. */
  async #openFile(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    const field = this.#demo.fields.find(({ name }) => name === input.dataset.file);
    // At once, so that the same file can be chosen again.
    input.value = '';
    if (!file || field?.kind !== 'passage') return;
    // A letter takes four bytes at the most.
    const read = await chosenText(file.slice(0, 4 * field.maxLength));
    if ('why' in read) {
      const why = read.why === 'no text' ? 'is not a text file' : 'could not be read';
      this.#showNotes([`${file.name} ${why}: what was there before stays.`]);
      return;
    }
    const { value, note } = readField(field, read.text);
    const { settings, notes } = readForm(this.#form, this.#demo.fields);
    this.#change({ ...settings, [field.name]: value }, note ? [...notes, note] : notes, field.name);
  }

  /** Something in a picture is dragged: as if its control in the form were. */
  #drag(name: string, value: number): void {
    const field = this.#demo.fields.find((one) => one.name === name);
    if (!field) throw new Error(`${this.#demo.id} has no field ${name}`);
    if (field.kind === 'number') placeAt(this.#form, field, value);
    else if (this.#demo.nearest) write(this.#form, field, this.#demo.nearest(name, value));
    this.#tell({ type: 'drag', field: name });
  }

  #change(settings: Settings, notes: readonly string[] = [], field?: string): void {
    this.#tell({ ...{ type: 'change', settings, notes }, ...(field !== undefined && { field }) });
  }

  /**
   * Writes the settings into the address, once they are painted: the browser lays the page out for
   * it.
   */
  #writeAddress({ method, settings }: To<'address'>): void {
    afterPaint(() => {
      const { id, fields } = this.#demo;
      const query = writeQuery(location.search, id, fields, settings);
      try {
        history[method](null, '', `${location.pathname}?${query}${location.hash}`);
        this.#tell({ type: 'written', address: ownPart(query, id) });
      } catch {
        // A sandboxed frame may not write its address, and browsers take only so many in a minute.
        // Share has the link.
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

/**
 * Disabled in effect and in name, but still reachable, so that the keyboard's place is not lost.
 */
function dim(button: HTMLElement, dimmed: boolean): void {
  if (button.getAttribute('aria-disabled') !== String(dimmed))
    button.setAttribute('aria-disabled', String(dimmed));
}

/** A seed that every stream takes. */
const newSeed = () => String(1 + Math.floor(Math.random() * 99_999));

const lessMotion = () => matchMedia('(prefers-reduced-motion: reduce)');
