import { expect, it } from 'vitest';
import { shownAt } from '../support/recorder.ts';
import { differences, linkOf, readRecording, type Entry } from '../support/recording.ts';

const query = (found: readonly string[]) => found.find((line) => line.startsWith('writes '));
const keyOf = (pair: string) => pair.split('=')[0]!;

/**
 * Where a demo differs from what was recorded of it. A setting that is new since then may stand in
 * the link that it writes.
 */
export function apartFrom({ asked, found }: Entry): string[] {
  const [id, address] = linkOf(asked);
  const now = shownAt(id, address);
  const recorded = query(found) ?? `writes ${address}`;
  const keys = recorded.split(/[ ?&]/).map(keyOf);
  const pairs = (query(now) ?? `writes ${address}`).slice('writes ?'.length).split('&');
  const written = `writes ?${pairs.filter((pair) => keys.includes(keyOf(pair))).join('&')}`;
  const others = (lines: readonly string[]) => lines.filter((line) => line !== query(lines));
  return differences({ asked, found: [recorded, ...others(found)] }, [written, ...others(now)]);
}

/** Replays every link of a recording, demo by demo. */
export function replayLinks(name: string): void {
  const all = readRecording(name);
  const idOf = ({ asked }: Entry) => linkOf(asked)[0];
  it.each([...new Set(all.map(idOf))])('leads to what was recorded, digit for digit: %s', (id) => {
    const own = all.filter((entry) => idOf(entry) === id);
    expect(own.flatMap(apartFrom).join('\n\n')).toBe('');
  });
}
