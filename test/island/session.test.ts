import { describe, expect, it } from 'vitest';
import { byHand } from '../../src/components/demos/byHand.ts';
import { averageOfRuns } from '../../src/components/demos/averageOfRuns.ts';
import { fan } from '../../src/components/demos/fan.ts';
import { pickedRun } from '../../src/components/demos/pickedRun.ts';
import { policies } from '../../src/components/demos/policies.ts';
import { run } from '../../src/components/demos/run.ts';
import type { Demo } from '../../src/components/demos/shared/demo.ts';
import type { Spent } from '../../src/components/island/preview.ts';
import { defaultSettings, type Settings } from '../../src/settings/fields.ts';
import { ownPart, writeQuery } from '../../src/settings/links.ts';
import { BEGINNING, beginningOf } from '../support/beginning.ts';
import { Driver } from './sessionDriver.ts';

/** Demos with what they look at besides are demos to a session. */
const any = (demo: unknown) => demo as Demo;

const query = (demo: Demo, changes: Settings, at?: number) =>
  `?${writeQuery('', demo.id, demo.fields, { ...defaultSettings(demo.fields), ...changes }, at)}`;

/** A run that is cheap, opened and drawn. */
function opened(): Driver {
  const driver = new Driver(byHand);
  driver.finish();
  return driver;
}

/** Many runs, which only the workers can make, opened and drawn. */
function openedFan(changes: Settings = {}): Driver {
  const small = { guess: 'none', replicates: 100, ...changes };
  const driver = new Driver(any(fan), query(any(fan), small));
  driver.finish();
  return driver;
}

describe('a demo that is opened', () => {
  it('makes a cheap run on the page, and then stands at what the page came with', () => {
    const driver = new Driver(byHand);
    expect(driver.last('make')).toMatchObject({ here: true, beginning: null });
    driver.finish();
    expect(driver.state.pending).toBe(null);
    expect(driver.state.settings).toEqual(defaultSettings(byHand.fields));
    expect(driver.state.frame).toBe(byHand.openAt(driver.state.whole!.result as never));
    expect(driver.all('address')).toEqual([]);
    expect(driver.all('announce')).toEqual([]);
    // Those who follow it are told that this is what the address has.
    expect(driver.last('tell others')!.linked).toBe(true);
  });

  it('has the workers make a long one without a sign of it: its pictures are there', () => {
    const driver = new Driver(any(fan));
    expect(driver.last('make')).toMatchObject({ here: false, quiet: true, beginning: null });
    expect(driver.all('open')).toEqual([]);
  });

  it('shows the beginning and then the parts of a long run that a link asks for', () => {
    const driver = new Driver(any(fan), query(any(fan), { n: 50, guess: 'none' }));
    const order = driver.last('make')!;
    expect(order).toMatchObject({ here: false, quiet: false });
    expect(order.beginning).not.toBe(null);
    expect(driver.all('open')).toEqual([]);
  });

  it('shows what it opens with until a link’s long run is there, where nothing grows', () => {
    const driver = new Driver(run, query(run, { n: 10_000, generations: 5000 }));
    const opening = driver.last('open')!;
    expect(opening.settings).toEqual(defaultSettings(run.fields));
    const made = driver.run({ ...driver.last('make')!, input: opening.input });
    driver.tell({ type: 'opened', turn: opening.turn, settings: opening.settings, made });
    driver.draw();
    expect(driver.state.shown).toBe(driver.state.whole!.result);
    // The link's run is still to come.
    expect(driver.state.pending!.settings.n).toBe(10_000);
    const again = { type: 'opened', turn: opening.turn, settings: opening.settings, made } as const;
    expect(driver.tell(again)).toEqual([]);
  });

  it('does not show what it opens with where something else has been asked for', () => {
    const driver = new Driver(run, query(run, { n: 10_000, generations: 5000 }));
    const { turn, settings, input } = driver.last('open')!;
    const made = driver.run({ ...driver.last('make')!, input });
    driver.tell({ type: 'change', settings: { ...settings, n: 300 } });
    expect(driver.tell({ type: 'opened', turn, settings, made })).toEqual([]);
  });

  it('opens where the link says, and says so where that is beyond the end', () => {
    const driver = new Driver(byHand, query(byHand, {}, 3));
    driver.finish();
    expect(driver.state.frame).toBe(3);
    const beyond = new Driver(byHand, query(byHand, {}, 10_000));
    beyond.finish();
    expect(beyond.last('notes')!.lines.join()).toContain('beyond the end of this run');
  });

  it('says at the top what a link got wrong', () => {
    const driver = new Driver(byHand, '?by-hand.n=many');
    expect(driver.last('put notes')).toEqual({ do: 'put notes', where: 'top' });
    expect(driver.last('notes')!.lines).toHaveLength(1);
    driver.finish();
    expect(driver.last('notes')!.lines).toHaveLength(1);
  });

  it('takes from its leader what no link says', () => {
    const followed = { seed: 'theirs' };
    expect(new Driver(pickedRun, '', followed).state.pending!.settings.seed).toBe('theirs');
    const linked = new Driver(pickedRun, query(pickedRun, { seed: 'mine' }), followed);
    expect(linked.state.pending!.settings.seed).toBe('mine');
  });
});

