import { readFileSync, writeFileSync } from 'node:fs';
import { byVite } from '../support/byVite.ts';
import type * as commands from '../support/commandOutput.ts';
import type * as recorder from '../support/recorder.ts';
import { linkOf, readRecording, recordedAnew, recordingFile } from '../support/recording.ts';

/*
 * `npm run record`: finds anew what stands below each link and each command of the recordings, and
 * says how many differ. No test runs this. Names of files, such as `links.txt`, keep it to those.
 */

const { shownAt } = await byVite<typeof recorder>('test/support/recorder.ts');
const { outputOf } = await byVite<typeof commands>('test/support/commandOutput.ts');

const shown = (asked: string) => shownAt(...linkOf(asked));
const RECORDINGS = { 'links.txt': shown, 'heavyLinks.txt': shown, 'commands.txt': outputOf };

for (const [name, find] of Object.entries(RECORDINGS)) {
  if (process.argv.length > 2 && !process.argv.includes(name)) continue;
  const before = readRecording(name);
  const file = recordingFile(name);
  writeFileSync(file, await recordedAnew(readFileSync(file, 'utf8'), find));
  const after = readRecording(name);
  const changed = after.filter(({ found }, i) => found.join('\n') !== before[i]!.found.join('\n'));
  console.log(`${name}: ${changed.length} of ${after.length} differ from the former recording`);
}
