export {
  createNodePlatform,
  type NodePlatform,
  type NodePlatformOptions,
} from './node-platform.ts';
