// Due: what a group shard has deadlines for.

import { type ClassicGroup } from './classic/classic-group.ts';

export type Due =
  /** A member, or an id that was handed out and not used yet, has not been heard of. */
  | { readonly kind: 'session'; readonly group: ClassicGroup; readonly memberId: string }
  /** The time to join a rebalance is over. */
  | { readonly kind: 'join'; readonly group: ClassicGroup }
  /** The time to ask for the new assignment is over. */
  | { readonly kind: 'sync'; readonly group: ClassicGroup }
  /** Look for offsets that nobody needs any more. */
  | { readonly kind: 'offset expiry' }
  /** Go on with starting the sessions of members that came out of the log. */
  | { readonly kind: 'loaded groups' };
