import { describe, expect, it } from 'vitest';
import { demos } from '../../src/components/demos/index.ts';
import { defaultSettings, type Settings } from '../../src/settings/fields.ts';
import { costOf } from '../support/beginning.ts';
import { demoTab } from './demoTab.ts';
import { addressOf } from './sharedLinks.ts';
import type { Tab } from './tab.ts';
import { until } from './waiting.ts';
import { fitsOwnNumbers } from './ownNumbers.ts';

/** What a reader does with a demo from beginning to end. */
interface Journey {
  readonly kind: string;
  readonly id: string;
  /** Where the demo is met as it opens; else on its own page, with these settings. */
  readonly page?: string;
  readonly settings?: Settings;
  /** The slider that the arrow keys move. */
  readonly slider: string;
  /** A preset that is not set yet. */
  readonly preset?: string;
  /** Answer to the demo's question. */
  readonly answer?: string;
}

const FEW = { n: 20, generations: 40, replicates: 40 };

const JOURNEYS: readonly Journey[] = [
  { kind: 'a run', id: 'run', page: 'a-model-of-a-model/', slider: 'n', preset: 'tiny-sample' },
  { kind: 'the home page', id: 'copies', page: '', slider: 'n', preset: 'second-graph' },
  { kind: 'a round by hand', id: 'by-hand', slider: 'n' },
  {
    kind: 'runs that grow, after a question',
    id: 'fan',
    settings: FEW,
    slider: 'n',
    preset: 'suresh-2a',
    answer: 'third',
  },
  {
    kind: 'an average',
    id: 'average-of-runs',
    settings: FEW,
    slider: 'replicates',
    preset: 'hundred',
  },
  {
    kind: 'a map',
    id: 'fate-map',
    settings: { generations: 12, replicates: 20 },
    slider: 'replicates',
  },
  { kind: 'a family that is loaded late', id: 'edge', settings: FEW, slider: 'n' },
  {
    kind: 'policies that are loaded late',
    id: 'policies',
    settings: FEW,
    slider: 'n',
    preset: 'selection',
  },
];

/** Draws after which a reset is not waited for. */
const LONG = 3_000_000;

const hashOf = () => location.hash;
const CONTENTS = '.toc-wide li:nth-child(2) a';

async function walk(tab: Tab, journey: Journey): Promise<void> {
  const { id, page, slider, preset, answer } = journey;
  const { fields, presets, repair, ask } = demos.get(id);
  const defaults = defaultSettings(fields);
  const own = Object.entries(journey.settings ?? {}).filter(([name]) => name in defaults);
  let now: Settings = { ...defaults, ...Object.fromEntries(own) };
  const demo = demoTab(tab, id);

  await tab.open(page ?? addressOf({ id, settings: now }));
  await demo.shows(now);

  if (ask && answer) {
    await demo.click(`[name=answer][value=${answer}]`);
    await demo.click('[data-role=ask] [type=submit]');
    now = { ...now, [ask.field]: answer };
    await demo.shows(now);
  }

  await demo.click('[data-role=play]');
  const playing = () => tab.run(isPlaying, id);
  await until(playing, 'playing');
  await demo.click('[data-role=play]');
  await until(async () => !(await playing()), 'a pause');
  await demo.shows(now, await demo.frame());

  await demo.keys('[data-role=scrub]', 'Home', 'ArrowRight', 'ArrowRight');
  await demo.keys('[data-role=step]', 'Enter');
  await demo.keys('[data-role=back]', 'Enter');
  await demo.shows(now, 2);

  if (page) {
    await tab.click(CONTENTS);
    await until(async () => (await tab.run(hashOf)) !== '', 'the place of the contents');
    await demo.shows(now, 2);
  }

  // One key press is one visible step of the value, and the whole result comes back.
  const before = Number(now[slider]);
  for (const [key, direction] of [
    ['ArrowRight', 1],
    ['ArrowLeft', -1],
    ['ArrowLeft', -1],
  ] as const) {
    const from = Number(now[slider]);
    await demo.keys(`[data-slider=${slider}]`, key);
    const to = Number(await demo.value(`[name=${slider}]`));
    expect((to - from) * direction, `${key} from ${from} to ${to}`).toBeGreaterThan(0);
    now = repair({ ...now, [slider]: to }).settings;
    await demo.shows(now);
  }
  expect(Number(now[slider])).toBeLessThan(before);

  const former = now;
  now = { ...now, generations: 30 };
  await demo.write('[name=generations]', '30');
  await demo.shows(now);
  await demo.click('[data-role=undo]');
  now = former;
  await demo.shows(now);

  const seed = now['seed'];
  await demo.click('[data-role=another]');
  await until(async () => (await demo.settings())['seed'] !== seed, 'another seed');
  now = await demo.settings();
  expect({ ...now, seed }).toEqual({ ...former, seed });
  await demo.shows(now);

  await demo.keys('[data-role=scrub]', 'Home', 'ArrowRight');
  await demo.click('details[data-panel=share] > summary');
  await until(async () => (await demo.value('[data-role=link]')) !== '', 'a link');
  const link = await demo.value('[data-role=link]');
  await tab.goto(link);
  await demo.shows(now, 1);

  const chosen = presets.find((one) => one.id === preset);
  if (chosen) {
    if (chosen.group) await demo.choose('[data-role=presets]', chosen.id);
    else await demo.click(`[data-preset=${chosen.id}]`);
    now = repair({ ...now, ...chosen.settings }).settings;
    await demo.shows(now);
  }

  await demo.click('[data-role=reset]');
  if (costOf(demos.get(id), defaults) <= LONG) await demo.shows(defaults);
  else expect(await demo.value('[name=generations]')).toBe(String(defaults['generations']));
}

const isPlaying = (id: string) =>
  document.querySelector<HTMLElement>(`#${id} [data-role=play]`)!.dataset['playing'] === 'true';

/**
 * One demo of each kind, used from opening to reset; every state shows what the engine makes of it
 * in Node.
 */
export function journeys(tab: Tab): void {
  describe('a reader can use', () => {
    it.each(JOURNEYS.map((journey) => [journey.kind, journey] as const))('%s', (_, journey) =>
      walk(tab, journey),
    );
    it('the box for numbers of one’s own', () => fitsOwnNumbers(tab));
  });
}
