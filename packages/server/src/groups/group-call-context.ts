// GroupCallContext: what the group coordinator needs to know of a request beside its fields.

export interface GroupCallContext {
  readonly apiVersion: number;
  /** Empty where the client sent none. */
  readonly clientId: string;
  readonly clientAddress: string;
  /** Whose name clients came in by; coordinators are told with their address for it. */
  readonly listenerName: string;
  /** Whether the principal may read, or for OffsetFetch describe, this topic. Default: all of them. */
  mayUseTopic?(topic: string): boolean;
}
