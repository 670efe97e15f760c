// What a shell learns from the exit status of `samsa`.

export const CLEAN_STATUS = 0;
/** The configuration is wrong, or the start or the work failed. */
export const FAILED_STATUS = 1;
/** The command line itself makes no sense. */
export const USAGE_STATUS = 2;

/** A mistake on the command line; the message says what was expected. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
