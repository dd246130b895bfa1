/** A command line that cannot be carried out: one line for stderr, exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
