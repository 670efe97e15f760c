export { type Answer } from './answer-queue.ts';
export { Channel, type ChannelOptions } from './channel.ts';
export { ChannelClosed, ChannelFull, RequestTimedOut } from './channel-errors.ts';
export { type Flow, FrameDecoder, type FrameLimits, type FrameReceiver } from './frame-decoder.ts';
export { KafkaServer, type KafkaServerOptions } from './kafka-server.ts';
export {
  advertisedEndpoint,
  type ListenerConfig,
  type ListenersReading,
  parseEndpoint,
  parseListeners,
  SECURITY_PROTOCOLS,
  type SecurityProtocol,
} from './listeners.ts';
export {
  maxConnectionsByListener,
  type NetworkConfigs,
  networkConfigs,
} from './network-configs.ts';
export { RateLimitedLog } from './rate-limited-log.ts';
export { ReceiveMemory } from './receive-memory.ts';
export { type RequestReceiver, type ServerConnection } from './server-connection.ts';
