export { NodeConfigRules } from './config/config-rules.ts';
export { KEYS_WITHOUT_EFFECT } from './config/keys-without-effect.ts';
export {
  type NodeConfig,
  type NodeConfigReading,
  nodeConfigs,
  readNodeConfig,
  unconfiguredEntries,
} from './config/node-config.ts';
export { describeLogDirs, type LogDirsDescription } from './format/describe-log-dirs.ts';
export { formatLogDirs, type FormatRequest } from './format/format-log-dirs.ts';
export { KNOWN_CONFIGS } from './generated/known-configs.ts';
export { type NodeEndpoint, type NodeOptions, SamsaNode } from './server.ts';
export { StartFailed } from './start-failed.ts';
export { PROMETHEUS_CONTENT_TYPE, prometheusText } from './telemetry/prometheus-text.ts';
