export { MetricsEndpoint, type MetricsSource } from './metrics-endpoint.ts';
export {
  createNodePlatform,
  type NodePlatform,
  type NodePlatformOptions,
} from './node-platform.ts';
export { ProcessMetrics } from './process-metrics.ts';