describe('a change', () => {
  it('stands in the address and in the list of past settings, and is announced, once it is drawn', () => {
    const driver = opened();
    driver.tell({ type: 'change', settings: { ...driver.state.settings, n: 20 } });
    expect(driver.all('address')).toEqual([]);
    driver.finish();
    expect(driver.last('address')).toMatchObject({ method: 'pushState', settings: { n: 20 } });
    expect(driver.state.past).toEqual([defaultSettings(byHand.fields)]);
    expect(driver.last('announce')!.text).not.toBe('');
    expect(driver.last('tell others')).toMatchObject({ linked: false });
  });

  it('of one field in quick succession is one entry, later it is another', () => {
    const driver = opened();
    driver.set({ n: 20 }, 'n');
    driver.now += 500;
    driver.set({ n: 21 }, 'n');
    expect(driver.last('address')!.method).toBe('replaceState');
    expect(driver.state.past).toHaveLength(1);
    driver.now += 500;
    driver.set({ generations: 5 }, 'generations');
    expect(driver.last('address')!.method).toBe('pushState');
    driver.now += 1001;
    driver.set({ generations: 6 }, 'generations');
    expect(driver.state.past).toHaveLength(3);
  });

  it('to the same settings changes neither address nor list', () => {
    const driver = opened();
    driver.set({});
    expect(driver.all('address')).toEqual([]);
    expect(driver.state.past).toEqual([]);
  });

  it('is taken back by Undo, step by step', () => {
    const driver = opened();
    driver.set({ n: 20 });
    driver.set({ n: 30 });
    for (const n of [20, 10]) {
      driver.tell({ type: 'undo' });
      driver.finish();
      expect(driver.state.settings.n).toBe(n);
      expect(driver.last('address')!.settings.n).toBe(n);
    }
    expect(driver.state.past).toEqual([]);
    expect(driver.tell({ type: 'undo' })).toEqual([]);
  });

  it('is taken back twice where Undo is pressed again before the first is shown, and no further', () => {
    const driver = opened();
    driver.set({ n: 20 });
    driver.set({ n: 30 });
    for (let press = 0; press < 3; press++) driver.tell({ type: 'undo' });
    driver.finish();
    expect(driver.state.settings.n).toBe(10);
    expect(driver.state.past).toEqual([]);
  });

  it('that needs no other run is shown without one', () => {
    const driver = new Driver(any(averageOfRuns));
    driver.finish();
    const orders = driver.all('make').length;
    driver.set({ show: 'typical' });
    expect(driver.all('make')).toHaveLength(orders);
    expect(driver.state.settings.show).toBe('typical');
    expect(driver.state.whole!.result).toMatchObject({ view: { show: 'typical' } });
  });

  it('that picks out a run that is there is shown without another', () => {
    const driver = openedFan();
    const orders = driver.all('make').length;
    driver.set({ pick: 'run-7' }, 'pick');
    expect(driver.all('make')).toHaveLength(orders);
    expect(driver.state.settings.pick).toBe('run-7');
    driver.set({ seed: 'other' });
    expect(driver.all('make')).toHaveLength(orders + 1);
  });

  it('gives way to the next: what is made for it comes too late', () => {
    const driver = opened();
    driver.tell({ type: 'change', settings: { ...driver.state.settings, n: 20 } });
    const late = driver.last('make')!;
    driver.tell({ type: 'change', settings: { ...driver.state.settings, n: 30 } });
    expect(driver.tell({ type: 'made', turn: late.turn, made: driver.run(late) })).toEqual([]);
    expect(driver.tell({ type: 'failed', turn: late.turn, error: new Error('late') })).toEqual([]);
    driver.finish();
    expect(driver.state.settings.n).toBe(30);
    expect(driver.state.past).toHaveLength(1);
  });

  it('is mended where settings do not go together, and says so', () => {
    const driver = new Driver(run);
    driver.finish();
    driver.tell({
      ...{ type: 'change' },
      settings: { ...driver.state.settings, stream: 'source', seed: 'a word' },
    });
    expect(driver.last('notes')!.lines).toHaveLength(1);
    expect(driver.last('fill')!.settings).not.toMatchObject({ stream: 'source', seed: 'a word' });
  });
});

