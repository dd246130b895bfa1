import { jobNamed, type JobInput, type JobName, type JobResult } from '../../lib/jobs/index.ts';
import type { Progress } from '../../lib/jobs/job.ts';
import { sameData } from '../../lib/sameData.ts';
import { defaultSettings, settingOf, type Settings } from '../../settings/fields.ts';
import { ownPart, readAt, readQuery } from '../../settings/links.ts';
import type { Demo } from '../demos/shared/demo.ts';
import { viewed } from './finish.ts';
import { firstPreview, isSoon, nextPreview, type Preview, type Spent } from './preview.ts';

/*
 * What a demo in a page does, without the page: a state, and for each event the next state with
 * what is to be done. All of it is plain and pure, so that it can be tested without a browser;
 * live.ts does what is to be done.
 */

/**
 * Work that the page does itself, in values drawn and fitted: some 25 ms, in stretches. More goes
 * to the workers.
 */
const AT_ONCE = 1_000_000;

/**
 * What the beginning of a run may cost that is shown before the whole is there, and at most during
 * a drag.
 */
const BEGINNING = 400_000;

/**
 * Changes of one setting closer together than this, in milliseconds, are one entry of the browser's
 * history.
 */
const ONE_GESTURE = 1000;

export type Made = JobResult<JobName>;
export type Input = JobInput<JobName>;

/** What was made, as the pictures take it. */
export type Result = ReturnType<typeof viewed<JobName, unknown>>;

/** A run that was made in full. */
interface Whole {
  readonly made: Made;
  readonly input: Input;
  readonly result: Result;
  /** Where its clock stands. */
  readonly frame: number;
}

/** How new settings are reached decides what they leave behind. */
interface Way {
  /** Frame to open on; the demo's own choice if null. */
  readonly at: number | null;
  readonly notes: readonly string[];
  /**
   * What happens to the address: a new entry (within one gesture the same), the same entry mended,
   * or nothing.
   */
  readonly address: 'push' | 'replace' | 'keep';
  /** False where the change was not made here, and is not announced here. */
  readonly spoken: boolean;
  /** The settings of before can be gone back to. */
  readonly remember: boolean;
  /** They come from the list of past ones, which is so many shorter once they are shown. */
  readonly undo: number;
  /** No sign of the work before it is done. */
  readonly quiet: boolean;
  /** The field that changed, so that a gesture counts once. */
  readonly field: string | undefined;
}

const USUAL: Way = {
  at: null,
  notes: [],
  address: 'push',
  spoken: true,
  remember: false,
  undo: 0,
  quiet: false,
  field: undefined,
};

/** Settings whose run is asked for and not yet shown. */
interface Pending {
  readonly asked: Settings;
  /** The same, mended. */
  readonly settings: Settings;
  readonly input: Input;
  readonly way: Way;
  /** True once parts of the run are on the stage. */
  readonly grown: boolean;
  /** True once the reader has moved its clock. */
  readonly moved: boolean;
  /** The whole run, while it is drawn. */
  readonly whole: Omit<Whole, 'frame'> | null;
}

export interface State {
  /** The settings of what is shown. */
  readonly settings: Settings;
  /**
   * What is on the stage: a whole run, its beginning or its parts so far; null while the page's own
   * pictures stand.
   */
  readonly shown: Result | null;
  /** The last run that was made in full. */
  readonly whole: Whole | null;
  readonly pending: Pending | null;
  readonly past: readonly Settings[];
  /** Counts what was asked for: what comes of an earlier turn comes too late. */
  readonly turn: number;
  readonly lastChange: { readonly field: string; readonly when: number };
  /**
   * During a drag: which step of showing a beginning is under way, whether another is wanted after
   * it, and whether it is as much as is ever shown during one.
   */
  readonly drag: {
    readonly step: 'none' | 'frame' | 'making' | 'drawing';
    readonly wanted: boolean;
    readonly full: boolean;
  };
  /** What is shown of a run during a drag. */
  readonly preview: Preview;
  /** True while a pointer is held down on the settings. */
  readonly held: boolean;
  /** This demo's part of the address, as last read or written. */
  readonly address: string;
  /** Where the clock stands. */
  readonly frame: number;
}

