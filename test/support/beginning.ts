import { finish, viewed } from '../../src/components/island/finish.ts';
import type { Demo } from '../../src/components/demos/shared/demo.ts';
import { jobNamed, type JobInput, type JobName } from '../../src/lib/jobs/index.ts';
import type { Settings } from '../../src/settings/fields.ts';

/** What the beginning of a run may cost that a page shows first, in values drawn and fitted. */
export const BEGINNING = 400_000;

/** What a demo's run costs, in values drawn and fitted. */
export const costOf = (demo: Demo, settings: Settings): number =>
  jobNamed(demo.job).cost(demo.input(settings));

/** What a page asks for first. */
export const beginningOf = <J extends JobName>(demo: Demo<J>, settings: Settings): JobInput<J> =>
  jobNamed(demo.job).beginning(demo.input(settings), BEGINNING) as JobInput<J>;

/** What a page shows first. */
export const firstShown = <J extends JobName>(demo: Demo<J>, settings: Settings) =>
  viewed(demo, finish(demo.job, beginningOf(demo, settings)), settings);
