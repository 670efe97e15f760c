// Keys that are read and checked but change nothing: what they set in Kafka has no counterpart here, or
// not yet. A user who sets one is told.

export const KEYS_WITHOUT_EFFECT: ReadonlySet<string> = new Set([
  'connection.failed.authentication.delay.ms',
  'controller.quorum.append.linger.ms',
  'num.io.threads',
  'num.network.threads',
  'num.recovery.threads.per.data.dir',
  'producer.id.expiration.check.interval.ms',
  'queued.max.requests',
  'replica.lag.time.max.ms',
  'request.timeout.ms',
  'socket.connection.setup.timeout.max.ms',
  'socket.connection.setup.timeout.ms',
  'socket.listen.backlog.size',
  'socket.receive.buffer.bytes',
  'socket.send.buffer.bytes',
]);
