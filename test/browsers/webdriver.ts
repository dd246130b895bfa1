/**
 * The few commands of WebDriver (https://www.w3.org/TR/webdriver2/) that the tests need: JSON by
 * HTTP.
 */
export interface Session {
  /**
   * Sends a command of the session; `path` begins with a slash. Throws with the driver's own words
   * if it fails.
   */
  send<Value>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<Value>;
}

/** What names an element in answers. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

async function command<Value>(url: string, method: string, body?: object): Promise<Value> {
  const answer = await fetch(url, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const { value } = (await answer.json()) as {
    value: Value & { error?: string; message?: string };
  };
  if (!answer.ok) throw new Error(`${method} ${url}: ${value.error}: ${value.message}`);
  return value;
}

/** Opens a window by the driver that answers at `url`. */
export async function openSession(url: string): Promise<Session> {
  const { sessionId } = await command<{ sessionId: string }>(`${url}/session`, 'POST', {
    capabilities: { alwaysMatch: {} },
  });
  return {
    send: (method, path, body) =>
      command(
        `${url}/session/${sessionId}${path}`,
        method,
        method === 'POST' ? (body ?? {}) : body,
      ),
  };
}

/** The element's place in the session's paths. */
export async function find({ send }: Session, selector: string): Promise<string> {
  const found = await send<Record<string, string>>('POST', '/element', {
    using: 'css selector',
    value: selector,
  });
  return `/element/${found[ELEMENT]}`;
}

/** Presses and lets go of each of these keys, one after the other. */
export async function press({ send }: Session, keys: readonly string[]): Promise<void> {
  const actions = keys.flatMap((value) => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ]);
  await send('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
}