describe('many runs that come in by and by', () => {
  function growing(): Driver {
    const driver = openedFan();
    driver.tell({
      type: 'change',
      settings: { ...driver.state.settings, n: 50, replicates: 5000 },
    });
    return driver;
  }
  const some = (driver: Driver, replicates: number) => {
    const order = driver.last('make')!;
    const [ensemble] = (order.input as unknown as { ensembles: object[] }).ensembles;
    const input = { ...order.input, ensembles: [{ ...ensemble, replicates }] };
    return driver.run({ ...order, input: input as never });
  };

  it('are shown as they come, and the settings are theirs only when all are there', () => {
    const driver = growing();
    const { turn } = driver.last('make')!;
    driver.tell({ type: 'part', turn, made: some(driver, 20), beginning: true });
    expect(driver.last('show')!.occasion).toBe('part');
    driver.draw();
    driver.tell({ type: 'part', turn, made: some(driver, 40) });
    expect(driver.last('update')).toBeDefined();
    expect(driver.state.settings.n).toBe(200);
    driver.tell({ type: 'made', turn, made: some(driver, 60) });
    driver.draw();
    expect(driver.state.settings.n).toBe(50);
  });

  it('do not fall back to a beginning that comes after a part', () => {
    const driver = growing();
    const { turn } = driver.last('make')!;
    driver.tell({ type: 'part', turn, made: some(driver, 40) });
    expect(driver.tell({ type: 'part', turn, made: some(driver, 20), beginning: true })).toEqual(
      [],
    );
  });

  it('stay where the reader has gone while they came in', () => {
    const driver = growing();
    const { turn } = driver.last('make')!;
    driver.tell({ type: 'part', turn, made: some(driver, 20) });
    driver.draw();
    driver.tell({ type: 'seek' });
    driver.tell({ type: 'clock', frame: 7 });
    driver.tell({ type: 'part', turn, made: some(driver, 40) });
    expect(driver.last('update')!.frame).toBe(null);
    driver.tell({ type: 'made', turn, made: some(driver, 60) });
    expect(driver.last('show')!.frame).toBe(7);
  });

  it('tell how far they are, and that there is something to wait for', () => {
    const driver = growing();
    const { turn } = driver.last('make')!;
    driver.tell({ type: 'progress', turn, share: 0.25 });
    expect(driver.last('progress')!.progress).toEqual({ done: 1250, of: 5000, unit: 'run' });
    driver.tell({ type: 'waiting', turn });
    expect(driver.last('wait')!.shown).toBe(true);
    driver.finish();
    expect(driver.last('wait')!.shown).toBe(false);
    expect(driver.tell({ type: 'waiting', turn })).toEqual([]);
  });

  it('can be cancelled: what was there before is back, with its settings', () => {
    const driver = growing();
    const { turn } = driver.last('make')!;
    driver.tell({ type: 'part', turn, made: some(driver, 20) });
    driver.draw();
    driver.tell({ type: 'failed', turn, error: new Error('cancelled'), cancelled: true });
    expect(driver.last('show')).toMatchObject({ occasion: 'before' });
    driver.draw();
    expect(driver.state.shown).toBe(driver.state.whole!.result);
    expect(driver.last('fill')!.settings.n).toBe(200);
    expect(driver.last('notes')!.lines).toEqual([
      'Cancelled: the run of before is shown, with its settings.',
    ]);
    expect(driver.all('trouble')).toEqual([]);
    expect(driver.all('address')).toEqual([]);
    expect(driver.state.past).toEqual([]);
  });
});

