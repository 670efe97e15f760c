export { nodeClock, nodeTimers } from './clock.ts';
export { EventLog } from './event-log.ts';
export { nodeRandom } from './random.ts';