/** What a drawing is of: it decides what follows when it is done. */
type Occasion = 'run' | 'part' | 'beginning' | 'opening' | 'before';

export type Event =
  /**
   * The page's address, at the start or (`gone`) after the reader went back or forth; what a leader
   * has set.
   */
  | { type: 'address'; query: string; followed: Settings; gone?: boolean }
  /** The reader asks for settings; `now` in milliseconds. */
  | { type: 'change'; settings: Settings; notes?: readonly string[]; field?: string }
  | { type: 'undo' }
  /** The demo that this one follows has other settings, as the address has (`linked`) or not. */
  | { type: 'follow'; followed: Settings; linked: boolean; query: string }
  /** A slider is moved. */
  | { type: 'drag'; field: string }
  /** The browser is about to paint; what the form asks for now. */
  | { type: 'frame'; asked: Settings }
  /** The beginning of a run is made, for a drag; null if it could not be. */
  | { type: 'begun'; turn: number; settings: Settings; made: Made | null; spent?: Spent }
  /** The beginning or some parts of the run that is asked for are made. */
  | { type: 'part'; turn: number; made: Made; beginning?: boolean }
  | { type: 'made'; turn: number; made: Made }
  | { type: 'opened'; turn: number; settings: Settings; made: Made }
  | { type: 'failed'; turn: number; error: unknown; cancelled?: boolean }
  | { type: 'progress'; turn: number; share: number }
  /** The work takes longer than goes unnoticed. */
  | { type: 'waiting'; turn: number }
  /** A result has come onto the stage; it is drawn. */
  | { type: 'drawing'; turn: number; result: Result }
  | { type: 'drawn'; turn: number; occasion: Occasion; now: number }
  | { type: 'clock'; frame: number }
  /** The reader moves the clock. */
  | { type: 'seek' }
  | { type: 'hold' }
  /** The pointer is let go, or the slider has not moved for a while. */
  | { type: 'release'; asked: Settings }
  | { type: 'rest'; asked: Settings; field?: string }
  | { type: 'written'; address: string };

export type Effect =
  | { do: 'fill'; settings: Settings }
  | { do: 'notes'; lines: readonly string[] }
  /** Where notes stand: where a reader of the page begins, or at the settings. */
  | { do: 'put notes'; where: 'top' | 'form' }
  /** The question before the pictures stands open, or not. */
  | { do: 'ask'; open: boolean }
  | {
      do: 'make';
      turn: number;
      input: Input;
      /** On the page, in stretches; else by the workers. */
      here: boolean;
      /** The beginning, if it is to be shown first and parts after it. */
      beginning: Input | null;
      quiet: boolean;
    }
  | { do: 'open'; turn: number; settings: Settings; input: Input }
  /** On the page if it can, else by the workers. */
  | { do: 'begin'; turn: number; settings: Settings; input: Input; here: boolean }
  | { do: 'stop'; what: 'run' | 'beginning' }
  | { do: 'progress'; share: number; progress: Progress }
  | { do: 'wait'; shown: boolean }
  /** Draws a result, its clock at a frame. */
  | { do: 'show'; turn: number; result: Result; frame: number; occasion: Occasion }
  /**
   * Draws more of the same; the clock goes to `frame` unless it plays or the reader has moved it
   * (null).
   */
  | { do: 'update'; turn: number; result: Result; frame: number | null }
  /** The pictures that the page came with. */
  | { do: 'restore' }
  | { do: 'address'; method: 'pushState' | 'replaceState'; settings: Settings }
  | { do: 'tell others'; settings: Settings; linked: boolean }
  | { do: 'announce'; text: string }
  /** Presets that are set, buttons, open panels. */
  | { do: 'refresh' }
  | { do: 'no trouble' }
  | { do: 'trouble'; error: unknown; and: string; retry: Settings; place: 'above' | 'below' }
  | { do: 'next frame' }
  /** After a while without a movement: 'rest'; or not any more. */
  | { do: 'rest'; field: string | undefined }
  | { do: 'no rest' };

export type Step = readonly [State, readonly Effect[]];

const same = (a: Settings, b: Settings) =>
  Object.keys(a).every((key) => a[key] === b[key]) && Object.keys(b).every((key) => key in a);

