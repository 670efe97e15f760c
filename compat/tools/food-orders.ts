// examples/food-orders as a newcomer runs it: orders come, the tracker is stopped and started again, and
// a second group replays.

import { resolve } from 'node:path';

import { confluentKafka, pythonLaunch } from '../clients/python.ts';
import { delay, expect } from '../runner/case.ts';
import { COMPAT_FOLDER } from '../runner/cache.ts';
import { Program } from '../runner/program.ts';
import { expectIn, type ToolCase } from './tool.ts';

const FOLDER = resolve(COMPAT_FOLDER, '../examples/food-orders');
const LIMIT_MS = 30_000;
/** Long enough for an order that should not come to come. */
const QUIET_MS = 1_000;

export const foodOrders: ToolCase = {
  name: 'examples/food-orders, confluent-kafka',
  version: confluentKafka.version,
  async run({ samsa }) {
    const start = (script: string, ...args: string[]): Program => {
      const launch = pythonLaunch(resolve(FOLDER, script));
      const env = { ...launch.env, KAFKA_BROKER: samsa.bootstrap };
      return Program.start({ ...launch, args: [...launch.args, ...args], env }, script);
    };
    const order = async (item: string): Promise<void> => {
      const producer = start('producer.py', 'lara', item, '2');
      await producer.ended(LIMIT_MS);
      expectIn(producer.lines.join('\n'), /^delivered: topic orders, partition \d, offset \d+$/);
    };
    const track = async (group: string[], items: readonly string[]): Promise<void> => {
      const tracker = start('tracker.py', ...group);
      const orders = (): string[] => tracker.linesOf('order:');
      try {
        await tracker.until(() => orders().length >= items.length, LIMIT_MS, 'the orders');
        await delay(QUIET_MS);
        tracker.signal('SIGINT');
        await tracker.ended(LIMIT_MS);
      } finally {
        await tracker.kill();
      }
      const expected = items.map((item) => `2 x ${item} for lara`);
      expect(orders().join() === expected.join(), `it printed ${orders().join(' / ')}`);
    };

    await order('pizza');
    await track([], ['pizza']);
    await order('soup');
    await track([], ['soup']);
    await track(['auditors'], ['pizza', 'soup']);
  },
};
