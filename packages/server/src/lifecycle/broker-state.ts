// BrokerState: where a broker is between start and stop, by Kafka's numbers (metric BrokerState).

export const BrokerState = {
  NOT_RUNNING: 0,
  STARTING: 1,
  RECOVERY: 2,
  RUNNING: 3,
  PENDING_CONTROLLED_SHUTDOWN: 6,
  SHUTTING_DOWN: 7,
} as const;
export type BrokerState = (typeof BrokerState)[keyof typeof BrokerState];