describe('a run that cannot be made', () => {
  it('leaves the run of before, and offers to try again', () => {
    const driver = opened();
    driver.tell({ type: 'change', settings: { ...driver.state.settings, n: 20 } });
    const { turn } = driver.last('make')!;
    driver.tell({ type: 'failed', turn, error: new Error('no memory') });
    expect(driver.last('trouble')).toMatchObject({ retry: { n: 20 }, place: 'below' });
    expect(driver.last('trouble')!.and).toContain('the run of before');
    expect(driver.state.settings.n).toBe(10);
    expect(driver.last('fill')!.settings.n).toBe(10);
    driver.set(driver.last('trouble')!.retry);
    expect(driver.state.settings.n).toBe(20);
    expect(driver.last('no trouble')).toBeDefined();
  });

  it('puts the page’s own pictures back where nothing was shown yet, and makes their run', () => {
    const driver = new Driver(run, query(run, { n: 10_000, generations: 5000 }));
    const { turn } = driver.last('make')!;
    driver.tell({ type: 'failed', turn, error: new Error('no memory') });
    expect(driver.last('restore')).toBeDefined();
    expect(driver.last('trouble')).toMatchObject({ place: 'above' });
    driver.finish();
    expect(driver.state.settings).toEqual(defaultSettings(run.fields));
    expect(driver.state.shown).not.toBe(null);
  });

  it('does not ask for the opening run again where that is what has failed', () => {
    const driver = new Driver(byHand);
    const orders = driver.all('make').length;
    driver.tell({ type: 'failed', turn: driver.state.turn, error: new Error('no memory') });
    expect(driver.all('make')).toHaveLength(orders);
    expect(driver.state.pending).toBe(null);
  });

  it('is told where its picture cannot be drawn', () => {
    const driver = opened();
    driver.tell({ type: 'change', settings: { ...driver.state.settings, n: 20 } });
    const { turn } = driver.last('make')!;
    driver.tell({ type: 'made', turn, made: driver.run() });
    driver.tell({ type: 'failed', turn, error: new Error('no scale') });
    driver.tell({ type: 'drawn', turn, occasion: 'run', now: 0 });
    expect(driver.state.settings.n).toBe(10);
    expect(driver.last('trouble')).toBeDefined();
  });

  it('is told where the demo itself throws', () => {
    const broken: Demo<'run'> = {
      ...byHand,
      input(settings) {
        if (settings.n === 13) throw new Error('thirteen');
        return byHand.input(settings);
      },
    };
    const driver = new Driver(broken);
    driver.finish();
    driver.tell({ type: 'change', settings: { ...driver.state.settings, n: 13 } });
    expect(driver.last('trouble')!.error).toEqual(new Error('thirteen'));
    expect(driver.state.pending).toBe(null);
    expect(driver.state.settings.n).toBe(10);
  });
});