/** The session of a demo: its first state, and what comes of an event. */
export function sessionOf(demo: Demo) {
  const job = jobNamed(demo.job);
  const defaults = defaultSettings(demo.fields);
  const { ask } = demo;

  const first: State = {
    settings: defaults,
    shown: null,
    whole: null,
    pending: null,
    past: [],
    turn: 0,
    lastChange: { field: '', when: -Infinity },
    drag: { step: 'none', wanted: false, full: true },
    preview: firstPreview(BEGINNING),
    held: false,
    address: '',
    frame: 0,
  };

  const wholeShown = ({ shown, whole }: State) => (whole && shown === whole.result ? whole : null);
  const beginningOf = (input: Input, values = BEGINNING) => job.beginning(input, values) as Input;

  /** False too where there is no such run: that is found out at once. */
  function isLong(settings: Settings): boolean {
    try {
      return job.cost(demo.input(settings)) > AT_ONCE;
    } catch {
      return false;
    }
  }

  /**
   * The question stands before the pictures as long as it is open: not while the run that was asked
   * for is made.
   */
  const question = (settings: Settings): Effect[] =>
    ask ? [{ do: 'ask', open: settings[ask.field] === ask.open }] : [];

  /** An answer stays given, whatever becomes of the run that it came with. */
  const answered = (state: State, settings: Settings): Settings =>
    ask && state.settings[ask.field] === ask.open
      ? { ...state.settings, [ask.field]: settingOf(settings, ask.field) }
      : state.settings;

  /**
   * The run at hand, where it is what is asked for or has all of it: another look at it needs no
   * other run.
   */
  function atHand(state: State, input: Input): Made | null {
    const shown = wholeShown(state);
    if (!shown) return null;
    const { made, input: before } = shown;
    if (sameData(before, input)) return made;
    return (job.again?.(made, input) ?? null) as Made | null;
  }

  /** Asks for the run of some settings; what was asked for before is not wanted any more. */
  function commit(before: State, asked: Settings, some: Partial<Way>): Step {
    const way = { ...USUAL, ...some };
    const turn = before.turn + 1;
    const state: State = {
      ...before,
      turn,
      pending: null,
      drag: { ...before.drag, wanted: false },
    };
    const effects: Effect[] = [
      { do: 'no rest' },
      { do: 'stop', what: 'beginning' },
      { do: 'no trouble' },
      { do: 'notes', lines: way.notes },
    ];
    try {
      const { settings, notes } = demo.repair(asked);
      const said = [...way.notes, ...notes];
      effects.push({ do: 'fill', settings }, ...question(settings), { do: 'notes', lines: said });
      const input = demo.input(settings);
      const pending: Pending = {
        ...{ asked, settings, input, way: { ...way, notes: said } },
        ...{ grown: false, moved: false, whole: null },
      };
      const known = atHand(state, input);
      if (known) {
        effects.push({ do: 'stop', what: 'run' }, { do: 'wait', shown: false });
        const [next, more] = made({ ...state, pending }, pending, known);
        return [next, [...effects, ...more]];
      }
      const here = job.cost(input) <= AT_ONCE;
      const grows = demo.grows && !here && !way.quiet;
      if (here) effects.push({ do: 'wait', shown: false });
      effects.push({
        ...{ do: 'make', turn, input, here, quiet: way.quiet },
        beginning: grows ? beginningOf(input) : null,
      });
      return [{ ...state, pending }, effects];
    } catch (error) {
      const [next, more] = goBack(state, asked, { error });
      return [next, [...effects, ...more]];
    }
  }

  function fromAddress(before: State, query: string, followed: Settings): Step {
    const read = readQuery(query, demo.id, demo.fields, defaults);
    const settings = read.present ? read.settings : { ...read.settings, ...followed };
    const asleep = !before.shown;
    // The page came with the pictures of the opening settings: they stand until the same ones can
    // be drawn live.
    const quiet = asleep && same(settings, defaults) && isLong(settings);
    const state: State = {
      ...before,
      address: ownPart(query, demo.id),
      settings: asleep ? answered(before, settings) : before.settings,
    };
    const [next, effects] = commit(state, settings, {
      at: read.present ? readAt(query, demo.id) : null,
      notes: read.notes,
      address: 'keep',
      quiet,
    });
    // What can be shown at once is: the opening run, until the link's own is there. One that grows
    // shows its beginning.
    const opens =
      asleep && !quiet && !demo.grows && next.pending && isLong(settings) && !isLong(defaults);
    const all: Effect[] = [...effects];
    // What a link got wrong is said where its reader begins; what a hand got wrong, beside the
    // settings.
    if (read.notes.length > 0) all.unshift({ do: 'put notes', where: 'top' });
    if (opens) {
      const { turn, settings: opening } = next;
      all.push({ do: 'open', turn, settings: opening, input: demo.input(opening) });
    }
    return [next, all];
  }

  /** The whole run is there: it is shown, and then the settings are its. */
  function made(state: State, pending: Pending, run: Made): Step {
    const { settings, way } = pending;
    const result = viewed(demo, run, settings);
    // Where the reader has gone while the parts came in, there the whole is shown.
    const stayed = pending.moved && pending.grown ? state.frame : null;
    return [
      { ...state, pending: { ...pending, whole: { made: run, input: pending.input, result } } },
      [
        {
          ...{ do: 'show', turn: state.turn, result, occasion: 'run' },
          frame: stayed ?? way.at ?? demo.openAt(result),
        },
      ],
    ];
  }

  /** Some of the run is there: it is shown while the rest is made. */
  function part(state: State, pending: Pending, run: Made): Step {
    const result = viewed(demo, run, pending.settings);
    const next = { ...state, pending: { ...pending, grown: true } };
    const { turn } = state;
    const open = pending.way.at ?? demo.openAt(result);
    const other = !state.shown || demo.frames(result) !== demo.frames(state.shown);
    if (!pending.grown || other) {
      const frame = pending.moved ? state.frame : open;
      return [next, [{ do: 'show', turn, result, frame, occasion: 'part' }]];
    }
    return [next, [{ do: 'update', turn, result, frame: pending.moved ? null : open }]];
  }

  /** Changes of one setting in quick succession are one. */
  const isSameGesture = ({ lastChange }: State, field: string | undefined, now: number) =>
    field !== undefined && field === lastChange.field && now - lastChange.when < ONE_GESTURE;

  /** The run that was asked for is drawn: from now on its settings are those that are shown. */
  function settled(
    state: State,
    { way, settings }: Pending,
    whole: NonNullable<Pending['whole']>,
    now: number,
  ): Step {
    const before = state.settings;
    const changed = !same(settings, before);
    const gesture = isSameGesture(state, way.field, now);
    const effects: Effect[] = [];
    if ((way.at ?? 0) >= demo.frames(whole.result)) {
      const beyond = 'The link asks for a place beyond the end of this run: the end is shown.';
      effects.push({ do: 'notes', lines: [...way.notes, beyond] });
    }
    const past = state.past.slice(0, state.past.length - way.undo);
    effects.push({ do: 'tell others', settings, linked: way.address === 'keep' });
    if (changed && way.address !== 'keep') {
      const method = way.address === 'replace' || gesture ? 'replaceState' : 'pushState';
      effects.push({ do: 'address', method, settings });
    }
    if (way.address !== 'keep' && way.spoken)
      effects.push({ do: 'announce', text: demo.sentence(whole.result, state.frame) });
    effects.push({ do: 'wait', shown: false }, { do: 'refresh' });
    return [
      {
        ...state,
        settings,
        whole: { ...whole, frame: state.frame },
        pending: null,
        past: way.remember && changed && !gesture ? [...past, before] : past,
        lastChange: { field: way.field ?? '', when: now },
      },
      effects,
    ];
  }

  /**
   * Settings have no run, or the reader does not want to wait for it: what was shown before is
   * shown again.
   */
  function goBack(
    before: State,
    asked: Settings,
    { error, cancelled = false }: { error: unknown; cancelled?: boolean },
  ): Step {
    const { whole } = before;
    let state: State = { ...before, pending: null, settings: answered(before, asked) };
    const effects: Effect[] = [{ do: 'wait', shown: false }];
    if (whole) {
      const { result, frame } = whole;
      if (state.shown !== result)
        effects.push({ do: 'show', turn: state.turn, result, frame, occasion: 'before' });
    } else {
      const opening = demo.repair(defaults).settings;
      const answer = ask ? { [ask.field]: settingOf(state.settings, ask.field) } : {};
      state = { ...state, shown: null, settings: { ...opening, ...answer } };
      effects.push({ do: 'restore' });
      // With the settings that the page opens with it can go on, unless they are what has failed.
      if (!same(asked, state.settings)) {
        const way = { address: 'keep', quiet: true, spoken: false } as const;
        const [next, more] = commit(state, state.settings, way);
        state = next;
        effects.push(...more);
      }
    }
    effects.push(...question(state.settings), { do: 'fill', settings: state.settings });
    const stands = whole ? 'the run of before' : 'the opening run';
    if (cancelled)
      effects.push({
        do: 'notes',
        lines: [`Cancelled: ${stands} is shown, with its settings.`],
      });
    else
      effects.push({
        ...{ do: 'trouble', error, and: `Shown is ${stands}, with its settings.` },
        ...{ retry: asked, place: whole ? 'below' : 'above' },
      });
    return [state, effects];
  }

  /** The reader asks for settings. */
  function change(state: State, settings: Settings, some: Partial<Way> = {}): Step {
    const [next, effects] = commit(state, settings, { remember: true, ...some });
    return [next, [{ do: 'put notes', where: 'form' }, ...effects]];
  }

  /** Makes the run in full if its beginning is all that is shown. */
  function replaceBeginning(state: State, asked: Settings, field?: string): Step {
    const { held, pending, shown } = state;
    if (held || pending || !shown || wholeShown(state)) return [state, []];
    return change(state, asked, { field });
  }

  /** The beginning of the run that is asked for during a drag, at the next frame. */
  function dragged(state: State): Step {
    if (state.drag.step !== 'none')
      return [{ ...state, drag: { ...state.drag, wanted: true } }, []];
    return [
      { ...state, drag: { ...state.drag, step: 'frame', wanted: true } },
      [{ do: 'next frame' }],
    ];
  }

  /** One step of a drag is done: the next one, if the slider has moved meanwhile. */
  const goOn = (state: State): Step =>
    state.drag.wanted
      ? [{ ...state, drag: { ...state.drag, step: 'frame' } }, [{ do: 'next frame' }]]
      : [{ ...state, drag: { ...state.drag, step: 'none' } }, []];

  function beginning(state: State, settings: Settings, whole: Input, values: number): Effect {
    const { turn, preview } = state;
    const input = beginningOf(whole, values);
    return { do: 'begin', turn, settings, input, here: isSoon(preview, job.cost(input)) };
  }

  /** Shows the beginning of what is asked for, of so many values. */
  function begin(before: State, asked: Settings, values: number): Step {
    const effects: Effect[] = [];
    const full = values === BEGINNING;
    let state: State = { ...before, drag: { step: 'making', wanted: false, full } };
    // A run that is still being made is not what is wanted any more.
    if (state.pending) {
      state = { ...state, turn: state.turn + 1, pending: null };
      effects.push({ do: 'stop', what: 'run' }, { do: 'wait', shown: false });
    }
    let next: Step;
    try {
      const { settings } = demo.repair(asked);
      const input = demo.input(settings);
      const known = atHand(state, input);
      next = known
        ? begun(state, settings, known)
        : [state, [beginning(state, settings, input, values)]];
    } catch {
      // The whole run will say why.
      next = goOn(state);
    }
    return [next[0], [...effects, ...next[1]]];
  }

  /** The beginning of a run is there, or the run itself where it is at hand. */
  function begun(state: State, settings: Settings, run: Made): Step {
    const result = viewed(demo, run, settings);
    return [
      { ...state, drag: { ...state.drag, step: 'drawing' } },
      [
        {
          ...{ do: 'show', turn: state.turn, result, occasion: 'beginning' },
          frame: demo.openAt(result),
        },
      ],
    ];
  }

  function step(state: State, event: Event): Step {
    const nothing: Step = [state, []];
    const { pending } = state;
    switch (event.type) {
      case 'address':
        // The browser tells of every link within the page, and of other demos' settings too.
        return event.gone && ownPart(event.query, demo.id) === state.address
          ? nothing
          : fromAddress(state, event.query, event.followed);
      case 'change':
        return change(state, event.settings, { notes: event.notes ?? [], field: event.field });
      case 'undo': {
        // Pressed again before the first is shown, it is taken back twice.
        const steps = 1 + (pending?.way.undo ?? 0);
        const before = state.past.at(-steps);
        return before ? commit(state, before, { undo: steps }) : nothing;
      }
      case 'follow': {
        const settings = { ...state.settings, ...event.followed };
        if (same(settings, state.settings)) return nothing;
        const linked = readQuery(event.query, demo.id, demo.fields, settings).present;
        // A link that sets both means both.
        if (linked && event.linked) return nothing;
        return commit(state, settings, { address: linked ? 'replace' : 'keep', spoken: false });
      }
      case 'drag': {
        const [next, effects] = dragged(state);
        return [next, [{ do: 'rest', field: event.field }, ...effects]];
      }
      case 'frame':
        // Unless the whole run was asked for in the meantime.
        return state.drag.wanted ? begin(state, event.asked, state.preview.values) : goOn(state);
      case 'begun': {
        if (!event.made || event.turn !== state.turn) return goOn(state);
        const { spent } = event;
        const preview = spent ? nextPreview(state.preview, spent) : state.preview;
        return begun({ ...state, preview }, event.settings, event.made);
      }
      case 'opened': {
        if (event.turn !== state.turn || state.shown) return nothing;
        const { made: run, settings } = event;
        const result = viewed(demo, run, settings);
        return [
          { ...state, whole: { made: run, input: demo.input(settings), result, frame: 0 } },
          [
            {
              ...{ do: 'show', turn: state.turn, result, occasion: 'opening' },
              frame: demo.openAt(result),
            },
          ],
        ];
      }
      case 'part':
        if (!pending || event.turn !== state.turn || (event.beginning && pending.grown))
          return nothing;
        return part(state, pending, event.made);
      case 'made':
        if (!pending || event.turn !== state.turn) return nothing;
        try {
          return made(state, pending, event.made);
        } catch (error) {
          return goBack(state, pending.asked, { error });
        }
      case 'failed':
        return pending && event.turn === state.turn ? goBack(state, pending.asked, event) : nothing;
      case 'progress':
        if (!pending || event.turn !== state.turn) return nothing;
        return [
          state,
          [
            {
              ...{ do: 'progress', share: event.share },
              progress: job.progress(pending.input, event.share),
            },
          ],
        ];
      case 'waiting':
        return pending && event.turn === state.turn
          ? [state, [{ do: 'wait', shown: true }]]
          : nothing;
      case 'drawing':
        return [{ ...state, shown: event.result }, []];
      case 'drawn':
        if (event.occasion === 'beginning') {
          const [next, effects] = goOn(state);
          // It may have come after the slider was let go.
          const rest: Effect[] =
            event.turn === state.turn ? [{ do: 'rest', field: undefined }] : [];
          return [next, [...rest, ...effects]];
        }
        return event.occasion === 'run' && pending?.whole && event.turn === state.turn
          ? settled(state, pending, pending.whole, event.now)
          : nothing;
      case 'clock': {
        const { frame } = event;
        if (frame === state.frame) return nothing;
        const shown = wholeShown(state);
        const whole = shown ? { ...shown, frame } : state.whole;
        return [{ ...state, frame, whole }, []];
      }
      case 'seek':
        return pending ? [{ ...state, pending: { ...pending, moved: true } }, []] : nothing;
      case 'hold':
        return [{ ...state, held: true }, []];
      case 'release':
        return replaceBeginning({ ...state, held: false }, event.asked);
      case 'rest':
        // Held where it is, a slider may come to be moved on at any time: not the whole then.
        return state.held && !pending && state.drag.step === 'none' && !state.drag.full
          ? begin(state, event.asked, BEGINNING)
          : replaceBeginning(state, event.asked, event.field);
      case 'written':
        return [{ ...state, address: event.address }, []];
    }
  }

  return { first, step };
}
