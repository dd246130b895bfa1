import { entryAt } from '../../lib/entryAt.ts';
import { isInUse, type Settings } from '../../settings/fields.ts';
import { writeQuery } from '../../settings/links.ts';
import type { Demo } from '../demos/shared/demo.ts';
import type { FileKind, Picture } from './download.ts';
import { found } from './found.ts';
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

/** What went wrong, in words for the reader. */
class Failure extends Error {}

const UNMADE = 'The file could not be made in this browser.';
const REFUSED = 'The browser does not allow copying here: select the text and copy it.';

/**
 * Code that is loaded late. What could not be loaded once, browsers may not ask for again before a
 * reload.
 */
const late = <T>(loading: Promise<T>): Promise<T> =>
  loading.catch(() => {
    throw new Failure('The code for this could not be loaded. Reload the page and try again.');
  });

/** The quiet row: share, downloads, programs to take home. */
export class Panels {
  readonly #root: HTMLElement;
  readonly #demo: Demo;
  readonly #now: () => Moment;
  /** What came of the last press, beside the button. */
  readonly #told = document.createElement('p');
  /** How many times something has been said. */
  #said = 0;

  constructor(root: HTMLElement, demo: Demo, now: () => Moment) {
    this.#root = root;
    this.#demo = demo;
    this.#now = now;
    this.#told.dataset.role = 'told';
    for (const button of root.querySelectorAll<HTMLElement>('[data-download]'))
      button.addEventListener('click', () => void this.#download(button));
    for (const panel of root.querySelectorAll<HTMLDetailsElement>('[data-panel]'))
      panel.addEventListener('toggle', () => this.refresh());
    this.#onCopy('copy-link', () => this.#link(), 'Link copied.');
    this.#onCopy('copy-embed', () => this.#embedCode(), 'Embedding code copied.');
    this.#onCopy('copy-seed', () => String(now().settings.seed), 'Seed copied.');
    this.#onCopy('copy-program', async () => (await this.#program()).text, 'Program copied.');
    this.#on('save-program', UNMADE, async () => {
      const { save } = await late(import('./download.ts'));
      const { text, name } = await this.#program();
      save(new Blob([text], { type: 'text/plain;charset=utf-8' }), name);
      return this.#saved();
    });
    for (const role of ['language', 'member'])
      this.#part(role).addEventListener('change', () => this.refresh());
  }

  /** Rewrites what open panels show, after a change of settings or of frame. */
  refresh(): void {
    for (const panel of this.#root.querySelectorAll<HTMLDetailsElement>('[data-panel]')) {
      if (!panel.open) continue;
      if (panel.dataset.panel === 'share') {
        this.#part<HTMLInputElement>('link').value = this.#link();
        this.#part<HTMLInputElement>('embed').value = this.#embedCode();
        const leftOut = this.#root.querySelector<HTMLElement>('[data-role=left-out]');
        if (leftOut) leftOut.hidden = !this.#hasOwn();
      } else if (panel.dataset.panel === 'program') void this.#showProgram();
    }
    // In a frame: the link to the site leads to this run.
    const home = document.querySelector<HTMLAnchorElement>('.embed-footer a');
    if (home) home.search = this.#query();
  }

  /** What came of a press does not outlive the settings that it was for. */
  forget(): void {
    this.#told.remove();
  }

  #showProgram(): Promise<void> {
    const language = this.#part<HTMLSelectElement>('language');
    return this.#attempt(language, UNMADE, async () => {
      const [asked, of] = [language.value, this.#part<HTMLSelectElement>('member').value];
      const { text, run, missing } = await this.#program();
      // Another one may have been chosen while this one was loaded.
      if (language.value !== asked || (of && this.#part<HTMLSelectElement>('member').value !== of))
        return;
      // Only what differs, so that a place scrolled to or a selection stays.
      setText(this.#part('program'), missing ? '' : text);
      setText(this.#part('how-to-run'), run);
      setText(this.#part('no-program'), missing ? text : '');
      this.#part('no-program').hidden = !missing;
      for (const its of this.#root.querySelectorAll<HTMLElement>('[data-of-program]'))
        its.hidden = missing;
    });
  }

  /**
   * Does what a control asks. What came of it is said beside the control and aloud; so is, and to
   * the demo, what went wrong.
   */
  async #attempt(
    at: HTMLElement,
    trouble: string,
    act: () => string | void | Promise<string | void>,
  ): Promise<void> {
    const said = this.#said;
    try {
      const done = await act();
      if (done) this.#tell(at, done);
      // What was said of another press meanwhile stays.
      else if (this.#said === said) this.#told.remove();
    } catch (error) {
      const why = error instanceof Failure ? error.message : trouble;
      this.#tell(at, why);
      this.#now().fail(why);
    }
  }

  #tell(at: HTMLElement, text: string): void {
    this.#said += 1;
    setText(this.#told, text);
    at.parentElement?.after(this.#told);
    this.#now().say(text);
  }

  #part<E extends HTMLElement>(role: string): E {
    return found<E>(this.#root, `[data-role="${role}"]`);
  }

  #on(role: string, trouble: string, act: () => Promise<string>): void {
    const button = this.#root.querySelector<HTMLElement>(`[data-role="${role}"]`);
    button?.addEventListener('click', () => void this.#attempt(button, trouble, act));
  }

  #onCopy(role: string, text: () => string | Promise<string>, done: string): void {
    this.#on(role, REFUSED, async () => {
      await navigator.clipboard.writeText(await text());
      return done;
    });
  }

  #query(): string {
    const { settings, frame } = this.#now();
    return writeQuery('', this.#demo.id, this.#demo.fields, settings, frame);
  }

  /** True where settings have something of the reader’s own, which no link holds. */
  #hasOwn(): boolean {
    const { settings } = this.#now();
    return this.#demo.fields.some(
      (field) =>
        field.kind === 'passage' && isInUse(field, settings) && settings[field.name] !== '',
    );
  }

  /** The link that brings anyone this very run, at this very generation. */
  #link(): string {
    return `${location.origin}${location.pathname}?${this.#query()}#${this.#demo.id}`;
  }

  /** As tall as the demo is here while all that opens is closed, and its foot. */
  #embedCode(): string {
    const { dataset, offsetHeight } = this.#root;
    let height = offsetHeight + FOOT;
    for (const open of this.#root.querySelectorAll<HTMLElement>('details[open]:not(.demo-rest)'))
      height -= open.offsetHeight - found(open, 'summary').offsetHeight;
    const address = `${location.origin}${dataset.embed}?${this.#query()}`.replaceAll('&', '&amp;');
    return `<iframe src="${address}" title="${this.#demo.title}" width="100%" height="${height}" loading="lazy" allow="clipboard-write"></iframe>`;
  }

  /**
   * The program for the settings of this moment; where a language cannot say them, it is missing,
   * and the text says why.
   */
  async #program(): Promise<{ text: string; name: string; run: string; missing: boolean }> {
    const language = this.#part<HTMLSelectElement>('language').value;
    const config = await this.#member();
    const [{ fileName, runLine }, { engineOf, writerOf }] = await late(
      Promise.all([import('../../programs/fileName.ts'), import('./writerOf.ts')]),
    );
    const writer = await late(writerOf(language, config.family));
    const part = writer.engine?.(config);
    const engine = part === undefined ? undefined : await late(engineOf(part));
    const naming = { name: fileName(config, writer), run: runLine(config, writer) };
    try {
      return { text: writer.write(config, engine), ...naming, missing: false };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const text = `No program in ${writer.label} for these settings: ${why}`;
      return { text, ...naming, missing: true };
    }
  }

  /**
   * The run that the program is of: of those that are compared the one that was chosen, by its
   * name.
   */
  async #member() {
    const { settings } = this.#now();
    const { membersOf } = await late(import('./members.ts'));
    const { members, usual } = membersOf(this.#demo, settings);
    const menu = this.#part<HTMLSelectElement>('member');
    const names = members.map(({ name }) => name);
    if (
      [...menu.options].some(({ value }, i) => value !== names[i]) ||
      menu.length !== names.length
    ) {
      const chosen = names.indexOf(menu.value);
      menu.replaceChildren(...names.map((name) => new Option(name)));
      menu.selectedIndex = chosen < 0 ? usual : chosen;
    }
    this.#part('members').hidden = members.length < 2;
    setText(this.#part('program-of'), members.length < 2 ? 'Your settings' : 'This run');
    return entryAt(members, menu.selectedIndex).config;
  }

  #fileName(): string {
    const { settings } = this.#now();
    const seed = String(settings.seed).replace(/[^\w-]+/g, '-');
    const size = settings.n === undefined ? '' : `-n${settings.n}`;
    return `model-collapse-${this.#demo.id}${size}-seed-${seed}`;
  }

  #download(button: HTMLElement): Promise<void> {
    const kind = button.dataset.download as FileKind;
    return this.#attempt(button, UNMADE, async () => {
      const figure = button.closest<HTMLElement>('[data-table]')?.dataset.table ?? '';
      const shown = this.#now().picture(figure);
      if (!shown) throw new Failure('There is no picture yet.');
      const { download } = await late(import('./download.ts'));
      await download(shown, kind, `${this.#fileName()}-${figure}`);
      return this.#saved();
    });
  }

  /**
   * A page around this one can forbid files, and nobody tells: then they are to be had outside of
   * it.
   */
  #saved(): string {
    return self === top
      ? ''
      : 'No file? The page around this frame forbids it: open the run by the link below.';
  }
}

/**
 * What a frame has below its demo, in pixels; an open panel counts for a row more than a closed
 * one.
 */
const FOOT = 50;