describe('a slider that is dragged', () => {
  const drag = (driver: Driver) => driver.tell({ type: 'drag', field: 'n' });
  const asked = (driver: Driver, n: number) => ({ ...driver.state.settings, n });
  /** The beginning that was asked for is made, for so much, and drawn. */
  function show(driver: Driver, spent?: Spent): void {
    const { turn, settings, ...order } = driver.last('begin')!;
    const made = driver.run(order as never);
    driver.tell({ type: 'begun', turn, settings, made, ...(spent && { spent }) });
    driver.draw();
  }

  it('shows the beginning of its run at the next frame, and the whole when it is let go', () => {
    const driver = openedFan();
    drag(driver);
    expect(driver.last('next frame')).toBeDefined();
    driver.tell({ type: 'frame', asked: asked(driver, 100) });
    show(driver);
    expect(driver.state.shown).not.toBe(driver.state.whole!.result);
    expect(driver.state.settings.n).toBe(200);
    driver.tell({ type: 'release', asked: asked(driver, 100) });
    driver.finish();
    expect(driver.state.settings.n).toBe(100);
    expect(driver.state.past).toHaveLength(1);
  });

  it('is not waited for while a beginning is made: the next one follows, and only one', () => {
    const driver = openedFan();
    drag(driver);
    driver.tell({ type: 'frame', asked: asked(driver, 100) });
    drag(driver);
    drag(driver);
    expect(driver.all('next frame')).toHaveLength(1);
    show(driver);
    expect(driver.all('next frame')).toHaveLength(2);
    driver.tell({ type: 'frame', asked: asked(driver, 90) });
    show(driver);
    expect(driver.all('next frame')).toHaveLength(2);
    expect(driver.state.drag).toMatchObject({ step: 'none', wanted: false });
  });

  it('calls off a run that is still being made', () => {
    const driver = openedFan();
    driver.tell({ type: 'change', settings: { ...driver.state.settings, seed: 'other' } });
    drag(driver);
    driver.tell({ type: 'frame', asked: asked(driver, 100) });
    expect(driver.state.pending).toBe(null);
    expect(driver.last('stop')).toEqual({ do: 'stop', what: 'run' });
  });

  it('that is let go before its beginning is there shows the whole run only', () => {
    const driver = openedFan();
    drag(driver);
    driver.tell({ type: 'frame', asked: asked(driver, 100) });
    const order = driver.last('begin')!;
    driver.tell({ type: 'change', settings: asked(driver, 100), field: 'n' });
    const made = driver.run(order as never);
    const late = driver.tell({
      ...{ type: 'begun', turn: order.turn, settings: order.settings, made },
    });
    expect(late).toEqual([]);
    driver.finish();
    expect(driver.state.settings.n).toBe(100);
    expect(driver.state.drag.step).toBe('none');
  });

  it('asks for no beginning once the whole run is asked for', () => {
    const driver = openedFan();
    drag(driver);
    driver.tell({ type: 'change', settings: asked(driver, 100), field: 'n' });
    driver.tell({ type: 'frame', asked: asked(driver, 100) });
    expect(driver.all('begin')).toEqual([]);
    expect(driver.state.pending).not.toBe(null);
  });

  it('is taken at its word when it rests, but not while the pointer is down', () => {
    const driver = openedFan();
    driver.tell({ type: 'hold' });
    drag(driver);
    driver.tell({ type: 'frame', asked: asked(driver, 100) });
    show(driver);
    expect(driver.last('rest')).toBeDefined();
    expect(driver.tell({ type: 'rest', asked: asked(driver, 100) })).toEqual([]);
    driver.tell({ type: 'release', asked: asked(driver, 100) });
    expect(driver.state.pending!.settings.n).toBe(100);
  });

  it('changes nothing where it comes to rest at the run that is shown', () => {
    const driver = openedFan();
    expect(driver.tell({ type: 'rest', asked: driver.state.settings })).toEqual([]);
    expect(driver.tell({ type: 'release', asked: driver.state.settings })).toEqual([]);
  });

  it('shows less where a beginning takes long, and as much as ever once it is held still', () => {
    const driver = openedFan({ replicates: 10_000 });
    const replicates = () => {
      const { ensembles } = driver.last('begin')!.input as unknown as {
        ensembles: { replicates: number }[];
      };
      return ensembles[0]!.replicates;
    };
    const most = beginningOf(any(fan), driver.state.settings) as unknown as {
      ensembles: { replicates: number }[];
    };
    driver.tell({ type: 'hold' });
    drag(driver);
    driver.tell({ type: 'frame', asked: asked(driver, 100) });
    expect(replicates()).toBe(most.ensembles[0]!.replicates);
    show(driver, { cost: BEGINNING, ms: 40 });
    // Before the slider is moved on there is nothing to add.
    expect(driver.tell({ type: 'rest', asked: asked(driver, 100) })).toEqual([]);
    drag(driver);
    driver.tell({ type: 'frame', asked: asked(driver, 90) });
    expect(replicates()).toBeLessThan(most.ensembles[0]!.replicates);
    show(driver);
    const begun = driver.all('begin').length;
    driver.tell({ type: 'rest', asked: asked(driver, 90) });
    expect(driver.all('begin')).toHaveLength(begun + 1);
    expect(replicates()).toBe(most.ensembles[0]!.replicates);
    show(driver);
    expect(driver.tell({ type: 'rest', asked: asked(driver, 90) })).toEqual([]);
    expect(driver.state.settings.n).toBe(200);
  });

  it('leaves a beginning to the workers that would keep the page, once that is known', () => {
    const driver = openedFan();
    const begin = (n: number) => {
      drag(driver);
      driver.tell({ type: 'frame', asked: asked(driver, n) });
      return driver.last('begin')!.here;
    };
    expect(begin(100)).toBe(true);
    show(driver, { cost: BEGINNING, ms: 4000 });
    expect(begin(90)).toBe(false);
  });

  it('goes on where a beginning cannot be had', () => {
    const driver = openedFan();
    drag(driver);
    driver.tell({ type: 'frame', asked: asked(driver, 100) });
    const { turn, settings } = driver.last('begin')!;
    driver.tell({ type: 'begun', turn, settings, made: null });
    expect(driver.state.drag.step).toBe('none');
    expect(driver.state.shown).toBe(driver.state.whole!.result);
  });
});

