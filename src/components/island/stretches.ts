/** How long a thread may be kept from whoever waits for it, in milliseconds. */
export const AT_A_STRETCH = 8;

let channel: MessageChannel | null = null;

/**
 * Lets the browser paint, and messages and clicks be heard. Not by a timer: browsers stretch those
 * to 4 ms, and to seconds in a tab that is not looked at.
 */
export const breath = () =>
  new Promise<void>((resolve) => {
    channel ??= new MessageChannel();
    channel.port1.addEventListener('message', () => resolve(), { once: true });
    channel.port1.start();
    channel.port2.postMessage(null);
  });

/**
 * Runs a generator to its end with pauses, and returns what it returns. Before each pause `goOn` is
 * asked, with what was yielded last and the milliseconds worked so far; where it says no, the rest
 * is not done and null comes back.
 */
export async function inStretches<Step, Result>(
  work: Generator<Step, Result>,
  goOn: (last: Step, worked: number) => boolean = () => true,
): Promise<Result | null> {
  let worked = 0;
  let began = performance.now();
  for (let next = work.next(); ; next = work.next()) {
    if (next.done) return next.value;
    const spent = performance.now() - began;
    if (spent <= AT_A_STRETCH) continue;
    worked += spent;
    if (!goOn(next.value, worked)) return null;
    await breath();
    began = performance.now();
    // Whoever stopped it may have done so in the pause.
    if (!goOn(next.value, worked)) return null;
  }
}
