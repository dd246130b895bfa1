import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Driver, type Found, type Key, PATIENCE } from './driver.ts';
import { freePort, until } from './waiting.ts';
import { find, openSession, press } from './webdriver.ts';

/** Keys as WebDriver writes them. */
const KEYS: Readonly<Record<Key, string>> = {
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  Enter: '\uE007',
  Home: '\uE011',
  End: '\uE010',
  Tab: '\uE004',
};

/** Runs a function in the page; its outcome, or what went wrong, is handed to the last argument. */
const inPage = (act: string) => `const args = [...arguments];
const done = args.pop();
Promise.resolve().then(() => (${act})(...args)).then(
  (value) => done({ value }),
  (error) => done({ error: String(error) }));`;

/**
 * WebKitGTK's own driver, as a program of its own that answers at a port. It starts the window by
 * itself.
 */
async function startDriver({ path, env }: Found, home: string) {
  const port = await freePort();
  const child = spawn(path, [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      ...env,
      // Nothing is kept, and nothing is found that was there before.
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_CACHE_HOME: join(home, 'cache'),
      XDG_DATA_HOME: join(home, 'data'),
      GTK_THEME: 'Adwaita',
      LIBGL_ALWAYS_SOFTWARE: '1',
    },
  });
  const url = `http://127.0.0.1:${port}`;
  const answers = async () => (await fetch(`${url}/status`)).ok;
  await until(answers, `an answer of ${path}`);
  return { child, url };
}

/**
 * WebKitGTK's small browser, by WebKit's own driver. It tells no console messages: the guard in the
 * page does.
 */
export async function openWebKit(found: Found): Promise<Driver> {
  const home = mkdtempSync(join(tmpdir(), 'collapse-webkit-'));
  const { child, url } = await startDriver(found, home);
  const session = await openSession(url);
  const { send } = session;
  await send('POST', '/timeouts', { script: 2 * PATIENCE, pageLoad: PATIENCE });
  await send('POST', '/window/rect', { x: 0, y: 0, width: 1280, height: 940 });
  return {
    complaints: [],
    goto: (address) => send('POST', '/url', { url: address }),
    async run(act, ...args) {
      const { value, error } = await send<{ value?: never; error?: string }>(
        'POST',
        '/execute/async',
        { script: inPage(act.toString()), args },
      );
      if (error !== undefined) throw new Error(error);
      return value as never;
    },
    async click(selector) {
      await send('POST', `${await find(session, selector)}/click`);
    },
    press: (key) => press(session, [KEYS[key]]),
    type: (text) => press(session, [...text]),
    async close() {
      await send('DELETE', '').catch(() => undefined);
      child.kill();
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
