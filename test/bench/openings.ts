import type { CDPSession, Page } from 'playwright-core';

/** Links that ask for the most work of their kind. */
export const HEAVIEST = [
  'policies?first=truncated&second=accumulate-subsample&third=truncated&n=10000&generations=2000',
  'policy?regime=accumulate-subsample&n=10000&generations=2000',
  'edge?n=2000&generations=500',
  'definitions?n=500&generations=1000',
  'average-of-runs?n=2&generations=2&replicates=100000',
  'fan?n=10000&generations=5000&replicates=100000&guess=none',
  'selection?n=10000&generations=500',
  'growth?n=1000&generations=2000&power=2',
  'run?n=10000&generations=5000',
  'fate-map?generations=1000&replicates=1000',
  'real-share?n=1000&generations=1000',
  'threshold?n=2000',
] as const;

/** A page is watched this long after it was opened, in milliseconds. */
const WATCHED = 4_000;

interface Event {
  readonly pid: number;
  readonly tid: number;
  readonly name: string;
  readonly ph: string;
  /** Beginning and length on the wall, and length of the processor's own time, in microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string }; readonly name?: string };
}

/** The longest tasks of a page's own thread, in milliseconds of the processor's own time. */
export interface Longest {
  /** Of tasks that run scripts. */
  readonly scripts: number;
  /** Of tasks in which the browser styles, lays out and paints. */
  readonly layout: number;
}

/**
 * The longest tasks of a page's own thread while it opens with the settings of a link
 * (`demo?setting=value&…`), from the answer of the server until some seconds later.
 */
export async function longestWhileOpening(
  page: Page,
  site: string,
  link: string,
): Promise<Longest> {
  const [id, query] = link.split('?') as [string, string];
  const settings = query.split('&').map((one) => `${id}.${one}`);
  const client = await page.context().newCDPSession(page);
  const events: Event[] = [];
  client.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as Event[])));
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', 'blink'] },
  });
  await page.goto(`${site}embed/${id}/?${settings.join('&')}`);
  await page.waitForTimeout(WATCHED);
  await stopped(client);
  const own = ofPage(events, site);
  const opened = own.find(({ name }) => name === 'CommitLoad')?.ts ?? 0;
  let [scripts, layout] = [0, 0];
  for (const task of own.filter(({ name, ts }) => /RunTask$/.test(name) && ts > opened)) {
    const spent = (task.tdur ?? 0) / 1000;
    if (isLayout(task, own)) layout = Math.max(layout, spent);
    else scripts = Math.max(scripts, spent);
  }
  if (scripts === 0) throw new Error('no task of the page was seen');
  return { scripts, layout };
}

function stopped(client: CDPSession): Promise<void> {
  const complete = new Promise<void>((resolve) =>
    client.once('Tracing.tracingComplete', () => resolve()),
  );
  return client.send('Tracing.end').then(() => complete);
}

/** What happened on the main thread of the process that shows the page. */
function ofPage(events: readonly Event[], site: string): Event[] {
  const pids = new Set(
    events.filter(({ args }) => args?.data?.url?.startsWith(site)).map(({ pid }) => pid),
  );
  const main = events.find(
    ({ name, args, pid }) =>
      name === 'thread_name' && args?.name === 'CrRendererMain' && pids.has(pid),
  );
  return events.filter(({ pid, tid }) => pid === main?.pid && tid === main.tid);
}

/** True for a task that is mostly a frame being made. */
const isLayout = (task: Event, all: readonly Event[]) =>
  all.some(
    ({ name, ph, ts, dur = 0 }) =>
      name === 'WebFrameWidgetImpl::UpdateLifecycle' &&
      ph === 'X' &&
      ts >= task.ts &&
      ts + dur <= task.ts + task.dur! &&
      dur > task.dur! / 2,
  );