describe('the address', () => {
  it('is followed when the reader goes back to other settings', () => {
    const driver = opened();
    driver.set({ n: 20 });
    const former = query(byHand, {});
    driver.tell({ type: 'written', address: ownPart(query(byHand, { n: 20 }), 'by-hand') });
    driver.tell({ type: 'address', query: former, followed: {}, gone: true });
    driver.finish();
    expect(driver.state.settings.n).toBe(10);
    // The browser's own list has it.
    expect(driver.all('address')).toHaveLength(1);
  });

  it('changes nothing where a link leads within the page, or another demo’s settings change', () => {
    const driver = opened();
    driver.set({ n: 20 });
    const own = query(byHand, { n: 20 });
    driver.tell({ type: 'written', address: ownPart(own, 'by-hand') });
    for (const address of [own, `${own}&run.n=50`]) {
      const event = { type: 'address', query: address, followed: {}, gone: true } as const;
      expect(driver.tell(event)).toEqual([]);
    }
  });
});

describe('a demo that follows another', () => {
  it('takes over its settings, without a word and without an entry of its own', () => {
    const driver = new Driver(pickedRun);
    driver.finish();
    driver.tell({ type: 'follow', followed: { seed: 'theirs' }, linked: false, query: '' });
    driver.finish();
    expect(driver.state.settings.seed).toBe('theirs');
    expect(driver.all('address')).toEqual([]);
    expect(driver.all('announce')).toEqual([]);
  });

  it('mends its own link, and keeps what a link says of both', () => {
    const driver = new Driver(pickedRun);
    driver.finish();
    const address = query(pickedRun, { seed: 'mine' });
    const news = { type: 'follow', followed: { seed: 'theirs' }, query: address } as const;
    expect(driver.tell({ ...news, linked: true })).toEqual([]);
    driver.tell({ ...news, linked: false });
    driver.finish();
    expect(driver.last('address')!.method).toBe('replaceState');
    expect(driver.all('announce')).toEqual([]);
  });

  it('does nothing where it has those settings already', () => {
    const driver = new Driver(pickedRun);
    driver.finish();
    const followed = { seed: driver.state.settings.seed! };
    expect(driver.tell({ type: 'follow', followed, linked: false, query: '' })).toEqual([]);
  });
});

describe('the question before the pictures', () => {
  it('stands open until it is answered, and stays answered whatever becomes of the run', () => {
    const driver = new Driver(any(fan));
    expect(driver.last('ask')!.open).toBe(true);
    driver.tell({ type: 'change', settings: { ...driver.state.settings, guess: 'third' } });
    expect(driver.last('ask')!.open).toBe(false);
    const { turn } = driver.last('make')!;
    driver.tell({ type: 'failed', turn, error: new Error('no memory') });
    expect(driver.state.settings.guess).toBe('third');
    expect(driver.last('ask')!.open).toBe(false);
  });
});

describe('a session', () => {
  it('keeps nothing but its state: the same events lead to the same effects', () => {
    const story = (driver: Driver) => {
      driver.finish();
      driver.set({ n: 20 });
      driver.tell({ type: 'undo' });
      driver.finish();
      return driver.effects;
    };
    expect(story(new Driver(byHand))).toEqual(story(new Driver(byHand)));
  });

  it('never changes a state that it was given', () => {
    const deepFreeze = (value: unknown): void => {
      if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
      Object.freeze(value);
      Object.values(value).forEach(deepFreeze);
    };
    const driver = new Driver(policies);
    deepFreeze(driver.state);
    driver.finish();
    deepFreeze(driver.state);
    driver.set({ n: 20 });
    deepFreeze(driver.state);
    driver.tell({ type: 'undo' });
    expect(driver.state.pending!.settings).toEqual(defaultSettings(policies.fields));
  });
});
