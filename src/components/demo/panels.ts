import type { Settings } from '../../lib/settings.ts';
import { writeQuery } from '../../lib/url.ts';
import type { Demo } from './definition.ts';
import type { FileKind, Picture } from './download.ts';
import { setText } from './stage.ts';

/** What the panels need to know of the demo at the moment of a click. */
export interface Moment {
  readonly settings: Settings;
  readonly frame: number;
  readonly picture: (figureId: string) => Picture | null;
  readonly say: (text: string) => void;
  /** Tells of a failure, in sight. */
  readonly fail: (text: string) => void;
}

/** The quiet row: share, downloads, programs to take home. */
export class Panels {
  readonly #root: HTMLElement;
  readonly #demo: Demo;
  readonly #now: () => Moment;

  constructor(root: HTMLElement, demo: Demo, now: () => Moment) {
    this.#root = root;
    this.#demo = demo;
    this.#now = now;
    for (const button of root.querySelectorAll<HTMLElement>('[data-download]'))
      button.addEventListener('click', () => void this.#download(button));
    for (const panel of root.querySelectorAll<HTMLDetailsElement>('[data-panel]'))
      panel.addEventListener('toggle', () => void this.refresh());
    this.#on('copy-link', () => this.copy(this.#link(), 'Link copied.'));
    this.#on('copy-embed', () => this.copy(this.#embedCode(), 'Embedding code copied.'));
    this.#on('copy-program', async () =>
      this.copy((await this.#program()).text, 'Program copied.'),
    );
    this.#on('save-program', async () => {
      const { save } = await import('./download.ts');
      const { text, name } = await this.#program();
      save(new Blob([text], { type: 'text/plain;charset=utf-8' }), name);
    });
    this.#part('language')?.addEventListener('change', () => void this.refresh());
  }

  /** Rewrites what open panels show, after a change of settings or of frame. */
  async refresh(): Promise<void> {
    for (const panel of this.#root.querySelectorAll<HTMLDetailsElement>('[data-panel]')) {
      if (!panel.open) continue;
      if (panel.dataset.panel === 'share') {
        this.#part<HTMLInputElement>('link').value = this.#link();
        this.#part<HTMLInputElement>('embed').value = this.#embedCode();
      } else if (panel.dataset.panel === 'program') {
        const language = this.#part<HTMLSelectElement>('language');
        const asked = language.value;
        const { text, run } = await this.#program();
        // Another language may have been chosen while this one was loaded.
        if (language.value !== asked) continue;
        // Only what differs, so that a place scrolled to or a selection stays.
        setText(this.#part('program'), text);
        setText(this.#part('how-to-run'), run);
      }
    }
  }

  /** Copies text, and says so; where the browser refuses, says what to do. */
  async copy(text: string, done: string): Promise<void> {
    const { say } = this.#now();
    try {
      await navigator.clipboard.writeText(text);
      this.#told(done);
      say(done);
    } catch {
      const refused = 'The browser does not allow copying here: select the text and copy it.';
      this.#told(refused);
      say(refused);
    }
  }

  #told(text: string): void {
    for (const place of this.#root.querySelectorAll('[data-role=copied]')) place.textContent = text;
  }

  #part<E extends HTMLElement>(role: string): E {
    return this.#root.querySelector<E>(`[data-role="${role}"]`)!;
  }

  #on(role: string, act: () => unknown): void {
    this.#part(role)?.addEventListener('click', () => void act());
  }

  /** The link that brings anyone this very run, at this very generation. */
  #link(): string {
    const { settings, frame } = this.#now();
    const { id, fields } = this.#demo;
    const query = writeQuery('', id, fields, settings, frame);
    return `${location.origin}${location.pathname}?${query}#${id}`;
  }

  #embedCode(): string {
    const { settings, frame } = this.#now();
    const { id, fields, title } = this.#demo;
    const base = this.#root.dataset.embed!;
    const query = writeQuery('', id, fields, settings, frame).replaceAll('&', '&amp;');
    return `<iframe src="${location.origin}${base}?${query}" title="${title}" width="100%" height="900" loading="lazy"></iframe>`;
  }

  /** The program for the settings of this moment; where a language cannot say them, why, in its place. */
  async #program(): Promise<{ text: string; name: string; run: string }> {
    const language = this.#part<HTMLSelectElement>('language').value;
    const config = this.#demo.config(this.#now().settings);
    const [{ fileName, runLine }, writer] = await Promise.all([
      import('../../lib/programs/fileName.ts'),
      import('./writerOf.ts').then(({ writerOf }) => writerOf(language, config.family)),
    ]);
    const naming = { name: fileName(config, writer), run: runLine(config, writer) };
    try {
      return { text: writer.write(config), ...naming };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return { text: `No program in ${writer.label} for these settings: ${why}`, ...naming };
    }
  }

  #fileName(): string {
    const { settings } = this.#now();
    const seed = String(settings.seed).replace(/[^\w-]+/g, '-');
    const size = settings.n === undefined ? '' : `-n${settings.n}`;
    return `model-collapse-${this.#demo.id}${size}-seed-${seed}`;
  }

  async #download(button: HTMLElement): Promise<void> {
    const { picture, say } = this.#now();
    const figure = button.closest<HTMLElement>('[data-figure]')!.dataset.figure!;
    const shown = picture(figure);
    if (!shown) return;
    try {
      const { download } = await import('./download.ts');
      const kind = button.dataset.download as FileKind;
      await download(shown, kind, `${this.#fileName()}-${figure}`);
    } catch {
      say('The file could not be made. Try another format.');
    }
  }
}
