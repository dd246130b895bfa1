import type { JobName } from '../../lib/jobs/index.ts';

/** One piece of somebody's job, and whom to tell. */
export interface Errand {
  readonly job: JobName;
  readonly piece: unknown;
  onProgress(share: number): void;
  onMade(made: unknown): void;
  /** Not made, and not going to be. */
  onFailed(reason: Error): void;
}

export interface Queued extends Errand {
  /** Workers that were lost over it. */
  losses: number;
}
