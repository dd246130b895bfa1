import { describe, expect, it } from 'vitest';
import { demoIds } from '../support/recorder.ts';
import { linkOf, readRecording } from '../support/recording.ts';
import { apartFrom, replayLinks } from './replayLinks.ts';

describe('a link that somebody may have shared', () => replayLinks('links.txt'));

describe('the recording of links', () => {
  const all = [...readRecording('links.txt'), ...readRecording('heavyLinks.txt')];

  it.each(demoIds)('has the demo as it opens, and at other settings: %s', (id) => {
    const own = all.filter(({ asked }) => linkOf(asked)[0] === id);
    expect(own.map(({ asked }) => asked)).toContain(id);
    expect(own.length).toBeGreaterThan(3);
  });

  it('has each link once', () => {
    expect(new Set(all.map(({ asked }) => asked)).size).toBe(all.length);
  });

  it('names the demo, the link and what has changed', () => {
    const entry = all.find(({ asked }) => asked === 'by-hand')!;
    expect(apartFrom(entry)).toEqual([]);
    for (const [kind, item] of [
      ['numbers', 'numbers of round'],
      ['words', 'words of sentence'],
      ['programs', 'programs of r'],
    ] as const) {
      const found = entry.found.map((line) =>
        line.startsWith(kind)
          ? line.replace(/=(.)/, (_, digit) => `=${digit === '0' ? 1 : 0}`)
          : line,
      );
      const [text = '', ...more] = apartFrom({ ...entry, found });
      expect(text).toMatch(new RegExp(`^by-hand\\n${item}, recorded:\\n`));
      expect(more).toEqual([]);
    }
  });
});
