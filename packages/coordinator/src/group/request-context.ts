// GroupRequestContext: what a decision needs to know of a request beside its fields.

export interface GroupRequestContext {
  readonly apiVersion: number;
  /** Empty where the client sent none. */
  readonly clientId: string;
  /** As Kafka writes it into member records: `/127.0.0.1`. */
  readonly clientHost: string;
}
