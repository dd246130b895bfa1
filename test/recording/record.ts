import { readFileSync, writeFileSync } from 'node:fs';
import { outputOf } from '../support/commandOutput.ts';
import { shownAt } from '../support/recorder.ts';
import { linkOf, readRecording, recordedAnew, recordingFile } from '../support/recording.ts';

/*
 * `npm run record`: finds anew what stands below each link and each command of the recordings, and
 * says how many differ. No test runs this. Names of files, such as `links.txt`, keep it to those.
 */

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
