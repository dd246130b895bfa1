import { describe, expect, it } from 'vitest';
import { outputOf } from '../support/commandOutput.ts';
import { differences, readRecording } from '../support/recording.ts';

describe('a command', () => {
  it.concurrent.each(readRecording('commands.txt').map((entry) => [entry.asked, entry] as const))(
    'prints what was recorded: %s',
    async (asked, entry) => {
      expect(differences(entry, await outputOf(asked)).join('\n\n')).toBe('');
    },
  );
});
