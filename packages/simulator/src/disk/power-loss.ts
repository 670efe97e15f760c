// What a power loss may do to names that were not synced.

/**
 * ordered: the operations up to some moment survive, as on a journalled file system · hostile: any of
 * them, as POSIX allows; an operation survives only with those on the same names before it.
 */
export type PowerLossMode = 'ordered' | 'hostile';
