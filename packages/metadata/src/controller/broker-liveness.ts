// BrokerLiveness: when each broker was last heard of. Soft state of the active controller: a new one
// presumes that every broker lives, so that one that died during the change is still noticed.

export interface BrokerContact {
  lastContactMs: number;
  /** False while this controller only presumes that the broker lives. */
  wasHeardOf: boolean;
  /** How far the broker has followed the metadata log; −1 before its first heartbeat. */
  metadataOffset: number;
  /** The log's end when it entered controlled shutdown: others must get there first. −1 = not in it. */
  controlledShutdownOffset: number;
}

export class BrokerLiveness {
  readonly #sessionTimeoutMs: number;
  readonly #contacts = new Map<number, BrokerContact>();

  constructor(sessionTimeoutMs: number) {
    this.#sessionTimeoutMs = sessionTimeoutMs;
  }

  contactOf(brokerId: number): BrokerContact | undefined {
    return this.#contacts.get(brokerId);
  }

  /** Gives a broker of the image as much time as if it had just been heard of. */
  presume(brokerId: number, monotonicMs: number): void {
    this.begin(brokerId, monotonicMs);
    const contact = this.#contacts.get(brokerId);
    if (contact !== undefined) contact.wasHeardOf = false;
  }

  /** Begins a session without what is known of an earlier one. */
  begin(brokerId: number, monotonicMs: number): void {
    this.#contacts.set(brokerId, {
      lastContactMs: monotonicMs,
      wasHeardOf: true,
      metadataOffset: -1,
      controlledShutdownOffset: -1,
    });
  }

  touch(brokerId: number, monotonicMs: number, metadataOffset: number): void {
    const contact = this.#contacts.get(brokerId);
    if (contact === undefined) {
      this.#contacts.set(brokerId, {
        lastContactMs: monotonicMs,
        wasHeardOf: true,
        metadataOffset,
        controlledShutdownOffset: -1,
      });
      return;
    }
    contact.lastContactMs = monotonicMs;
    contact.wasHeardOf = true;
    contact.metadataOffset = metadataOffset;
  }

  forget(brokerId: number): void {
    this.#contacts.delete(brokerId);
  }

  hasSession(brokerId: number, monotonicMs: number): boolean {
    return this.expiryOf(brokerId) >= monotonicMs;
  }

  /** True for a broker that this controller itself has heard of, and not too long ago. */
  isInContact(brokerId: number, monotonicMs: number): boolean {
    return (
      this.#contacts.get(brokerId)?.wasHeardOf === true && this.hasSession(brokerId, monotonicMs)
    );
  }

  /** When this broker's session ends unless it is heard of; −Infinity for one that has none. */
  expiryOf(brokerId: number): number {
    const contact = this.#contacts.get(brokerId);
    return contact === undefined ? -Infinity : contact.lastContactMs + this.#sessionTimeoutMs;
  }
}
