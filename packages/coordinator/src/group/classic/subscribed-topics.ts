// Which topics the members of a consumer group read, as far as the coordinator may know: the metadata
// belongs to the clients, but every version of their protocol begins with the list of topics.

import { ProtocolError, Reader } from '@samsa/protocol';

/** The protocol type of consumers; others (Connect's, for one) hold something else entirely. */
export const CONSUMER_PROTOCOL_TYPE = 'consumer';

/**
 * The topics in one member's subscription, or undefined where the bytes are not a subscription.
 * Source: the base of all versions of ConsumerProtocolSubscription.
 */
export function topicsOfSubscription(metadata: Uint8Array): readonly string[] | undefined {
  try {
    const reader = new Reader(metadata);
    reader.int16(); // the version; whatever it is, the topics come first
    const topics: string[] = [];
    const count = reader.arrayLength(false, 2);
    for (let i = 0; i < count; i++) topics.push(reader.string(false));
    return topics;
  } catch (error) {
    // Any client may send any bytes here. The group then counts as subscribed to everything.
    if (error instanceof ProtocolError) return undefined;
    throw error;
  }
}
