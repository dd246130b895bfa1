import type { Settings } from '../../src/settings/fields.ts';
import type { Key } from './driver.ts';
import { differences, expectedLines, linesOfPage } from './linkLines.ts';
import type { Tab } from './tab.ts';
import { until } from './waiting.ts';

/** A demo on the open page, used as a reader uses it: by mouse and by keyboard. */
export interface DemoTab {
  /**
   * Waits for these settings, and fails unless all that is said is what the engine makes of them at
   * this place of the run.
   */
  shows(settings: Settings, at?: number): Promise<void>;
  /** The number of the frame that is shown, from 0. */
  frame(): Promise<number>;
  click(part: string): Promise<void>;
  /** Takes the keyboard to a control and presses keys. */
  keys(part: string, ...keys: Key[]): Promise<void>;
  /** Writes into a box and leaves it with Enter. */
  write(part: string, text: string): Promise<void>;
  /** Chooses from a menu. */
  choose(part: string, value: string): Promise<void>;
  value(part: string): Promise<string>;
  /** Settings that the page says are shown. */
  settings(): Promise<Settings>;
}

/** In the page. */
const take = (selector: string) => {
  const control = document.querySelector<HTMLElement>(selector)!;
  control.focus();
  if (control instanceof HTMLInputElement && control.type === 'text') control.select();
};
const valueOf = (selector: string) => document.querySelector<HTMLInputElement>(selector)!.value;
const chooseIn = (selector: string, value: string) => {
  const menu = document.querySelector<HTMLSelectElement>(selector)!;
  menu.value = value;
  menu.dispatchEvent(new Event('change', { bubbles: true }));
};
const settingsOf = (id: string) => document.getElementById(id)!.dataset['settings']!;

/** In milliseconds, on a busy machine. */
const MOMENT = 10_000;

/** The parts are named by selectors within the demo. */
export function demoTab(tab: Tab, id: string): DemoTab {
  const within = (part: string) => `#${id} ${part}`;
  const demo: DemoTab = {
    async shows(settings, at) {
      await tab.settled(id, settings);
      const wanted = expectedLines({ id, settings, at });
      let apart: string[] = [];
      const right = async () => {
        const lines = await tab.run(linesOfPage, id);
        apart = lines ? differences(lines, wanted) : ['a table is not there'];
        return apart.length === 0;
      };
      // A moment may pass until tables are filled and growing pictures done; what is wrong then
      // stays wrong.
      await until(right, () => apart.join('\n'), MOMENT);
    },
    frame: async () => Number(await tab.run(valueOf, within('[data-role=scrub]'))),
    click: (part) => tab.click(within(part)),
    async keys(part, ...keys) {
      await tab.reveal(within(part));
      await tab.run(take, within(part));
      for (const key of keys) await tab.press(key);
    },
    async write(part, text) {
      await demo.keys(part);
      await tab.type(text);
      await tab.press('Enter');
    },
    choose: (part, value) => tab.run(chooseIn, within(part), value),
    value: (part) => tab.run(valueOf, within(part)),
    settings: async () => JSON.parse(await tab.run(settingsOf, id)) as Settings,
  };
  return demo;
}
